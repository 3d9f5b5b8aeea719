import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { isSameList } from '../../text/lists';
import type { IssueRule } from '../rule';
import type { ChangedPieces } from './changedPieces';
import type { TakenFacts } from './taken';

/** By piece: how many parts of some kind there are up to its end. */
type Ends = readonly number[];

/** How many headings and facts there are up to each piece of a version; counted when first asked for. */
export class Counts {
  private readonly facts = new Map<IssueRule, Ends>();
  private headings: Ends | undefined;

  /**
   * @param changed what lies between the pieces that the version before has in common with this one
   * @param before counts of that version, of which what still holds is taken over
   */
  constructor(
    private readonly pieces: readonly PlacedPiece[],
    readonly taken: TakenFacts,
    changed: ChangedPieces,
    before?: Counts,
  ) {
    if (before?.taken !== taken) return;
    for (const [rule, ends] of before.facts) {
      // A rule that fails is counted anew once it is asked.
      if (changed.after.some(({ piece }) => taken.countOf(rule, piece) === undefined)) continue;
      this.facts.set(
        rule,
        countsAfter(ends, changed, (piece) => taken.of(rule, piece).facts.length),
      );
    }
    if (before.headings)
      this.headings = countsAfter(before.headings, changed, (piece) => piece.headings.length);
  }

  ofHeadings(): Ends {
    this.headings ??= countsOf(this.pieces, (piece) => piece.headings.length);
    return this.headings;
  }

  ofFacts(rule: IssueRule): Ends {
    let ends = this.facts.get(rule);
    if (!ends) {
      ends = countsOf(this.pieces, (piece) => this.taken.of(rule, piece).facts.length);
      this.facts.set(rule, ends);
    }
    return ends;
  }
}

function countsOf(pieces: readonly PlacedPiece[], lengthOf: (piece: Piece) => number): Ends {
  let count = 0;
  return pieces.map(({ piece }) => {
    count += lengthOf(piece);
    return count;
  });
}

/** The counts of a version. @param known those of the version before: themselves where they still hold */
function countsAfter(
  known: Ends,
  { head, before, after }: ChangedPieces,
  lengthOf: (piece: Piece) => number,
): Ends {
  if (isSameList(before, after, (one, other) => lengthOf(one.piece) === lengthOf(other.piece))) return known;
  const counts = known.slice(0, head);
  let count = counts.at(-1) ?? 0;
  for (const { piece } of after) {
    count += lengthOf(piece);
    counts.push(count);
  }
  const next = head + before.length;
  const by = count - (known[next - 1] ?? 0);
  for (let n = next; n < known.length; n += 1) counts.push(known[n]! + by);
  return counts;
}
