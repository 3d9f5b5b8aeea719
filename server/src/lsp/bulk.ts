import type { Disposable } from 'vscode-languageserver';
import { IN_BULK } from '../protocol/bulk';
import { type Context, uriOf } from './context';
import { toWorkspaceEdit } from './convert';

/** `twir/inBulk`: what the source actions do, with words about it for whoever asked by a command. */
export function registerBulk(context: Context): Disposable[] {
  return [
    context.handle(IN_BULK, uriOf, null, async ({ uri, kind }, token) => {
      const options = await context.options(uri);
      const document = context.newsletter(uri);
      if (!document) return null;
      const { version } = document;
      const { source } = context.engine.issue(document);
      const steps = context.engine.inBulk(document, options, kind);
      const { edits, summary } = await context.inSlices(document, steps, token);
      if (edits.length === 0) return { summary };
      return { edit: toWorkspaceEdit({ uri, version, source }, edits, false, context.abilities), summary };
    }),
  ];
}
