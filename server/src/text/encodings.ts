/**
 * One-byte encodings in which UTF-8 text gets read by mistake: the characters of the bytes 80 to FF in order.
 * The first half of all three is ASCII.
 */
export interface Encoding {
  readonly name: string;
  readonly upper: string;
}

/** Bytes 80 to 9F without a character of their own are the control characters of that number. */
const controls = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCharCode(from + n)).join('');

const LATIN_1_UPPER = controls(0xa0, 0xff);

/** In the order in which they are tried: most slips are of the first two, and their beginnings hardly overlap. */
export const ENCODINGS: readonly Encoding[] = [
  {
    name: 'Windows-1252',
    upper: `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${LATIN_1_UPPER}`,
  },
  {
    name: 'Mac Roman',
    upper:
      'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  },
  { name: 'Latin-1', upper: controls(0x80, 0x9f) + LATIN_1_UPPER },
];
