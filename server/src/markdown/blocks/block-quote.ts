import { after, type Line, makeLine, trimmedEnd } from './lines';
import type { Nesting } from './nesting';
import { append, type Draft, draft, lastChild } from './tree';

/** A `>` begins a quote in the middle of a paragraph too. */
export function isQuoteLine(text: string, line: Pick<Line, 'first' | 'end' | 'indent'>): boolean {
  return line.indent <= 3 && line.first < line.end && text[line.first] === '>';
}

/** Quotes with nothing but empty lines between them are one quote. Lines without `>` go on with it. */
export function blockQuote(parser: Nesting, parent: Draft, lines: readonly Line[]): void {
  const { text } = parser;
  const previous = lastChild(parent);
  const quote =
    previous?.node.type === 'blockquote'
      ? previous
      : append(parent, draft({ type: 'blockquote' }, lines[0]!.first, lines[0]!.end));
  const last = lines[lines.length - 1]!;
  quote.end = last.end;
  parser.parseLines(
    quote,
    lines.map((line) => content(text, line)),
    'quote',
  );
}

function content(text: string, line: Line): Line {
  // A lone `>` is an empty line of the quote however far it is indented.
  const isLone = text[line.first] === '>' && trimmedEnd(text, line) === line.first + 1;
  if (isLone) return makeLine(text, line.end, line.end);
  if (!isQuoteLine(text, line)) return line;
  const behind = after(text, line, line.first + 1);
  return behind.indent > 0 && text[behind.start] === ' ' ? after(text, line, line.first + 2) : behind;
}
