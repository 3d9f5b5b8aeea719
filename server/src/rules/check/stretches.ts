import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { indexBefore, type Range } from '../../text/sourceText';
import type { ChangedPieces } from './changedPieces';

/**
 * Pieces from one heading at the margin to the next: what stands in one list is in one of them. Nothing is told
 * together beyond it.
 */
export interface Stretch extends Range {
  readonly pieces: readonly PlacedPiece[];
  /** How many pieces of the issue stand above. */
  readonly first: number;
}

/**
 * The stretches of a version. Those of the version before whose pieces are the same are at the same place from the
 * beginning, or from the end.
 *
 * @param before those of the version before
 * @param changed what lies between the pieces that both versions have in common
 * @returns them in order, without gaps, and how many at the beginning and at the end have the pieces that they had
 */
export function stretchesOf(
  pieces: readonly PlacedPiece[],
  before: readonly Stretch[],
  changed: ChangedPieces,
): { readonly stretches: Stretch[]; readonly head: number; readonly tail: number } {
  // Where a stretch ends is told by the piece after it.
  const next = before.findIndex(({ first, pieces: own }) => first + own.length >= changed.head);
  const head = next < 0 ? before.length : next;
  const last = changed.head + changed.before.length;
  const following = before.findIndex(({ first }, n) => n >= head && first > 0 && first >= last);
  const tail = following < 0 ? 0 : before.length - following;
  const stretches = before.slice(0, head);
  const by = changed.after.length - changed.before.length;
  const end = following < 0 ? pieces.length : before[following]!.first + by;
  for (let first = before[head]?.first ?? 0; first < end; ) {
    let after = first + 1;
    while (after < end && pieces[after]!.piece.sections[0]?.start !== 0) after += 1;
    stretches.push(stretchOf(pieces, first, after));
    first = after;
  }
  for (const { first, pieces: own } of before.slice(before.length - tail))
    stretches.push(stretchOf(pieces, first + by, first + by + own.length));
  return { stretches, head, tail };
}

function stretchOf(pieces: readonly PlacedPiece[], first: number, next: number): Stretch {
  return {
    start: pieces[first]!.start,
    end: pieces[next - 1]!.end,
    pieces: pieces.slice(first, next),
    first,
  };
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
