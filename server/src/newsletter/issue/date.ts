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
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Days since 1970-01-01, or undefined when `date` is not an existing day written `YYYY-MM-DD`. */
export function dayNumber(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time / MS_PER_DAY : undefined;
}

export function isDate(date: string): boolean {
  return dayNumber(date) !== undefined;
}

export function dateOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** @throws RangeError when `date` is not a valid date */
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
  if (day === undefined) throw new RangeError(`Expected a date like 2026-02-25, found ${date}`);
  return day;
}
