import { indexBefore, type Range } from './sourceText';

/** Ranges that may lie over each other, made ready to be asked about. */
export class Spans {
  private readonly sorted: readonly Range[];
  /** For each range in order: the last end up to there. */
  private readonly reach: readonly number[];

  constructor(ranges: readonly Range[]) {
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
}
