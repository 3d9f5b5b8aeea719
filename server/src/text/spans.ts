import { firstIndex } from './search';
import { indexBefore, type Range } from './sourceText';

/** Ranges that may lie over each other, made ready to be asked about. */
export class Spans<T extends Range = Range> {
  private readonly sorted: readonly T[];
  /** For each range in order: the last end up to there. */
  private readonly reach: readonly number[];

  constructor(ranges: readonly T[]) {
    this.sorted = [...ranges].sort((a, b) => a.start - b.start);
    let last = Number.NEGATIVE_INFINITY;
    this.reach = this.sorted.map(({ end }) => {
      last = Math.max(last, end);
      return last;
    });
  }

  /** Whether one of them overlaps a range. */
  touches({ start, end }: Range): boolean {
    const reach = this.reach[indexBefore(this.sorted, end - 1)];
    return reach !== undefined && reach > start;
  }

  /** Those that share a character with a range or stand right beside it, by their starts. */
  meeting({ start, end }: Range): T[] {
    const first = firstIndex(this.reach, (reach) => reach >= start);
    return this.sorted.slice(first, indexBefore(this.sorted, end) + 1).filter((one) => one.end >= start);
  }
}
