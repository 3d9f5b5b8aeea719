// Numbers.

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);

/** Collects values of several rounds by what and whose they are. */
export class Samples {
  /** @type {Map<string, Map<string, number[]>>} */
  rows = new Map();

  add(what, whose, value) {
    const row = this.rows.get(what) ?? new Map();
    this.rows.set(what, row);
    row.set(whose, [...(row.get(whose) ?? []), value]);
  }
}
