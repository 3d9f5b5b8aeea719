import type { SiteLine } from './lines';
import type { Range } from './text';

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

const SIGNIFICANT = /[[\]\\]/g;
const PARENTHESIS = /[()\r\n]/g;

function readText(text: string, head: SiteLine, { start, end }: Range): BracketText {
  let pairs: Bracket[] = [];
  const loose: number[] = [];
  const open: number[] = [];
  let closing: ReadonlyMap<number, number> | undefined;
  const pattern = new RegExp(SIGNIFICANT);
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    const at = match.index;
    if (match[0] === '\\') {
      pattern.lastIndex = at + 2;
    } else if (match[0] === '[') {
      open.push(at);
    } else if (open.length === 0) {
      loose.push(at);
    } else {
      const pair = { start: open.pop()!, end: at + 1 };
      if (text.charCodeAt(pair.end) !== 40 || pair.end >= end) {
        pairs.push({ ...pair, target: undefined, openTarget: undefined });
        continue;
      }
      closing ??= matchParentheses(text, { start, end });
      const close = closing.get(pair.end);
      const target = close === undefined ? undefined : { start: pair.end, end: close + 1 };
      // What is inside a link's text is no link.
      while (target && pairs.length > 0 && pairs.at(-1)!.start > pair.start) pairs.pop();
      pairs.push({ ...pair, target, openTarget: target ? undefined : pair.end });
      // Brackets in an address are part of it.
      if (target) pattern.lastIndex = target.end;
    }
  }
  if (pairs.some((pair, n) => n > 0 && pairs[n - 1]!.start > pair.start))
    pairs = pairs.sort((a, b) => a.start - b.start);
  for (const at of open) loose.push(at);
  loose.sort((a, b) => a - b);
  return { start, end, head, pairs, loose };
}

/** The closing parenthesis of every opening one that has one in its line: no address goes on in the next. */
function matchParentheses(text: string, { start, end }: Range): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  let open: number[] = [];
  const pattern = new RegExp(PARENTHESIS);
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    if (match[0] === '(') open.push(match.index);
    else if (match[0] !== ')') open = [];
    else if (open.length > 0) closing.set(open.pop()!, match.index);
  }
  return closing;
}
