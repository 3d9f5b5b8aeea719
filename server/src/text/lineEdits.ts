import { diffArrays } from 'diff';
import type { Edit } from './edits';
import { append, isSameList } from './lists';
import { SourceText } from './sourceText';

/** So many lines may differ between two that both texts have once, and the least is changed; then it is less exact. */
const EXACT = 400;

/** The edits, whole lines with their endings, that make `after` of `before`. Near linear in the number of lines. */
export function lineEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  const old = splitLines(before);
  const now = splitLines(after);
  const edits: Edit[] = [];
  const cursor = { line: 0, offset: 0 };
  const offsetOf = (line: number) => {
    for (; cursor.line < line; cursor.line += 1) cursor.offset += old[cursor.line]!.length;
    return cursor.offset;
  };
  for (const { from, to, lines } of hunks(old, now)) {
    const start = offsetOf(from);
    const text = lines.join('');
    const last = edits.at(-1);
    // Neighbors become one: two edits at one place have no order.
    if (last?.end === start)
      edits[edits.length - 1] = { start: last.start, end: offsetOf(to), text: last.text + text };
    else edits.push({ start, end: offsetOf(to), text });
  }
  return edits;
}

/** Replaces the lines `from` to `to`, without the latter. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Cuts the texts at lines that each has once and both in the same order, and compares what is between. */
function hunks(old: readonly string[], now: readonly string[]): Hunk[] {
  let [from, begin] = [0, 0];
  const found: Hunk[] = [];
  for (const [a, b] of [...anchors(old, now), [old.length, now.length] as const]) {
    // Most stay where they were, one below the other.
    if (from < a || begin < b) append(found, compare(old.slice(from, a), now.slice(begin, b), from));
    [from, begin] = [a + 1, b + 1];
  }
  return found;
}

/** Pairs of line numbers, growing on both sides. */
function anchors(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  const there = once(now);
  const pairs: (readonly [number, number])[] = [];
  for (const [line, a] of once(old)) {
    const b = there.get(line);
    if (a !== undefined && b !== undefined) pairs.push([a, b]);
  }
  return longestGrowing(pairs);
}

/** Number of each line that stands in a text once; undefined for the others. In their order. */
function once(lines: readonly string[]): Map<string, number | undefined> {
  const numbers = new Map<string, number | undefined>();
  for (const [n, line] of lines.entries()) numbers.set(line, numbers.has(line) ? undefined : n);
  return numbers;
}

/** The longest choice of pairs whose second numbers grow as their first do ("patience sorting"). */
function longestGrowing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [n, [, b]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < b) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? tops[low - 1]! : -1);
    tops[low] = n;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let n = tops.at(-1) ?? -1; n >= 0; n = previous[n]!) chosen.push(pairs[n]!);
  return chosen.reverse();
}

/** What differs between two stretches. @param at number of the first line */
function compare(old: readonly string[], now: readonly string[], at: number): Hunk[] {
  if (isSameList(old, now, (a, b) => a === b)) return [];
  const parts = diffArrays(old as string[], now as string[], { maxEditLength: EXACT });
  if (!parts) return coarsely(old, now, at);
  const found: Hunk[] = [];
  let line = at;
  for (const { added, removed, value } of parts) {
    if (added) found.push({ from: line, to: line, lines: value });
    else if (removed) found.push({ from: line, to: line + value.length, lines: [] });
    if (!added) line += value.length;
  }
  return found;
}

/** Line by line where as many came as went, else all that is between the first and the last difference. */
function coarsely(old: readonly string[], now: readonly string[], at: number): Hunk[] {
  if (old.length === now.length)
    return old.flatMap((line, n) =>
      line === now[n] ? [] : [{ from: at + n, to: at + n + 1, lines: [now[n]!] }],
    );
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return [{ from: at + head, to: at + old.length - tail, lines: now.slice(head, now.length - tail) }];
}

function splitLines(text: string): string[] {
  const source = new SourceText(text);
  return source.lineStarts.map((_, n) => source.slice(source.fullLine(n))).filter((line) => line !== '');
}
