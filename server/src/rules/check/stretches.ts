import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { indexBefore, type Range } from '../../text/sourceText';

/**
 * Pieces from one heading at the margin to the next: what stands in one list is in one of them. Nothing is told
 * together beyond it.
 */
export interface Stretch extends Range {
  readonly pieces: readonly PlacedPiece[];
  /** How many pieces of the issue stand above. */
  readonly first: number;
}

/** @returns in order, without gaps */
export function stretchesOf(pieces: readonly PlacedPiece[]): Stretch[] {
  const stretches: Stretch[] = [];
  let first = 0;
  for (let next = 1; next <= pieces.length; next += 1) {
    if (next < pieces.length && pieces[next]!.piece.sections[0]?.start !== 0) continue;
    const own = pieces.slice(first, next);
    stretches.push({ start: own[0]!.start, end: own.at(-1)!.end, pieces: own, first });
    first = next;
  }
  return stretches;
}

/** Tells the heading of the section that holds an offset of a stretch, as an offset of it; undefined above the first one. */
export function headingsOf({ pieces, start: begin }: Stretch): (offset: number) => number | undefined {
  // A long list has many pieces without a heading: from each finding in it the way back would be long.
  let headings: readonly Range[] | undefined;
  return (offset) => {
    headings ??= pieces.flatMap(({ piece, start }) =>
      piece.sections.map((section) => ({
        start: section.start + start - begin,
        end: section.end + start - begin,
      })),
    );
    return headings[indexBefore(headings, offset)]?.start;
  };
}
