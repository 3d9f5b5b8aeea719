export interface Resource {
  /** Offsets of the address. */
  readonly url: readonly [start: number, end: number];
  readonly title?: readonly [start: number, end: number];
  /** Offset behind the closing parenthesis. */
  readonly end: number;
}

const ANGLED = /\(\s*<([^<>]*)>\s*(?:('[^']*'|"[^"]*")\s*)?\)/dy;

/**
 * Reads `(address "title")` directly behind a label. The address may hold blanks, line ends and balanced
 * parentheses; a title is what stands in quotes at the very end.
 *
 * @param fuel how many characters may still be read; reading takes from it, so hostile input stays linear
 */
export function readResource(text: string, at: number, fuel: { left: number }): Resource | undefined {
  if (text[at] !== '(') return undefined;
  ANGLED.lastIndex = at;
  const angled = ANGLED.exec(text);
  if (angled) {
    const [start, end] = angled.indices![1]!;
    const title = angled.indices![2];
    return {
      url: [start, end],
      ...(title && { title: [title[0] + 1, title[1] - 1] as const }),
      end: ANGLED.lastIndex,
    };
  }
  return readBalanced(text, at + 1, fuel);
}

/** A quotation mark that may begin a title, and where it was last seen again. */
interface Quote {
  readonly mark: string;
  /** Offset of the opening mark. */
  readonly open: number;
  /** Offset of the last mark after it, or -1. */
  close: number;
}

/** What may be more than a part of an address. */
const SIGN = /[()'"]/g;

function readBalanced(text: string, start: number, fuel: { left: number }): Resource | undefined {
  let depth = 1;
  let first: Quote | undefined;
  let second: Quote | undefined;
  /** Parentheses still open if the first quotation mark does not begin a title. */
  let fallbackDepth = 1;
  let fallbackEnd = -1;
  let last = '';
  SIGN.lastIndex = start;
  let at = SIGN.test(text) ? SIGN.lastIndex - 1 : text.length;
  for (; at < text.length && fuel.left > 0; at++) {
    const character = text[at]!;
    if (character === '(') {
      if (!first) depth++;
      else if (fallbackDepth > 0) fallbackDepth--;
    } else if (character === ')') {
      const title = [first, second].find((quote) => quote && quote.close >= 0 && quote.mark === last);
      if (title) {
        fuel.left -= at - start;
        return { url: [start, title.open], title: [title.open + 1, title.close], end: at + 1 };
      }
      if (!first) {
        depth--;
        if (depth === 0) return { url: [start, at], end: at + 1 };
      } else if (fallbackDepth > 0) {
        fallbackDepth--;
        if (fallbackDepth === 0) fallbackEnd = at;
      }
    } else if (character === "'" || character === '"') {
      if (!first) {
        first = { mark: character, open: at, close: -1 };
        fallbackDepth = depth;
      } else if (character === first.mark) first.close = at;
      else if (!second) second = { mark: character, open: at, close: -1 };
      else if (character === second.mark) second.close = at;
    }
    if (character !== ' ') last = character;
  }
  fuel.left -= at - start;
  if (fallbackEnd >= 0) return { url: [start, fallbackEnd], end: fallbackEnd + 1 };
  // The site's own slip: a parenthesis that opens behind a quotation mark makes all the rest an address.
  if (first && fallbackDepth === 0 && at === text.length) {
    return { url: [start, Math.max(start, at - 2)], end: at - 1 };
  }
  return undefined;
}
