import type { Range } from '../../text/sourceText';

/** A line with its line end. */
interface Line extends Range {
  /** Whether it is one item, and what follows does not belong to it. */
  readonly isItem: boolean;
}

/** The lines of a text around places. The last one is remembered: a line may have thousands of them. */
export class ItemLines {
  private last: Line | undefined;

  constructor(private readonly text: string) {}

  /** All lines that a place is in. */
  around({ start, end }: Range): Line {
    if (this.last && this.last.start <= start && end < this.last.end) return this.last;
    const { text } = this;
    let from = start;
    while (from > 0 && !/[\r\n]/.test(text[from - 1]!)) from -= 1;
    const lineEnd = /\r\n|\r|\n|$/g;
    lineEnd.lastIndex = end;
    const match = lineEnd.exec(text)!;
    const line = { start: from, end: match.index + match[0].length };
    this.last = { ...line, isItem: isItemLine(text, line) };
    return this.last;
  }
}

function isItemLine(text: string, line: Range): boolean {
  const indent = /^([ \t]*)[*+-](?:[ \t]|$|\r|\n)[^\r\n]*(?:\r\n?|\n)?$/.exec(
    text.slice(line.start, line.end),
  )?.[1];
  if (indent === undefined) return false;
  const next = /^[ \t]*(?=[^ \t\r\n])/.exec(text.slice(line.end))?.[0];
  return next === undefined || next.length <= indent.length;
}
