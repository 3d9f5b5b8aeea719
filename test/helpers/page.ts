import type { Piece } from '../../server/src/features/page/piece';
import { renderPreview } from '../../server/src/features/page/preview';
import type { Issue } from '../../server/src/newsletter/issue/issue';

/** The pieces of a page put together, with the lines of the document. */
export function htmlOfPieces(pieces: readonly Piece[]): string {
  const lines = pieces.map(({ html, line: above }) =>
    html.replace(/data-source-line="(\d+)"/g, (_, line) => `data-source-line="${Number(line) + above}"`),
  );
  return lines.join('\n').trim();
}

/** The same page made as a whole. */
export function wholePage(issue: Issue): string {
  return renderPreview(issue).html.trim();
}
