import type { Issue } from '../../newsletter/issue/issue';
import type { Piece } from '../../newsletter/issue/piece';
import { headingRange } from '../../newsletter/sections/bodies';
import { isSameList } from '../../text/lists';
import { type Range, shifted } from '../../text/sourceText';
import type { IssueRule, Place, Where } from '../rule';
import type { ChangedPieces } from './changedPieces';
import type { TakenFacts } from './taken';

/** Where places are in a version of an issue. */
export class Places {
  private readonly facts = new Map<IssueRule, Counts>();
  private sections: Counts | undefined;

  /**
   * @param taken of the rules that name places
   * @param changed what lies between the pieces that the version before has in common with this one
   * @param before places of that version, of which what still holds is taken over
   */
  constructor(
    readonly issue: Issue,
    private readonly taken: TakenFacts,
    changed: ChangedPieces,
    before?: Places,
  ) {
    if (!before) return;
    for (const [rule, counts] of before.facts)
      this.facts.set(
        rule,
        countsAfter(counts, changed, (piece) => taken.of(rule, piece).facts.length),
      );
    if (before.sections)
      this.sections = countsAfter(before.sections, changed, (piece) => piece.sections.length);
  }

  /** @param rule whose fact a place is a range of */
  where(rule: IssueRule, where: Where): Range {
    if (typeof where === 'function') return where(this.issue);
    if ('from' in where)
      return { start: this.range(rule, where.from).start, end: this.range(rule, where.to).end };
    return 'of' in where ? this.range(rule, where) : where;
  }

  private range(rule: IssueRule, { of, index, name }: Place): Range {
    const counts = of === 'section' ? this.countsOfSections() : this.countsOfFacts(rule);
    const n = pieceOf(counts, index);
    const { piece, start } = this.issue.pieces[n]!;
    const own = index - (counts[n - 1] ?? 0);
    if (of === 'section') {
      const section = piece.sections[own]!;
      return shifted(name === 'heading' ? section.heading : headingRange(piece, section), start);
    }
    const fact = this.taken.of(rule, piece).facts[own]!;
    return shifted(name === '' ? fact.at : fact.places![name]!, start);
  }

  private countsOfSections(): Counts {
    this.sections ??= countsOf(this.issue, (piece) => piece.sections.length);
    return this.sections;
  }

  private countsOfFacts(rule: IssueRule): Counts {
    let counts = this.facts.get(rule);
    if (!counts) {
      counts = countsOf(this.issue, (piece) => this.taken.of(rule, piece).facts.length);
      this.facts.set(rule, counts);
    }
    return counts;
  }
}

/** By piece: how many parts of some kind there are up to its end. */
type Counts = readonly number[];

function countsOf({ pieces }: Issue, lengthOf: (piece: Piece) => number): Counts {
  let count = 0;
  return pieces.map(({ piece }) => {
    count += lengthOf(piece);
    return count;
  });
}

/** The counts of a version. @param known those of the version before: themselves where they still hold */
function countsAfter(
  known: Counts,
  { head, before, after }: ChangedPieces,
  lengthOf: (piece: Piece) => number,
): Counts {
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

/** Which piece has a part, by its number. */
function pieceOf(counts: Counts, index: number): number {
  let low = 0;
  let high = counts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (counts[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
