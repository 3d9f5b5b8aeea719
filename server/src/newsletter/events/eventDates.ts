import type { Range } from '../../text/sourceText';
import { daysBetween, isDate, MONTH_NAME, monthNumber } from '../issue/date';

/** `2026-03-19 - 2026-03-20` at the start of an event line, with a time or a weekday that people put beside it. */
export interface EventDates extends Range {
  /** In the newsletter's form where one day can be meant, else as written; days that exist only when {@link valid}. */
  readonly first: string;
  readonly last: string;
  readonly valid: boolean;
}

const MONTH = `(?:${MONTH_NAME})`;
const MONTH_AT = new RegExp(`(?<![a-z])${MONTH}`, 'i');
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
/** Hyphens of all sorts, and what else parts the numbers of a date. */
const MARK = '[-‐‑‒–—−/.]';
/** As the newsletter writes it, or nearly. */
export const YEAR_FIRST = `\\d{4}${MARK}\\d{1,2}${MARK}\\d{1,2}`;
const YEAR_LAST = '\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
/** `27` or `27-28` */
const DAYS = `${DAY}(?:[ \\t]*[-–—&][ \\t]*${DAY})?`;
const IN_WORDS = `(?:${DAYS}\\.?[ \\t]+(?:of[ \\t]+)?${MONTH}|${MONTH}\\.?[ \\t]+${DAYS})[.,]?[ \\t]+\\d{4}`;
/** Also as people write it elsewhere. */
export const ANY_DATE = `(?:${WEEKDAY}[.,]?[ \\t]+)?(?:${YEAR_FIRST}|(?:${YEAR_LAST}|${IN_WORDS})(?!\\d))`;

/** Numbers and signs before a bar, of which a slip of the finger or of the copying made no date: `2026-0304`, `**2026-03-04**`. */
export const DAMAGED_DATE = '[*[]{0,2}\\d[\\dO_./-]{5,11}[*\\]]{0,2}(?=[ \\t]*\\|)';

const SECOND_DATE = new RegExp(`^[ \\t]*(?:[-–—&,*/]|to|and|through|until)[ \\t]*(${ANY_DATE})(?!\\d)`, 'i');
/** `2024-01-27-28`, `2022-05-19 & 05-20` */
const SHORT_SECOND_DATE = /^[ \t]*[-–—&,/][ \t]*(?:(\d{1,2})-)?(\d{1,2})(?=[ \t]*(?:\||$))/;
const TIME = '\\d{1,2}(?::\\d{2}(?::\\d{2})?(?:[ \\t]*[ap]m)?|[ \\t]*[ap]m)';
/** ` (Fri)`, `T18:00`, `, 6 pm - 8 pm CET`: no part of the line's form. */
const BESIDE = new RegExp(
  `^(?:[ \\t]*(?:,[ \\t]*)?\\(?${WEEKDAY}\\)?|(?:T|[ \\t]*(?:[,@][ \\t]*)?(?:at[ \\t]+)?)${TIME}(?:[ \\t]*[-–—][ \\t]*${TIME})?(?:[ \\t]*(?:Z|[A-Z]{3,4}))?)(?=[ \\t]*(?:\\||$))`,
  'i',
);

/** Reads the dates at the start of an event's line. @param written the first one */
export function readDates(text: string, head: Range, written: string): EventDates {
  let end = head.start + written.length;
  const rest = text.slice(end, head.end);
  const second = SECOND_DATE.exec(rest);
  const short = second ? null : SHORT_SECOND_DATE.exec(rest);
  end += (second ?? short ?? [''])[0].length;
  end += (BESIDE.exec(text.slice(end, head.end)) ?? [''])[0].length;
  const days = daysMeant(written);
  const first = days[0] ?? written;
  let last = second ? (daysMeant(second[1]!).at(-1) ?? second[1]!) : (days.at(-1) ?? written);
  if (short) {
    const [year, month] = first.split('-');
    last = dateOf(year!, short[1] ?? month!, short[2]!);
  }
  return { start: head.start, end, first, last, valid: isDate(first) && isDate(last) };
}

/** The day that a date means, or first and last day (`27-28 February 2026`); nothing where that is not certain. */
function daysMeant(written: string): readonly string[] {
  const readings = readingsOf(written);
  return readings.length === 1 ? readings[0]! : [];
}

/** What a date can mean, a day or first and last day each: two where nobody knows which number is the month. */
export function readingsOf(written: string): readonly (readonly string[])[] {
  const numbers = written.match(/\d+/g) ?? [];
  const name = MONTH_AT.exec(written)?.[0];
  if (name) {
    const days = numbers.slice(0, -1).map((day) => dateOf(numbers.at(-1)!, monthNumber(name), day));
    return days.every(isDate) ? [days] : [];
  }
  const [one = '', two = '', three = ''] = numbers;
  // `2026-0304`, `2026-03-O4`
  const run = /^(20\d\d)(\d\d)(\d\d)$/.exec(written.replace(/o/gi, '0').replace(/\D/g, ''));
  if (run && three.length < 4) return [dateOf(run[1]!, run[2]!, run[3]!)].filter(isDate).map((day) => [day]);
  if (one.length === 4) return [dateOf(one, two, three)].filter(isDate).map((day) => [day]);
  const dayFirst = dateOf(three, two, one);
  // Whoever writes dots writes the day first.
  const likely = written.includes('.') ? [dayFirst] : [...new Set([dayFirst, dateOf(three, one, two)])];
  return likely.filter(isDate).map((day) => [day]);
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** No event goes on for longer. */
const LONGEST_DAYS = 31;

/** The same day of a year in which it ends an event that starts on `first`: at New Year the year is easily typed wrong. */
export function endMeant(first: string, last: string): string | undefined {
  const year = Number(first.slice(0, 4));
  return [last.slice(0, 4), year, year + 1]
    .map((each) => `${each}${last.slice(4)}`)
    .find((date) => isDate(date) && date >= first && daysBetween(first, date) <= LONGEST_DAYS);
}
