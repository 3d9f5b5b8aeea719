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

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    let crlf = 0;
    let cr = 0;
    for (let at = nextBreak(text, 0); at >= 0; at = nextBreak(text, starts[starts.length - 1]!)) {
      const isCr = text.charCodeAt(at) === 13;
      const isCrlf = isCr && text.charCodeAt(at + 1) === 10;
      if (isCrlf) crlf += 1;
      else if (isCr) cr += 1;
      starts.push(at + (isCrlf ? 2 : 1));
    }
    const lf = starts.length - 1 - crlf - cr;
    this.lineStarts = starts;
    this.eol = usualEnding({ '\n': lf, '\r\n': crlf, '\r': cr });
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
  const { '\n': lf, '\r\n': crlf, '\r': cr } = counts;
  return crlf > lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
}

function nextBreak(text: string, from: number): number {
  const lf = text.indexOf('\n', from);
  const limit = lf < 0 ? text.length : lf;
  for (let at = from; at < limit; at += 1) if (text.charCodeAt(at) === 13) return at;
  return lf;
}

/** Whether `offset` lies in the range; its end counts too, so that a cursor behind the last character is inside. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
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
