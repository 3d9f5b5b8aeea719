import type { Range } from '../../text/sourceText';
import { addDays, daysBetween, isDate, MONTH_NAME, monthNumber, weekday } from '../issue/date';

/** What the title of an event says about its day, with its range in the title. */
export interface NamedDay extends Range {
  readonly of: 'day' | 'month' | 'weekday';
  /** Month and day, `-11-23`, where both are named. */
  readonly monthDay?: string;
  /** @param date of a day of the event */
  readonly fits: (date: string) => boolean;
}

/** `Nov 23`, `November 23rd`, `23 November`, `23rd of November`, not `110 00 Nové Město` */
const DAY = new RegExp(
  `\\b(?:(${MONTH_NAME})\\.? (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?(${MONTH_NAME}))(?![\\p{L}\\p{N}_]|:\\d)`,
  'gu',
);
/** Names that mean nothing but a month. */
const WHOLE_MONTH =
  /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b(?:,? (20\d\d)\b)?/g;
const WEEKDAY =
  /\b(?:(first|second|third|fourth|1st|2nd|3rd|4th) )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/gi;
const NTH = new Map(
  ['first', 'second', 'third', 'fourth', '1st', '2nd', '3rd', '4th'].map((word, n) => [word, (n % 4) + 1]),
);
/** `register by 23 April`, `prep for Sep 17`: the day of something else. */
const OTHER_DAY =
  /\b(?:by|until|till|before|after|from|since|for|opens?|opening|closes?|deadline:?|Black|Good)\s$/i;
/** `Nov 13-16`, `30 - 31 May`: several days. */
const GOES_ON = /^\s*(?:[-–—/&+,]|to|and)\s*\d{1,2}(?!\d)/;
const WENT_BEFORE = /\d\s*(?:[-–—/&+,]|to|and)\s*$/;
/** How far from its month an event may be: they are named by those who plan them. */
const MONTH_SLACK = 3;

/** The days, months or weekdays that a title names, of the most exact kind that it has; none where it speaks of others. */
export function namedDays(title: string): NamedDay[] {
  const days = [...title.matchAll(DAY)];
  if (days.length > 0)
    return days.some((match) => speaksOfOthers(title, match)) ? [] : days.map((match) => ofDay(match));
  const weekdays = [...title.matchAll(WEEKDAY)];
  const months = [...title.matchAll(WHOLE_MONTH)];
  if ([...weekdays, ...months].some((match) => speaksOfOthers(title, match))) return [];
  return new Set(weekdays.map(([, , name]) => name)).size === 1
    ? weekdays.map((match) => ofWeekday(match))
    : months.map((match) => ofMonth(match));
}

function speaksOfOthers(title: string, { 0: text, index }: RegExpExecArray): boolean {
  const before = title.slice(0, index);
  return OTHER_DAY.test(before) || WENT_BEFORE.test(before) || GOES_ON.test(title.slice(index + text.length));
}

function rangeOf({ 0: text, index }: RegExpExecArray): Range {
  return { start: index, end: index + text.length };
}

function ofDay(match: RegExpExecArray): NamedDay {
  const [, month = match[4]!, day = match[3]!] = match;
  const monthDay = `-${monthNumber(month)}-${day.padStart(2, '0')}`;
  return { ...rangeOf(match), of: 'day', monthDay, fits: (date) => date.endsWith(monthDay) };
}

function ofWeekday(match: RegExpExecArray): NamedDay {
  const nth = NTH.get(match[1]?.toLowerCase() ?? '');
  const name = match[2]!.toLowerCase();
  return {
    ...rangeOf(match),
    of: 'weekday',
    fits: (date) => weekday(date).toLowerCase() === name && (nth === undefined || weekOfMonth(date) === nth),
  };
}

/** Whether a day is the first, second, .. of its weekday in the month. */
export function weekOfMonth(date: string): number {
  return Math.ceil(Number(date.slice(8)) / 7);
}

function ofMonth(match: RegExpExecArray): NamedDay {
  const month = monthNumber(match[0]);
  const year = match[1] ?? '';
  return {
    ...rangeOf(match),
    of: 'month',
    fits: (date) =>
      [-MONTH_SLACK, 0, MONTH_SLACK]
        .map((by) => addDays(date, by))
        .some((day) => day.slice(5, 7) === month && day.startsWith(year)),
  };
}

/** The day with a month and a day that is nearest to another. */
export function nearestDay(monthDay: string, date: string): string | undefined {
  const year = Number(date.slice(0, 4));
  const distance = (other: string) => Math.abs(daysBetween(date, other));
  return [year - 1, year, year + 1]
    .map((each) => `${each}${monthDay}`)
    .filter((each) => isDate(each))
    .sort((a, b) => distance(a) - distance(b))[0];
}
