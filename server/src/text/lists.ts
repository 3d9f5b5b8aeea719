/**
 * Appends to a list. `list.push(...more)` takes each item as an argument, of which there can't be more than some 120,000:
 * a text of a megabyte has as many lines, marks or links.
 */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

/** Adds to the list of a key. */
export function appendTo<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Whether two lists are as long, and what stands at the same place in both is the same. */
export function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T, index: number) => boolean,
): boolean {
  return a.length === b.length && a.every((value, n) => isSame(value, b[n]!, n));
}

/** The smallest number of a list of any length; `Infinity` without one. */
export function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
}

/** The largest number of a list of any length; `-Infinity` without one. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
}
