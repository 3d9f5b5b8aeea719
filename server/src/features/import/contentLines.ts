import { ImportError, quoted } from './imported';

/** A line of a calendar, put together from its folded parts. */
export interface ContentLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

interface Block {
  readonly name: string;
  readonly lines: ContentLine[];
}

/** One VCALENDAR of a file; a file may have several. */
export interface CalendarBlock {
  /** Where it begins, from 1. */
  readonly line: number;
  /** Its own properties. */
  readonly properties: ContentLine[];
  readonly events: Block[];
  readonly zones: Block[];
}

/** Longer ones are no evening's calendar; the limits keep a wrong file from holding up the editor. */
const MAX_LINES = 500_000;
/** No property is longer; what is says nothing about an event. */
const MAX_LINE = 200_000;
/** Components inside components; real ones have three. */
const MAX_DEPTH = 20;

/** Cuts a file at its BEGINs and ENDs: a broken event then costs itself only. @throws ImportError */
export function cutCalendars(text: string): CalendarBlock[] {
  const lines = contentLines(text);
  const calendars: CalendarBlock[] = [];
  const open: { name: string; line: number }[] = [];
  let block: Block | undefined;
  for (const line of lines) {
    const mark = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text.slice(0, 100));
    const begins = mark?.[1]?.toUpperCase() === 'BEGIN';
    const name = mark?.[2]?.toUpperCase() ?? '';
    if (open.length === 0) {
      if (!(begins && name === 'VCALENDAR'))
        throw new ImportError(
          line.number,
          `A calendar begins with BEGIN:VCALENDAR, not with ${quoted(line.text)}`,
        );
      calendars.push({ line: line.number, properties: [], events: [], zones: [] });
    }
    const calendar = calendars.at(-1)!;
    if (begins) {
      if (open.length === 1) block = { name, lines: [] };
      open.push({ name, line: line.number });
      if (open.length > MAX_DEPTH)
        throw new ImportError(line.number, `More than ${MAX_DEPTH} components are inside each other`);
    }
    if (open.length > 1) block!.lines.push(line);
    else if (!mark) calendar.properties.push(line);
    if (!mark || begins) continue;
    const last = open.pop()!;
    if (last.name !== name) {
      const expected = `END:${last.name} (begun in line ${last.line}) is missing`;
      throw new ImportError(line.number, `${expected} before END:${name}`);
    }
    if (open.length !== 1) continue;
    if (name === 'VEVENT') calendar.events.push(block!);
    else if (name === 'VTIMEZONE') calendar.zones.push(block!);
  }
  const last = open.at(-1);
  if (last) throw new ImportError(last.line, `END:${last.name} is missing at the end of the file`);
  if (lines.length === 0)
    throw new ImportError(1, 'The file is empty: a calendar begins with BEGIN:VCALENDAR');
  return calendars;
}

function contentLines(text: string): ContentLine[] {
  const lines: { number: number; parts: string[]; length: number }[] = [];
  for (const [n, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (n > MAX_LINES) throw new ImportError(n, `The file has more than ${MAX_LINES} lines`);
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) {
      if (last.length < MAX_LINE) last.parts.push(raw.slice(1));
      last.length += raw.length;
    } else if (raw.trim() !== '') lines.push({ number: n + 1, parts: [raw], length: raw.length });
  }
  return lines.map(({ number, parts }) => ({ number, text: parts.join('').slice(0, MAX_LINE) }));
}
