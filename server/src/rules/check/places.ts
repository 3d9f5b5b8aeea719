import type { Issue } from '../../newsletter/issue/issue';
import { headingRange } from '../../newsletter/sections/bodies';
import { type Range, shifted } from '../../text/sourceText';
import type { IssueRule, Place, Where } from '../rule';
import type { Counts } from './counts';

/** Where places are in a version of an issue. */
export class Places {
  constructor(
    readonly issue: Issue,
    private readonly counts: Counts,
  ) {}

  /** @param rule whose fact a place is a range of */
  where(rule: IssueRule, where: Where): Range {
    if (typeof where === 'function') return where(this.issue);
    if ('from' in where)
      return { start: this.range(rule, where.from).start, end: this.range(rule, where.to).end };
    return 'of' in where ? this.range(rule, where) : where;
  }

  private range(rule: IssueRule, { of, index, name }: Place): Range {
    const ends = of === 'section' ? this.counts.ofHeadings() : this.counts.ofFacts(rule);
    const n = pieceOf(ends, index);
    const { piece, start } = this.issue.pieces[n]!;
    const own = index - (ends[n - 1] ?? 0);
    if (of === 'section') {
      const section = piece.sections[own]!;
      return shifted(name === 'heading' ? section.heading : headingRange(piece, section), start);
    }
    const fact = this.counts.taken.of(rule, piece).facts[own]!;
    return shifted(name === '' ? fact.at : fact.places![name]!, start);
  }
}

/** Which piece has a part, by its number. */
function pieceOf(ends: readonly number[], index: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
