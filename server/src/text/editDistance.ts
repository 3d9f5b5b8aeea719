/** How many characters must be changed, at most `limit + 1`; linear in the length for a fixed limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = 2 * limit + 1;
  let row = new Array<number>(width).fill(limit + 1);
  for (let d = limit; d < width; d += 1) row[d] = d - limit;
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Array<number>(width).fill(limit + 1);
    let best = limit + 1;
    for (let d = 0; d < width; d += 1) {
      const j = i + d - limit;
      if (j < 0 || j > b.length) continue;
      let cost = j === 0 ? i : row[d]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (d + 1 < width) cost = Math.min(cost, row[d + 1]! + 1);
      if (d > 0) cost = Math.min(cost, next[d - 1]! + 1);
      next[d] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    row = next;
  }
  return Math.min(row[b.length - a.length + limit]!, limit + 1);
}
