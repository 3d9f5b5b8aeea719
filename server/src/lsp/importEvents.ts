import type { Disposable } from 'vscode-languageserver';
import { ImportError } from '../engine';
import {
  CALENDARS,
  IMPORT_EVENTS,
  IMPORT_PLAN,
  type ImportEventsResult,
  type ImportPlanResult,
} from '../protocol/importEvents';
import { type Context, uriOf } from './context';
import { toWorkspaceEdit } from './convert';

/** `twir/calendars`, `twir/importEvents/plan` and `twir/importEvents`: events of a text for an open issue. Null for other files. */
export function registerImport(context: Context): Disposable[] {
  const { engine } = context;
  return [
    context.handle(CALENDARS, uriOf, { found: [], problems: [] }, async ({ uri }) =>
      engine.calendars({ document: uri }),
    ),
    context.handle(IMPORT_PLAN, uriOf, null, async ({ uri, text }) => {
      // Groups and places are told by earlier issues.
      await engine.ready(uri);
      const document = context.newsletter(uri);
      if (!document) return null;
      return understood<ImportPlanResult>(() => {
        const { candidates, problems, cancelled } = engine.planImport(document, text);
        const shown = candidates.map(({ location, ...rest }) => ({
          ...rest,
          ...(location === undefined ? {} : { location }),
        }));
        return { plan: { candidates: shown, problems, cancelled } };
      }, {});
    }),
    context.handle(IMPORT_EVENTS, uriOf, null, async ({ uri, text, choices }) => {
      await engine.ready(uri);
      const document = context.newsletter(uri);
      if (!document) return null;
      const { version } = document;
      const { source } = engine.issue(document);
      return understood<ImportEventsResult>(
        () => {
          const { edits, added, refused } = engine.importEvents(document, text, choices);
          if (edits.length === 0) return { added, refused };
          const edit = toWorkspaceEdit({ uri, version, source }, edits, false, context.abilities);
          return { edit, added, refused };
        },
        { added: [], refused: [] },
      );
    }),
  ];
}

/** A text that can't be read is the author's to know about, not a failure of the server. */
function understood<T extends object>(work: () => T, nothing: T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { ...nothing, problem: { line: error.line, message: error.message } };
  }
}
