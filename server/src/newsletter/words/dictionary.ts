import { hashes } from './wordHashes';

/** English words of five letters or more, as a set that fits into some 45 KB and takes one of twenty others for a word too. */
export interface Dictionary {
  /** @param word in lower case */
  has(word: string): boolean;
}

/**
 * Reads what `scripts/words.mjs` writes: `twir-words HASHES BITS` and, on the next line, a Bloom filter in base64.
 *
 * @returns undefined for anything else
 */
export function readDictionary(text: string): Dictionary | undefined {
  const [, count, size, base64] = /^twir-words (\d+) (\d+)\n([A-Za-z\d+/]+={0,2})\s*$/.exec(text) ?? [];
  if (count === undefined || size === undefined || base64 === undefined) return undefined;
  const bits = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  if (bits.length * 8 < Number(size)) return undefined;
  const listed = (word: string) =>
    hashes(word, Number(count), Number(size)).every((bit) => (bits[bit >> 3]! & (1 << (bit & 7))) !== 0);
  // Plurals that only add an s are not listed: a quarter of all words.
  return { has: (word) => listed(word) || (word.endsWith('s') && listed(word.slice(0, -1))) };
}
