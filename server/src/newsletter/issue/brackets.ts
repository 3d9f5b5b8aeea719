import type { Range } from '../../text/sourceText';
import type { SiteLine } from './lines';

/** A pair of square brackets that is not inside another one, brackets included. */
export interface Bracket extends Range {
  /** `(..)` directly behind it, parentheses included. */
  readonly target: Range | undefined;
  /** An opening parenthesis directly behind it that nothing closes. */
  readonly openTarget: number | undefined;
}

/** The brackets of a paragraph, an item or a heading. */
export interface BracketText extends Range {
  /** The line that begins it. */
  readonly head: SiteLine;
  readonly pairs: readonly Bracket[];
  /** Brackets without partner. */
  readonly loose: readonly number[];
}

/**
 * Reads the brackets of every paragraph, item and heading; `\\[` does not count.
 *
 * @param text the prose, so that neither code nor comments count
 */
export function readBrackets(lines: readonly SiteLine[], text: string): readonly BracketText[] {
  const texts: BracketText[] = [];
  for (let n = 0; n < lines.length; ) {
    const head = lines[n]!;
    let next = n + 1;
    if (isProse(head)) {
      while (next < lines.length && lines[next]!.head === head.head && isProse(lines[next]!)) next += 1;
      const range = { start: head.start, end: lines[next - 1]!.end };
      const found = readText(text, head, range);
      if (found.pairs.length > 0 || found.loose.length > 0) texts.push(found);
    }
    n = next;
  }
  return texts;
}

function isProse(line: SiteLine): boolean {
  switch (line.kind) {
    case 'item':
    case 'text':
    case 'quote':
      return line.lost !== 'code';
    case 'heading':
    case 'html':
      return true;
    default:
      return false;
  }
}

const OPEN = 91;
const CLOSE = 93;
const BACKSLASH = 92;

function readText(text: string, head: SiteLine, { start, end }: Range): BracketText {
  let pairs: Bracket[] = [];
  const loose: number[] = [];
  const open: number[] = [];
  let closing: ReadonlyMap<number, number> | undefined;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== OPEN && code !== CLOSE && code !== BACKSLASH) continue;
    if (code === BACKSLASH) {
      at += 1;
    } else if (code === OPEN) {
      open.push(at);
    } else if (open.length === 0) {
      loose.push(at);
    } else {
      const pair = { start: open.pop()!, end: at + 1 };
      if (text.charCodeAt(pair.end) !== 40 || pair.end >= end) {
        pairs.push({ start: pair.start, end: pair.end, target: undefined, openTarget: undefined });
        continue;
      }
      closing ??= matchParentheses(text, { start, end });
      const close = closing.get(pair.end);
      const target = close === undefined ? undefined : { start: pair.end, end: close + 1 };
      // What is inside a link's text is no link.
      while (target && pairs.length > 0 && pairs.at(-1)!.start > pair.start) pairs.pop();
      pairs.push({ start: pair.start, end: pair.end, target, openTarget: target ? undefined : pair.end });
      // Brackets in an address are part of it.
      if (target) at = target.end - 1;
    }
  }
  if (pairs.some((pair, n) => n > 0 && pairs[n - 1]!.start > pair.start))
    pairs = pairs.sort((a, b) => a.start - b.start);
  const sorted = loose.length === 0;
  for (const at of open) loose.push(at);
  if (!sorted && open.length > 0) loose.sort((a, b) => a - b);
  return { start, end, head, pairs, loose };
}

/** The closing parenthesis of every opening one that has one in its line: no address goes on in the next. */
function matchParentheses(text: string, { start, end }: Range): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  let open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 40) open.push(at);
    else if (code === 10 || code === 13) open = [];
    else if (code === 41 && open.length > 0) closing.set(open.pop()!, at);
  }
  return closing;
}
