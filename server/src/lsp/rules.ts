import type { Disposable } from 'vscode-languageserver';
import { RULES_OF, SET_RULE } from '../protocol/rules';
import { type Context, stillWanted, uriOf } from './context';
import { configChanges } from './ignoreActions';

/** `twir/rules` and `twir/setRule`: what the rules are, and how loud each is for everybody. */
export function registerRules(context: Context): Disposable[] {
  const { abilities, engine } = context;
  return [
    context.handle(RULES_OF, uriOf, null, async ({ uri }, token) => {
      const options = await context.options(uri);
      stillWanted(token);
      const document = context.newsletter(uri);
      if (!document) return null;
      const found = new Map<string, number>();
      for (const { rule } of engine.check(document, options)) found.set(rule, (found.get(rule) ?? 0) + 1);
      return {
        rules: engine.rules.map(({ id, summary, severity }) => {
          const level = options.rules[id];
          const findings = found.get(id) ?? 0;
          return { id, summary, severity, findings, ...(level === undefined ? {} : { level }) };
        }),
      };
    }),
    context.handle(SET_RULE, uriOf, null, async ({ uri, rule, level }, token) => {
      const document = context.newsletter(uri);
      if (!document || !abilities.documentChanges) return null;
      const made = await engine.setRule(document, rule, level);
      stillWanted(token);
      if (!made || (made.config.text === undefined && !abilities.createFiles)) return null;
      const { config, edits } = made;
      return { config: config.uri, edit: { documentChanges: configChanges(context, config, edits) } };
    }),
  ];
}
