/**
 * One line of the text as its container sees it: the container's own prefix (`> `, indentation, bullet) is
 * cut off by moving `start`, never by changing text, so every offset stays an offset into the source.
 */
export interface Line {
  /** Offset of the first character that belongs to the container's content. */
  readonly start: number;
  readonly end: number;
  /** Columns of white space before `first`. */
  readonly indent: number;
  /** Offset of the first character that is not white space; `end` where there is none. */
  readonly first: number;
  /** Column of `start` in the source line, needed because a tab's width depends on it. */
  readonly column: number;
  /** Columns left over from a tab of which the container took a part. */
  readonly pad: number;
}

const TAB = 9;
const SPACE = 32;
const TAB_WIDTH = 4;

/** Makes a line of `text` from `start` to `end`. */
export function makeLine(text: string, start: number, end: number, column = 0, pad = 0): Line {
  let indent = pad;
  let at = column;
  let first = start;
  for (; first < end; first++) {
    const code = text.charCodeAt(first);
    const width = code === SPACE ? 1 : code === TAB ? TAB_WIDTH - (at % TAB_WIDTH) : 0;
    if (width === 0) break;
    indent += width;
    at += width;
  }
  return { start, end, indent, first, column, pad };
}

/** Takes `columns` columns of indentation off a line that has at least so many. */
export function dedent(text: string, line: Line, columns: number): Line {
  if (columns <= line.pad) {
    const { start, end, indent, first, column, pad } = line;
    return { start, end, indent: indent - columns, first, column, pad: pad - columns };
  }
  let missing = columns - line.pad;
  let column = line.column;
  let start = line.start;
  while (missing > 0 && start < line.first) {
    const width = text.charCodeAt(start) === TAB ? TAB_WIDTH - (column % TAB_WIDTH) : 1;
    column += width;
    start += 1;
    missing -= width;
  }
  const { end, first } = line;
  return { start, end, indent: line.indent - columns, first, column, pad: missing < 0 ? -missing : 0 };
}

/** The rest of a line behind an offset that lies at or behind its first character. */
export function after(text: string, line: Line, start: number): Line {
  let column = line.column;
  for (let at = line.start; at < start; at++) {
    column += text.charCodeAt(at) === TAB ? TAB_WIDTH - (column % TAB_WIDTH) : 1;
  }
  return makeLine(text, start, line.end, column);
}

/** The line without its leading white space. */
export function trimStart({ end, first, column }: Line): Line {
  return { start: first, end, indent: 0, first, column, pad: 0 };
}

/** Offset behind the last character that is not white space, at least `line.first`. */
export function trimmedEnd(text: string, line: Line): number {
  let end = line.end;
  while (end > line.first && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** The site's parser splits blocks at empty lines; a line of blanks behind a raw block is not one. */
export function isBlank(line: Line): boolean {
  return line.start >= line.end && line.pad === 0;
}

/** Takes four columns for each level off the lines that have them; the others keep what they have. */
export function dedentWhereIndented(text: string, lines: readonly Line[], levels: number): Line[] {
  const columns = 4 * levels;
  return lines.map((line) => (line.indent >= columns ? dedent(text, line, columns) : line));
}
