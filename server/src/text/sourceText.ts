/** A half-open piece of a text: offsets into the JavaScript string (UTF-16 units), `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One line without its line ending. */
export interface Line extends Range {
  /** Counted from 0, as LSP does. */
  readonly number: number;
}

export type Eol = '\n' | '\r\n' | '\r';

/** A text with its lines, cut at LF, CRLF and CR only, as VS Code cuts them. */
export class SourceText {
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
  /** The line ending used most in the text; LF for a text of one line. */
  readonly eol: Eol;

  /** @param known where the lines of this very text start, if somebody knows already */
  constructor(text: string, known?: { readonly lineStarts: readonly number[]; readonly eol: Eol }) {
    this.text = text;
    this.lineStarts = known?.lineStarts ?? [0].concat(startsIn(text, 0, text.length + 1));
    this.eol = known?.eol ?? usualEnding(endingsOf(text, this.lineStarts));
  }

  /** The text of the next version, whose lines are the same outside of what changed. */
  next(text: string, { start, end, newEnd }: TextChange): SourceText {
    // A line end of two characters may have been put together, or taken apart, at either side of the change.
    const first = this.lineNumberAt(Math.max(0, start - 1));
    const last = this.lineNumberAt(Math.min(this.text.length, end + 1));
    const by = newEnd - end;
    const from = this.lineStarts[first]!;
    const to = this.lineStarts[last + 1] ?? this.text.length + 1;
    const lineStarts = this.lineStarts.slice(0, first + 1);
    for (const at of startsIn(text, from, to + by)) lineStarts.push(at);
    for (let n = last + 1; n < this.lineStarts.length; n += 1) lineStarts.push(this.lineStarts[n]! + by);
    return new SourceText(text, {
      lineStarts,
      eol: usualEnding(endingsOf(text, lineStarts)),
    });
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** @param number from 0; out of range gives the nearest line */
  line(number: number): Line {
    const n = Math.max(0, Math.min(number, this.lineStarts.length - 1));
    const start = this.lineStarts[n]!;
    let end = this.lineStarts[n + 1] ?? this.text.length;
    if (n + 1 < this.lineStarts.length) {
      end -= 1;
      if (end > start && this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end -= 1;
    }
    return { number: n, start, end };
  }

  /** The text of a line, without its line ending. */
  lineText(number: number): string {
    const line = this.line(number);
    return this.text.slice(line.start, line.end);
  }

  /** Number (from 0) of the line that holds `offset`. */
  lineNumberAt(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  lineAt(offset: number): Line {
    return this.line(this.lineNumberAt(offset));
  }

  /** The line with its line ending: what to delete to make the line disappear. */
  fullLine(number: number): Range {
    const start = this.line(number).start;
    return { start, end: this.lineStarts[number + 1] ?? this.text.length };
  }

  /** Line and character from 0, UTF-16 units, as in LSP. */
  positionAt(offset: number): { line: number; character: number } {
    const line = this.lineNumberAt(offset);
    return { line, character: offset - this.lineStarts[line]! };
  }

  /** The opposite of {@link positionAt}; positions past a line's end give its end. */
  offsetAt(position: { line: number; character: number }): number {
    if (position.line >= this.lineStarts.length) return this.text.length;
    const line = this.line(position.line);
    return Math.min(line.start + position.character, line.end);
  }

  slice(range: Range): string {
    return this.text.slice(range.start, range.end);
  }
}

/** The line ending of most lines; LF for none. */
export function usualEnding(counts: Readonly<Record<Eol, number>>): Eol {
  // Not by a pattern: esbuild minifies its keys to what is no JavaScript.
  const lf = counts['\n'];
  const crlf = counts['\r\n'];
  const cr = counts['\r'];
  return crlf > lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
}

/** Starts of the lines that begin after `from` and before `limit`. */
function startsIn(text: string, from: number, limit: number): number[] {
  const starts: number[] = [];
  const hasReturns = text.includes('\r');
  let at = from;
  for (;;) {
    const lf = text.indexOf('\n', at);
    let end = lf < 0 ? text.length : lf;
    if (hasReturns) {
      let cr = at;
      while (cr < end && text.charCodeAt(cr) !== 13) cr += 1;
      if (cr < end && cr + 1 !== lf) end = cr;
    }
    at = end + 1;
    if (end >= text.length || at >= limit) return starts;
    starts.push(at);
  }
}

function endingsOf(text: string, lineStarts: readonly number[]): Record<Eol, number> {
  if (!text.includes('\r')) return { '\n': lineStarts.length - 1, '\r\n': 0, '\r': 0 };
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (let n = 1; n < lineStarts.length; n += 1) {
    const end = lineStarts[n]!;
    const isLf = text.charCodeAt(end - 1) === 10;
    counts[!isLf ? '\r' : text.charCodeAt(end - 2) === 13 ? '\r\n' : '\n'] += 1;
  }
  return counts;
}

/** What differs between two texts: the first range became the second. */
export interface TextChange extends Range {
  readonly newEnd: number;
}

/** How much is compared at a time, ever less: comparing long pieces is cheaper than comparing characters. */
const STEPS = [4096, 256, 16, 1];

/** The smallest change that makes `after` of `before`; undefined for the same text. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  for (const step of STEPS)
    while (start + step <= most && before.slice(start, start + step) === after.slice(start, start + step))
      start += step;
  let end = before.length;
  let newEnd = after.length;
  for (const step of STEPS)
    while (
      Math.min(end, newEnd) - step >= start &&
      before.slice(end - step, end) === after.slice(newEnd - step, newEnd)
    ) {
      end -= step;
      newEnd -= step;
    }
  return { start, end, newEnd };
}

/** Whether `offset` lies in the range; its end counts too, so that a cursor behind the last character is inside. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** The range so many characters further on; `by` may be negative. */
export function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two ranges share a character, or touch at an end of either. */
export function meets(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Index of the last range that starts at or before `offset`, -1 when there is none. @param ranges sorted by start */
export function indexBefore(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether `offset` lies in one of the ranges, its end excluded. @param ranges sorted, not overlapping */
export function holds(ranges: readonly Range[], offset: number): boolean {
  const range = ranges[indexBefore(ranges, offset)];
  return range !== undefined && offset < range.end;
}

/** Whether `range` shares a character with one of the ranges. @param ranges sorted, not overlapping */
export function overlapsAny(ranges: readonly Range[], range: Range): boolean {
  const last = ranges[indexBefore(ranges, range.end - 1)];
  return last !== undefined && last.end > range.start;
}
