import type { Range, SourceText } from '../../text/sourceText';
import { isDate } from './date';

/** The keys every issue has, in the order in which they stand. */
export const FRONT_MATTER_KEYS = ['Title', 'Number', 'Date', 'Category'] as const;

/** One `Key: value` line of the first block. */
export interface FrontMatterField {
  readonly key: string;
  readonly value: string;
  readonly range: Range;
  readonly valueRange: Range;
}

/** The first block of an issue. Python-Markdown's meta extension ends it at the first blank line. */
export interface FrontMatter {
  /** From the first field to the end of the last, without the line ending; empty at 0 when there is none. */
  readonly range: Range;
  readonly fields: readonly FrontMatterField[];
  /** Where the article begins: behind the blank line that ends the block. */
  readonly bodyStart: number;
  /** Lines of the block that are no field. */
  readonly strayLines: readonly Range[];
  /** The `Date` field when it is a valid date. */
  readonly date: string | undefined;
  /** The `Number` field when it is a number. */
  readonly number: number | undefined;
}

const FIELD = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$/;

/** Reads the front matter at the very beginning of `source`; a byte order mark or blank lines before it are passed over. */
export function readFrontMatter(source: SourceText): FrontMatter {
  let line = 0;
  while (
    line < source.lineCount - 1 &&
    source
      .lineText(line)
      .replace(/^\uFEFF/, '')
      .trim() === ''
  )
    line += 1;

  const fields: FrontMatterField[] = [];
  const strayLines: Range[] = [];
  const first = source.line(line);
  let end = first.start;
  for (; line < source.lineCount; line += 1) {
    const { start, end: lineEnd } = source.line(line);
    const bom = source.text.charCodeAt(start) === 0xfeff ? 1 : 0;
    const text = source.text.slice(start + bom, lineEnd);
    if (text.trim() === '') break;
    const match = FIELD.exec(text);
    if (!match) {
      if (fields.length === 0 || text.startsWith('#')) break;
      strayLines.push({ start, end: lineEnd });
      end = lineEnd;
      continue;
    }
    if (fields.length === 0 && !isKnownKey(match[1]!)) break;
    const valueStart = start + bom + text.length - text.replace(/^[^:]*:[ \t]*/, '').length;
    fields.push({
      key: match[1]!,
      value: match[2]!,
      range: { start: start + bom, end: lineEnd },
      valueRange: { start: valueStart, end: valueStart + match[2]!.length },
    });
    end = lineEnd;
  }
  if (fields.length === 0) {
    return {
      range: { start: 0, end: 0 },
      fields,
      bodyStart: 0,
      strayLines,
      date: undefined,
      number: undefined,
    };
  }

  const value = (key: string) => fields.find((field) => field.key === key)?.value;
  const date = value('Date');
  const number = value('Number');
  return {
    range: { start: fields[0]!.range.start, end },
    fields,
    bodyStart: line < source.lineCount - 1 ? source.line(line + 1).start : source.text.length,
    strayLines,
    date: date !== undefined && isDate(date) ? date : undefined,
    number: number !== undefined && /^\d+$/.test(number) ? Number(number) : undefined,
  };
}

function isKnownKey(key: string): boolean {
  return FRONT_MATTER_KEYS.some((known) => known.toLowerCase() === key.toLowerCase());
}
