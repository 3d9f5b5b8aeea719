import type { Disposable } from 'vscode-languageserver';
import { REVIEW } from '../protocol/review';
import { type Context, stillWanted, uriOf } from './context';
import { toWorkspaceEdit } from './convert';
import { toOffset, toRange } from './positions';

/** `twir/review`: the submissions of an open draft, one after the other. Null for other files. */
export function registerReview(context: Context): Disposable[] {
  const { abilities, engine } = context;
  return [
    context.handle(REVIEW, uriOf, null, async ({ uri, position, what }, token) => {
      // Whether a link stood in an earlier issue is half of what a review is for.
      await engine.ready(uri);
      const options = await context.options(uri);
      stillWanted(token);
      const document = context.newsletter(uri);
      if (!document) return null;
      const { source } = engine.issue(document);
      const review = engine.review(document, options, toOffset(source, position, abilities), what);
      const { edits, next, total } = review;
      const edited = { uri, version: document.version, source };
      return {
        ...(edits.length > 0 ? { edit: toWorkspaceEdit(edited, edits, false, abilities) } : {}),
        ...(next
          ? {
              next: {
                range: toRange(review.source, next.at, abilities),
                nth: next.nth,
                title: next.title,
                pr: next.pr,
                author: next.author,
                findings: next.findings,
              },
            }
          : {}),
        total,
      };
    }),
  ];
}
