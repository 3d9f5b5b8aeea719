import { type Line, makeLine, trimmedEnd, trimStart } from './lines';
import { type Draft, draft } from './tree';

/**
 * A `#` in column 1 is a heading on the site, with or without a space behind it, and it ends any block. Only
 * a backslash at the end of the line, which escapes the line end, makes it text.
 */
export function isAtxLine(text: string, line: Line): boolean {
  if (line.indent > 0 || text[line.start] !== '#' || line.start >= line.end) return false;
  let slashes = 0;
  while (text[line.end - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 0;
}

export function atxHeading(text: string, line: Line): Draft {
  let start = line.start;
  while (start < line.end && start - line.start < 6 && text[start] === '#') start++;
  const depth = (start - line.start) as 1 | 2 | 3 | 4 | 5 | 6;
  let end = line.end;
  while (end > start && text[end - 1] === '#') end--;
  // An escaped `#` at the end belongs to the text.
  if (end < line.end && text[end - 1] === '\\') end++;
  return headingDraft(text, depth, line, start, end, line.end);
}

/** `===` or `---`, even mixed, makes a heading of the first line of a piece; further down it does not. */
export function isSetextUnderline(text: string, line: Line): boolean {
  if (line.indent > 0) return false;
  let at = line.start;
  while (at < line.end && (text[at] === '=' || text[at] === '-')) at++;
  if (at === line.start) return false;
  while (at < line.end && text[at] === ' ') at++;
  return at === line.end;
}

export function setextHeading(text: string, line: Line, underline: Line): Draft {
  const depth = text[underline.start] === '=' ? 1 : 2;
  return headingDraft(text, depth, line, line.start, line.end, underline.end);
}

function headingDraft(
  text: string,
  depth: 1 | 2 | 3 | 4 | 5 | 6,
  line: Line,
  start: number,
  contentEnd: number,
  end: number,
): Draft {
  const rest = trimStart(makeLine(text, start, contentEnd));
  const content = makeLine(text, rest.start, trimmedEnd(text, rest), rest.column);
  const setext = start === line.start;
  const range =
    content.start < content.end ? { start: content.start, end: content.end } : { start, end: start };
  const heading = draft({ type: 'heading', depth, data: { content: range, setext } }, line.first, end);
  heading.content = [content];
  return heading;
}
