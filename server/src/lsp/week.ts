import type { Disposable } from 'vscode-languageserver';
import { CHANGES, CLIP, FILL, INSERT_CHANGES } from '../protocol/week';
import { type Context, modified, uriOf } from './context';
import { toWorkspaceEdit } from './convert';
import { toRange } from './positions';

/** `twir/fill`, `twir/changes...` and `twir/clip`: the week's copying, for an open issue. Null for other files. */
export function registerWeek(context: Context): Disposable[] {
  const { abilities, engine } = context;
  return [
    context.handle(FILL, uriOf, null, async ({ uri, text, name }) => {
      await engine.ready(uri);
      const document = context.newsletter(uri);
      if (!document) return null;
      const { version } = document;
      const given = text === undefined ? undefined : { text, ...(name === undefined ? {} : { name }) };
      const source = given ?? (await engine.triageReport(document));
      if (!source) return { sections: [], notes: [], version, edits: [] };
      if (context.document(uri)?.version !== version) throw modified();
      const plan = engine.planFill(document, source);
      const issue = engine.issue(document).source;
      return {
        ...(source.name === undefined ? {} : { name: source.name }),
        sections: plan.sections,
        notes: plan.notes,
        version,
        edits: plan.edits.map((edit) => ({
          range: toRange(issue, edit, abilities),
          newText: edit.text,
        })),
      };
    }),
    context.handle(CHANGES, uriOf, null, async ({ uri }) => {
      // What earlier issues listed is not listed again.
      await engine.ready(uri);
      const document = context.newsletter(uri);
      return document ? engine.mergedChanges(document) : null;
    }),
    context.handle(INSERT_CHANGES, uriOf, null, async ({ uri, changes }) => {
      const document = context.newsletter(uri);
      if (!document) return null;
      const { version } = document;
      const { source } = engine.issue(document);
      const edits = engine.insertChanges(document, changes);
      return { edit: toWorkspaceEdit({ uri, version, source }, edits, false, abilities) };
    }),
    context.handle(CLIP, uriOf, null, async ({ uri, text, kind }) => {
      await engine.ready(uri);
      const document = context.newsletter(uri);
      const edit = document && engine.clip(document, text, kind);
      if (!edit) return null;
      const range = toRange(engine.issue(document).source, edit, abilities);
      return { version: document.version, range, snippet: edit.text };
    }),
  ];
}
