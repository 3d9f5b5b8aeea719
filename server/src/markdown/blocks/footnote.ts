import { collapsed } from '../../text/whitespace';
import { after, dedentWhereIndented, isBlank, type Line, makeLine, trimStart } from './lines';
import type { Nesting } from './nesting';
import { aside, type Draft, draft } from './tree';

const CODE_INDENT = 4;
const MARK = /^\[\^([^\]]*)\]:/;

/** `[^name]: ` after at most three columns. @returns offset after the colon, and the name */
export function matchFootnote(text: string, line: Line): { name: string; end: number } | undefined {
  if (line.indent > 3 || text[line.first] !== '[') return undefined;
  const match = MARK.exec(text.slice(line.first, line.end));
  return match ? { name: match[1]!, end: line.first + match[0].length } : undefined;
}

/**
 * A footnote takes the rest of its piece up to the next footnote; if there is none, the indented pieces after it as
 * well.
 *
 * @param to end of its piece
 * @param limit end of the lines that it may take
 * @returns index of the first line that it does not take
 */
export function footnote(
  parser: Nesting,
  parent: Draft,
  lines: readonly Line[],
  from: number,
  to: number,
  limit: number,
): number {
  const { text } = parser;
  const line = lines[from]!;
  const { name, end } = matchFootnote(text, line)!;
  const begins = (at: number) => matchFootnote(text, lines[at]!) !== undefined;
  let at = from + 1;
  while (at < to && !begins(at)) at++;
  let last = at;
  while (at >= to && at < limit) {
    while (at < limit && isBlank(lines[at]!)) at++;
    if (at >= limit || lines[at]!.indent < CODE_INDENT) break;
    while (at < limit && !isBlank(lines[at]!) && !begins(at)) at++;
    last = at;
    if (at < limit && !isBlank(lines[at]!)) break;
  }
  const content = [
    trimStart(after(text, line, end)),
    ...dedentWhereIndented(text, lines.slice(from + 1, last), 1),
  ];
  if (content[0]!.first >= content[0]!.end) content[0] = makeLine(text, line.end, line.end);
  const note = draft(
    {
      type: 'footnoteDefinition',
      identifier: footnoteIdentifier(name),
      label: name,
      data: { label: { start: end - 2 - name.length, end: end - 2 } },
    },
    line.first,
    lines[last - 1]!.end,
  );
  parser.footnotes.push(note);
  aside(parent, note);
  parser.parseLines(note, content, 'document');
  return last;
}

/** How footnotes are told from definitions of links among the labels of an issue. */
export function footnoteIdentifier(name: string): string {
  return `^${collapsed(name.toLowerCase()).trim()}`;
}
