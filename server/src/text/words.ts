/** @example `CommaExpected` → `comma expected` */
export function wordsIn(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** Whether two words differ, by at most `limit` letters added, left out or changed; two neighbors swapped count as one. */
export function nearlySame(a: string, b: string, limit: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > limit || a.length > 60 || Math.min(a.length, b.length) <= 2 * limit) {
    return false;
  }
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]! <= limit;
}

/** The one of several words that was probably meant: it differs by a slip or two, or one holds the other. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  for (const limit of [1, 2]) {
    const near = known.find((other) => nearlySame(word, other, limit));
    if (near !== undefined) return near;
  }
  if (word.length < 3) return undefined;
  return known.find((other) => other.includes(word) || word.includes(other));
}

/** The end of a message about a word that is not one of those known: names the nearest, where one is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean “${near}”?`;
}
