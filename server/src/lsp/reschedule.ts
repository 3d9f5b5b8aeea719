import type { CodeAction, Disposable } from 'vscode-languageserver';
import type { Document } from '../engine';
import { RESCHEDULE, RESCHEDULE_DAYS } from '../protocol/reschedule';
import { type Context, uriOf } from './context';
import { toWorkspaceEdit } from './convert';
import { CodeActionKind } from './languageServer';
import { toOffset, toPosition } from './positions';

/** `twir/rescheduleDays` and `twir/reschedule`: an event on any other day of the window, its twin with it. */
export function registerReschedule(context: Context): Disposable[] {
  const { abilities, engine } = context;
  return [
    context.handle(RESCHEDULE_DAYS, uriOf, null, ({ uri, position }) => {
      const document = context.newsletter(uri);
      if (!document) return null;
      const { source } = engine.issue(document);
      return engine.reschedulingDays(document, toOffset(source, position, abilities)) ?? null;
    }),
    context.handle(RESCHEDULE, uriOf, null, ({ uri, position, date }) => {
      const document = context.newsletter(uri);
      if (!document) return null;
      const { source } = engine.issue(document);
      const edits = engine.reschedule(document, toOffset(source, position, abilities), date);
      const edited = { uri, version: document.version, source };
      return edits.length > 0 ? toWorkspaceEdit(edited, edits, false, abilities) : null;
    }),
  ];
}

/** The way to all other days, for clients that have our command. */
export function rescheduleActions(
  { abilities, engine }: Context,
  document: Document,
  offset: number,
): CodeAction[] {
  if (!abilities.commands || !engine.canReschedule(document, offset)) return [];
  const title = 'Reschedule to another day…';
  const position = toPosition(engine.issue(document).source, offset, abilities);
  return [
    {
      title,
      kind: CodeActionKind.RefactorRewrite,
      command: { title, command: 'twir.reschedule', arguments: [{ uri: document.uri, position }] },
    },
  ];
}
