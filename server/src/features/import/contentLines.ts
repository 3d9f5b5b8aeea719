import { ImportError } from './imported';

/** A line of a calendar, put together from its folded parts. */
export interface ContentLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

export interface Block {
  readonly name: string;
  readonly lines: ContentLine[];
}

/** Longer ones are no evening's calendar; the limit keeps a wrong file from holding up the editor. */
const MAX_LINES = 200_000;
/** Cuts a file at its BEGINs and ENDs: a broken event then costs itself only. @throws ImportError */
export function cutCalendar(text: string): {
  calendar: ContentLine[];
  events: Block[];
  zones: Block[];
} {
  const lines = contentLines(text);
  const calendar: ContentLine[] = [];
  const events: Block[] = [];
  const zones: Block[] = [];
  const open: { name: string; line: number }[] = [];
  let block: Block | undefined;
  for (const line of lines) {
    const mark = /^(BEGIN|END):\s*([\w-]+)\s*$/.exec(line.text.toUpperCase());
    const begins = mark?.[1] === 'BEGIN';
    const name = mark?.[2] ?? '';
    if (open.length === 0 && !(begins && name === 'VCALENDAR'))
      throw new ImportError(line.number, `Expected BEGIN:VCALENDAR, found “${line.text.slice(0, 40)}”`);
    if (begins) {
      if (open.length === 1) block = { name, lines: [] };
      open.push({ name, line: line.number });
    }
    if (open.length > 1) block!.lines.push(line);
    else if (!mark) calendar.push(line);
    if (!mark || begins) continue;
    const last = open.pop()!;
    if (last.name !== name) {
      const expected = `Expected END:${last.name} (begun in line ${last.line})`;
      throw new ImportError(line.number, `${expected}, found END:${name}`);
    }
    if (open.length !== 1) continue;
    if (name === 'VEVENT') events.push(block!);
    else if (name === 'VTIMEZONE') zones.push(block!);
  }
  const last = open.at(-1);
  if (last) throw new ImportError(last.line, `Expected END:${last.name}, found the end of the file`);
  if (lines.length === 0) throw new ImportError(1, 'Expected BEGIN:VCALENDAR, found an empty file');
  return { calendar, events, zones };
}

function contentLines(text: string): ContentLine[] {
  const lines: { number: number; text: string }[] = [];
  for (const [n, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (n > MAX_LINES) throw new ImportError(n, `Expected at most ${MAX_LINES} lines`);
    if (/^[ \t]/.test(raw) && lines.length > 0) lines.at(-1)!.text += raw.slice(1);
    else if (raw.trim() !== '') lines.push({ number: n + 1, text: raw });
  }
  return lines;
}
