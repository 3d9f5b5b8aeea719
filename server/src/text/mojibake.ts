import { ENCODINGS } from './encodings';
import type { Range } from './sourceText';

/** UTF-8 that was read as something else, and what it was. */
export interface Mojibake extends Range {
  readonly repaired: string;
  /** The encoding in which it was read. */
  readonly encoding: string;
}

const RUN = /[\x80-\uffff]{2,}/g;
/** What no newsletter has on its own, apart from the parts of emoji. */
const IMPLAUSIBLE = /[\p{M}\p{C}\p{Z}]/u;
const EMOJI_PARTS = /\ufe0f|\ufe0e|\u200d|\u20e3/g;

const BYTES: readonly { name: string; bytes: ReadonlyMap<number, number> }[] = ENCODINGS.map(
  ({ name, upper }) => ({
    name,
    bytes: new Map(Array.from(upper, (char, n) => [char.charCodeAt(0), 0x80 + n])),
  }),
);

/** Finds every damaged run of a text, in order. */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const match of text.matchAll(RUN)) {
    const repair = repairRun(match[0]);
    if (repair) found.push({ start: match.index, end: match.index + match[0].length, ...repair });
  }
  return found;
}

/**
 * What a run of characters beyond ASCII was before it was read in the wrong encoding.
 *
 * @param run two or more characters, all beyond ASCII: every byte of a longer UTF-8 sequence is
 * @returns undefined unless the whole run is the wrong reading of valid UTF-8
 * @example repairMojibake('√©') // 'é'
 */
export function repairMojibake(run: string): string | undefined {
  return repairRun(run)?.repaired;
}

function repairRun(run: string): { repaired: string; encoding: string } | undefined {
  for (const { name, bytes } of BYTES) {
    const lead = bytes.get(run.charCodeAt(0)) ?? 0;
    // Sequences of UTF-8 begin with C2 to F4.
    if (lead < 0xc2 || lead > 0xf4) continue;
    const repaired = decode(run, bytes);
    if (repaired !== undefined && isPlausible(repaired)) return { repaired, encoding: name };
  }
  return undefined;
}

/** A non-breaking space alone is what people do type; other blanks, marks and controls on their own are not. */
function isPlausible(text: string): boolean {
  return !IMPLAUSIBLE.test(text.replace(EMOJI_PARTS, '').replaceAll('\u00a0', ''));
}

/** @returns undefined when the characters are no bytes of the encoding or the bytes no UTF-8 */
function decode(run: string, bytes: ReadonlyMap<number, number>): string | undefined {
  let result = '';
  for (let at = 0; at < run.length; ) {
    const lead = bytes.get(run.charCodeAt(at));
    if (lead === undefined || lead < 0xc2 || lead > 0xf4) return undefined;
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (at + more >= run.length) return undefined;
    let code = lead & (0x3f >> more);
    for (let n = 1; n <= more; n += 1) {
      const byte = bytes.get(run.charCodeAt(at + n));
      if (byte === undefined || byte < 0x80 || byte > 0xbf) return undefined;
      code = (code << 6) | (byte & 0x3f);
    }
    if (!isScalar(code, more)) return undefined;
    result += String.fromCodePoint(code);
    at += more + 1;
  }
  return result;
}

/** Whether a code point may stand in UTF-8, in a sequence of this length. */
function isScalar(code: number, more: number): boolean {
  const least = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000;
  return code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
