import type { Range } from '../text/sourceText';

/** One `Key: value` line of the front matter. */
export interface FrontMatterField {
  /** As written; the site reads keys without regard to case. */
  readonly key: string;
  /** What the first line says, without white space around it. */
  readonly value: string;
  /** From the key to the end of its line, without the line ending. */
  readonly range: Range;
  readonly valueRange: Range;
  /** The lines on which the value goes on, without line endings. */
  readonly more: readonly Range[];
}

/** What the site takes off a file before it reads Markdown. */
export interface FrontMatterBlock {
  /** From the first field to the end of the last, without the line ending; empty at 0 when there is none. */
  readonly range: Range;
  readonly fields: readonly FrontMatterField[];
  /** The line `---` above the fields. */
  readonly opening: Range | undefined;
  /** The line `---` or `...` that ends the block. */
  readonly closing: Range | undefined;
  /** The line that ends the block and belongs to the body, being neither a field nor blank nor a fence. */
  readonly stray: Range | undefined;
  /** Where the article begins. */
  readonly bodyStart: number;
  /** How far the text decides about the block: an edit that begins further down changes nothing of it. */
  readonly readTo: number;
}

// Like the expressions of Python-Markdown's extension "meta", which end nowhere: `-----` is a fence, too.
const OPENING = /^-{3}/;
const CLOSING = /^(?:-{3}|\.{3})/;
const FIELD = /^( {0,3})([A-Za-z0-9_-]+):\s*/;
// The site makes spaces of tabs before it looks.
const MORE = /^(?: {4}| {0,3}\t)/;

/**
 * Reads the front matter as the site does: fields of any name from the very first line on, which may be a fence, to the
 * first line that is blank, a fence, or neither a field nor the continuation of one; the latter stays in the body.
 *
 * @param text of a whole file; a byte order mark is passed over
 * @returns offsets into `text`
 */
export function parseFrontMatter(text: string): FrontMatterBlock {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const fields: (FrontMatterField & { more: Range[] })[] = [];
  let opening: Range | undefined;
  let last = 0;
  const block = (
    bodyStart: number,
    ended: { closing?: Range; stray?: Range } = {},
    readTo = bodyStart,
  ): FrontMatterBlock => ({
    range: { start: fields[0]?.range.start ?? 0, end: last },
    fields,
    opening,
    closing: ended.closing,
    stray: ended.stray,
    bodyStart,
    readTo,
  });

  const lines = /([^\r\n]*)(\r\n?|\n|$)/y;
  lines.lastIndex = from;
  for (let match = lines.exec(text); match; match = lines.exec(text)) {
    const line = match[1]!;
    const at: Range = { start: match.index, end: match.index + line.length };
    const field = FIELD.exec(line);
    if (at.start === from && OPENING.test(line)) opening = at;
    else if (line.trim() === '') return block(lines.lastIndex);
    else if (CLOSING.test(line)) return block(lines.lastIndex, { closing: at });
    else if (field) {
      const value = line.slice(field[0].length).trimEnd();
      const start = at.start + field[0].length;
      fields.push({
        key: field[2]!,
        value,
        range: { start: at.start + field[1]!.length, end: at.end },
        valueRange: { start, end: start + value.length },
        more: [],
      });
      last = at.end;
    } else if (fields.length > 0 && MORE.test(line)) {
      fields.at(-1)!.more.push(at);
      last = at.end;
    } else return block(at.start, { stray: at }, at.end);
    if (!match[2]) break;
  }
  return block(text.length);
}
