import type { Issue } from '../../newsletter/issue/issue';
import type { Piece } from '../../newsletter/issue/piece';
import { headingRange } from '../../newsletter/sections/bodies';
import type { Section } from '../../newsletter/sections/sections';
import type { Range } from '../../text/sourceText';
import type { Fact, IssueRule, Place, Where } from '../rule';
import { factsOf } from './facts';

/** Where places are in a version of an issue. */
export class Places {
  private readonly facts = new Map<IssueRule, Parts<Fact>>();
  private sections: Parts<Section> | undefined;

  constructor(readonly issue: Issue) {}

  /** @param rule whose fact a place is a range of */
  where(rule: IssueRule, where: Where): Range {
    if (typeof where === 'function') return where(this.issue);
    if ('from' in where)
      return { start: this.range(rule, where.from).start, end: this.range(rule, where.to).end };
    return 'of' in where ? this.range(rule, where) : where;
  }

  private range(rule: IssueRule, { of, index, name }: Place): Range {
    if (of === 'section') {
      this.sections ??= new Parts(this.issue, (piece) => piece.sections);
      const { piece, part, start } = this.sections.at(index);
      return shifted(name === 'heading' ? part.heading : headingRange(piece, part), start);
    }
    let facts = this.facts.get(rule);
    if (!facts) {
      facts = new Parts(this.issue, (piece) => factsOf(rule, piece));
      this.facts.set(rule, facts);
    }
    const { part, start } = facts.at(index);
    return shifted(name === '' ? part.at : part.places![name]!, start);
  }
}

/** Parts of all pieces of an issue, counted through. */
class Parts<T> {
  /** By piece: how many there are up to its end. */
  private readonly counts: number[] = [];

  constructor(
    private readonly issue: Issue,
    private readonly partsOf: (piece: Piece) => readonly T[],
  ) {
    let count = 0;
    for (const { piece } of issue.pieces) {
      count += partsOf(piece).length;
      this.counts.push(count);
    }
  }

  /** A part, and where its piece starts. */
  at(index: number): { readonly piece: Piece; readonly part: T; readonly start: number } {
    let low = 0;
    let high = this.counts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.counts[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    const { piece, start } = this.issue.pieces[low]!;
    return { piece, start, part: this.partsOf(piece)[index - (this.counts[low - 1] ?? 0)]! };
  }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
