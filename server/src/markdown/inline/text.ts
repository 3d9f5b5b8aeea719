import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Finds, Region } from './region';

const REFERENCE = /&(?:#([0-9]+)|#[xX]([0-9a-fA-F]+)|([0-9a-zA-Z]+));/g;
const LINE_BREAK = / {2}\n/g;
/** Markers between blanks, as in `2 * 3`, are text. */
const LONE_ASTERISKS = /(?<=^|\s)\*{1,3}(?=\s|$)/g;
const LONE_UNDERSCORES = /(?<=^|\s)_{1,3}(?=\s|$)/g;

/** Two blanks at the end of a line; a backslash there makes no break. */
export function* lineBreaks(region: Region): Finds {
  for (const match of region.text.matchAll(LINE_BREAK)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      make: () => ({ node: { type: 'break' } }),
    };
  }
  return false;
}

export function* characterReferences(region: Region): Finds {
  for (const match of region.text.matchAll(REFERENCE)) {
    const value = decode(match[1], match[2], match[3]);
    if (value === undefined) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      make: () => ({ node: { type: 'text', value } }),
    };
  }
  return false;
}

/** Decodes the character references of an address or a title. */
export function decodeReferences(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    REFERENCE,
    (all, ...groups: string[]) => decode(groups[0], groups[1], groups[2]) ?? all,
  );
}

function decode(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name) return decodeNamedCharacterReference(name) || undefined;
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

export const loneAsterisks = (region: Region) => loneMarkers(region, LONE_ASTERISKS);

export const loneUnderscores = (region: Region) => loneMarkers(region, LONE_UNDERSCORES);

function* loneMarkers(region: Region, pattern: RegExp): Finds {
  for (const match of region.text.matchAll(pattern)) {
    const value = match[0];
    yield {
      start: match.index,
      end: match.index + value.length,
      make: () => ({ node: { type: 'text', value } }),
    };
  }
  return false;
}
