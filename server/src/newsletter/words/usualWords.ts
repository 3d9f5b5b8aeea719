const BASE = 0x01000193;
/** As a power of two: of what is no usual word two of a hundred are taken for one. */
const SIZE = 18;
const UNIT = 32;

/**
 * The words that others may be slips of. Of the hundreds of texts that are a letter away from a word hardly any is one:
 * this tells so by their hashes, before they are made.
 */
export class UsualWords {
  private readonly bits = new Uint32Array(2 ** SIZE / UNIT);

  add(word: string): void {
    const bit = bitOf(hashOf(word));
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** @param hash from {@link hashOf} @returns false only for what is no usual word */
  mayHave(hash: number): boolean {
    const bit = bitOf(hash);
    return (this.bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

function bitOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (UNIT - SIZE);
}

/** A hash of a text as 32 bits. @param before that of another text, which it follows */
export function hashOf(text: string, before = 0): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Hashes of a word with a stretch of it replaced, each told without going over the word. */
export class ReplacedHashes {
  /** Of what the word begins with, by length. */
  private readonly begins: number[] = [0];
  /** What a hash is multiplied with for each character after it, by their number. */
  private readonly powers: number[] = [1];

  constructor(private readonly word: string) {
    for (let at = 0; at < word.length; at += 1) {
      this.begins.push(hashOf(word[at]!, this.begins[at]));
      this.powers.push(Math.imul(this.powers[at]!, BASE));
    }
  }

  /** The hash of the word with a text instead of what begins at `start` and ends before `end`. */
  with(text: string, start: number, end: number): number {
    const { begins, powers, word } = this;
    const power = powers[word.length - end]!;
    const rest = begins[word.length]! - Math.imul(begins[end]!, power);
    return (Math.imul(hashOf(text, begins[start]), power) + rest) | 0;
  }
}
