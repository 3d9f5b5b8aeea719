/** Punctuation of a sentence, of a list or of Markdown, an escaped space, the start of an empty fragment or query. */
const PLAIN = /(?:[.,;:|\\#&…]|%20|%C2%A0|%E2%80%A6)$/i;
/** What closes something, with what opens it; plain and escaped. */
const CLOSING: readonly (readonly [close: RegExp, open: RegExp])[] = [
  [/(?:"|%22)$/i, /"|%22/gi],
  [/(?:'|%27)$/i, /'|%27/gi],
  [/(?:`|%60)$/i, /`|%60/gi],
  [/(?:\*+|%2A)$/i, /\*|%2A/gi],
  [/(?:\)|%29)$/i, /\(|%28/gi],
  [/(?:）|%EF%BC%89)$/i, /（|%EF%BC%88/gi],
  [/(?:\]|%5D)$/i, /\[|%5B/gi],
  [/(?:\}|%7D)$/i, /\{|%7B/gi],
  [/(?:>|%3E)$/i, /<|%3C/gi],
  [/(?:”|%E2%80%9D)$/i, /“|%E2%80%9C/gi],
  [/(?:’|%E2%80%99)$/i, /‘|%E2%80%98/gi],
  [/(?:›|%E2%80%BA)$/i, /‹|%E2%80%B9/gi],
  [/(?:»|%C2%BB)$/i, /«|%C2%AB/gi],
];
/** `U.S.` ends in a full stop of its own. */
const ABBREVIATION = /(?:^|[/_(-])(?:\w\.){2,}$/;

/** All of them end in a sign or an escaped one; most addresses do not. */
const SIGN_AT_END = /[^\w/=+-]$|%[\dA-F]{2}$/i;

/** Longer ends are no slip of the pen. */
const MOST = 4;

/**
 * Where an address ends if what belongs to the text around it is taken off. An end that closes something within the
 * address belongs to it: `?q=label:%22help+wanted%22`, `/wiki/Rust_(language)`.
 *
 * @returns the length of the address that is kept
 */
export function strayEnd(address: string): number {
  let kept = address.length;
  if (!SIGN_AT_END.test(address.slice(-3))) return kept;
  for (let n = 0; n < MOST; n += 1) {
    const end = strayAt(address.slice(0, kept));
    if (end === undefined) break;
    kept = end;
  }
  return kept;
}

function strayAt(address: string): number | undefined {
  const plain = PLAIN.exec(address);
  if (plain) return plain[0] === '.' && ABBREVIATION.test(address) ? undefined : plain.index;
  for (const [close, open] of CLOSING) {
    const match = close.exec(address);
    if (!match) continue;
    const before = address.slice(0, match.index);
    const opened = count(before, open);
    // A quotation mark opens and closes: it closes where an odd number stands before it.
    const same = count(match[0], open) > 0;
    const closed = same ? opened % 2 : opened - count(before, new RegExp(close.source.slice(0, -1), 'gi'));
    return closed > 0 ? undefined : match.index;
  }
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
