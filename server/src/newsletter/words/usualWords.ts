const BASE = 0x01000193;
/** As a power of two: of what is no usual word two of a hundred are taken for one. */
const SIZE = 18;
const UNIT = 32;
const SPREAD = 0x9e3779b1;
const [A, Z] = [97, 122];

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

  /** The letters of which one in a gap may make a usual word of what is around it. */
  lettersFor({ begin, power, rest }: Gap): string[] {
    const found: string[] = [];
    const { bits } = this;
    // Written out: a word has some twenty gaps, and each of them 26 letters.
    for (let code = A; code <= Z; code += 1) {
      const hash = Math.imul(begin + code, power) + rest;
      const bit = Math.imul(hash, SPREAD) >>> (UNIT - SIZE);
      if ((bits[bit >>> 5]! & (1 << (bit & 31))) !== 0) found.push(String.fromCharCode(code));
    }
    return found;
  }
}

function bitOf(hash: number): number {
  return Math.imul(hash, SPREAD) >>> (UNIT - SIZE);
}

/** A hash of a text as 32 bits. @param before that of another text, which it follows */
export function hashOf(text: string, before = 0): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

/** What the hash of a word with one letter in a gap is made of: `(begin + code of the letter) * power + rest`. */
interface Gap {
  readonly begin: number;
  readonly power: number;
  readonly rest: number;
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

  /** The word with a gap for a letter instead of what begins at `start` and ends before `end`. */
  gap(start: number, end: number): Gap {
    const power = this.powers[this.word.length - end]!;
    return { begin: Math.imul(this.begins[start]!, BASE), power, rest: this.restFrom(end) };
  }

  /** The hash of the word with a text instead of what begins at `start` and ends before `end`. */
  with(text: string, start: number, end: number): number {
    const power = this.powers[this.word.length - end]!;
    return (Math.imul(hashOf(text, this.begins[start]), power) + this.restFrom(end)) | 0;
  }

  /** What the text from an offset on adds to the hash. */
  private restFrom(end: number): number {
    const { begins, powers, word } = this;
    return (begins[word.length]! - Math.imul(begins[end]!, powers[word.length - end]!)) | 0;
  }
}
