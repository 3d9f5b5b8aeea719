/**
 * Calendar dates as the newsletter writes them, `YYYY-MM-DD`. Dates are compared as strings and counted
 * in days; no time zone is involved anywhere.
 */

/**
 * Issue 424 came out on this Wednesday; every later issue follows a week after the one before
 * (docs/newsletter.md#issue-number-and-date).
 */
const FIRST_DATE = '2022-01-05';
const FIRST_NUMBER = 424;

const MS_PER_DAY = 86_400_000;
const DAYS_OF_400_YEARS = 146_097;
/** 0000-01-01 and 9999-12-31: no other days can be written with four digits for the year. */
const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Source of a pattern: the name of a month, whole or cut as people cut it. */
export const MONTH_NAME =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

const DATE_LENGTH = 10;
const HYPHEN = 45;

/** Days since 1970-01-01, or undefined when `date` is not an existing day written `YYYY-MM-DD`. */
export function dayNumber(date: string): number | undefined {
  if (date.length !== DATE_LENGTH || date.charCodeAt(4) !== HYPHEN || date.charCodeAt(7) !== HYPHEN)
    return undefined;
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const day = digits(date, 8, DATE_LENGTH);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month))) return undefined;
  // JavaScript takes years below 100 for those of the twentieth century; the calendar repeats itself after 400 years.
  return Date.UTC(year + 400, month - 1, day) / MS_PER_DAY - DAYS_OF_400_YEARS;
}

/** The number that digits stand for, NaN for other characters. Dates are read by the thousand. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isDate(date: string): boolean {
  return dayNumber(date) !== undefined;
}

export function dateOfDay(day: number): string {
  return new Date(Math.min(Math.max(day, FIRST_DAY), LAST_DAY) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The last or first day that can be written where there is none so far off. @throws RangeError when `date` is not a valid date */
export function addDays(date: string, days: number): string {
  return dateOfDay(mustBeDay(date) + days);
}

/** Days from `from` to `to`, negative when `to` is earlier. @throws RangeError when either is not a valid date */
export function daysBetween(from: string, to: string): number {
  return mustBeDay(to) - mustBeDay(from);
}

/** @throws RangeError when `date` is not a valid date */
export function weekday(date: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(((mustBeDay(date) + 4) % 7) + 7) % 7]!;
}

/** The number of a month in two digits. @param name that {@link MONTH_NAME} matches, in letters of either case */
export function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
}

/** The number of the issue of that date; undefined for dates before issue 424 or that are no issue day. */
export function issueNumberOf(date: string): number | undefined {
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  const weeks = (day - mustBeDay(FIRST_DATE)) / 7;
  return weeks >= 0 && Number.isInteger(weeks) ? FIRST_NUMBER + weeks : undefined;
}

/** The date of an issue; undefined for numbers before 424. */
export function issueDateOf(number: number): string | undefined {
  return Number.isInteger(number) && number >= FIRST_NUMBER
    ? addDays(FIRST_DATE, (number - FIRST_NUMBER) * 7)
    : undefined;
}

/** The first Wednesday on or after `date`. @throws RangeError when `date` is not a valid date */
export function wednesdayFrom(date: string): string {
  const ahead = (3 - WEEKDAYS.indexOf(weekday(date)) + 7) % 7;
  return addDays(date, ahead);
}

function mustBeDay(date: string): number {
  const day = dayNumber(date);
  if (day === undefined) throw new RangeError(`${date} is not a date like 2026-02-25`);
  return day;
}
