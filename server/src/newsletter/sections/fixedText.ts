/** Where two texts differ, from the first different character to the last. */
export interface Difference {
  readonly start: number;
  readonly foundEnd: number;
  readonly knownEnd: number;
}

export function difference(found: string, known: string): Difference {
  const shorter = Math.min(found.length, known.length);
  let start = 0;
  while (start < shorter && found[start] === known[start]) start += 1;
  let back = 0;
  while (back < shorter - start && found[found.length - 1 - back] === known[known.length - 1 - back])
    back += 1;
  return { start, foundEnd: found.length - back, knownEnd: known.length - back };
}

const ADDRESS = /https?:\/\/[^\s)\]]+/g;

/**
 * Whether the texts differ in addresses only, and those of `found` are sound: pages move (`master` became `main`,
 * Twitter became X), and the template follows sooner or later.
 */
export function isAddressChange(found: string, known: string): boolean {
  const addresses = found.match(ADDRESS) ?? [];
  if (addresses.some((address) => /[^\x21-\x7e]/.test(address))) return false;
  return found.replace(ADDRESS, '{}') === known.replace(ADDRESS, '{}');
}
