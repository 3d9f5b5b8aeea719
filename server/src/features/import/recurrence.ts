import type ICAL from 'ical.js';
import { dateOfDay, dayNumber } from '../../newsletter/issue/date';

/** What makes a rule one that we don't follow; shown to the author as it is. */
export class RecurrenceError extends Error {}

/** Between them times are wanted. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** So many days are looked at in search of the first ones of a counted rule: 80 years. */
const MAX_DAYS = 30_000;
/** More is as good as never again. */
const MAX_INTERVAL = 10_000;
const WEEKDAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** What a rule may say; the rest is hardly ever written for events that people go to. */
const PARTS: readonly string[] = ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'];

interface WeekdayPart {
  /** 0 is Sunday. */
  readonly day: number;
  /** The how manieth, from the end when negative; 0 for all. */
  readonly nth: number;
}

interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly weekStart: number;
  readonly weekdays: readonly WeekdayPart[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
}

/**
 * The times of a recurring event, by the clock of its zone. The work is bounded by the span, for counted rules by the
 * days from the first time on.
 *
 * @param recur as in a calendar: `FREQ=WEEKLY;COUNT=4`
 * @param start of the first one, `2026-03-04T19:00:00` or `2026-03-04`
 * @param until the last time that the rule allows, by the same clock
 * @throws RecurrenceError
 */
export function occurrences(
  recur: ICAL.Recur,
  start: string,
  until: string | undefined,
  span: Span,
): string[] {
  const rule = readRule(recur, start);
  const first = dayNumber(start.slice(0, 10))!;
  const clock = start.slice(10);
  const last = dayNumber(span.last)!;
  const from = dayNumber(span.first)!;
  const found: string[] = [];
  if (first > last) return found;
  // On every day at most one: a larger count ends after the span anyway.
  const count = recur.count && recur.count <= last - first ? recur.count : undefined;
  let left = count ?? Number.POSITIVE_INFINITY;
  let looked = 0;
  // Only a counted rule has to be followed from its first day.
  for (let n = count === undefined ? periodBefore(rule, first, from) : 0; left > 0; n += 1) {
    const [begin, end] = period(rule, first, n);
    if (begin > last) break;
    looked += end - begin;
    if (looked > MAX_DAYS) throw new RecurrenceError('The repetition is counted from too long ago');
    for (const day of daysOf(rule, begin, end)) {
      if (day < first || left <= 0) continue;
      const time = `${dateOfDay(day)}${clock}`;
      if (day > last || (until !== undefined && time > until)) return found;
      left -= 1;
      if (day >= from) found.push(time);
    }
  }
  return found;
}

function readRule(recur: ICAL.Recur, start: string): Rule {
  const frequency = recur.freq;
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY' && frequency !== 'YEARLY')
    throw new RecurrenceError(
      `A repetition is daily, weekly, monthly or yearly, ${frequency ? `not ${frequency}` : 'and this one does not say which'}`,
    );
  const parts = recur.parts as Readonly<Record<string, readonly unknown[]>>;
  const odd = Object.keys(parts).find((part) => !PARTS.includes(part));
  if (odd) throw new RecurrenceError(`A repetition ${frequency} with ${odd} is too complicated to be read`);
  const numbers = (part: string) => (parts[part] ?? []).map(Number);
  const weekdays = (parts.BYDAY ?? []).map((value): WeekdayPart => {
    const [, nth, day] = /^([+-]?\d+)?([A-Z]{2})$/.exec(String(value)) ?? [];
    return { day: WEEKDAYS.indexOf(day ?? ''), nth: Number(nth ?? 0) };
  });
  const [, month, monthDay] = start.slice(0, 10).split('-').map(Number);
  const rule: Rule = {
    frequency,
    interval: Math.min(Math.max(1, recur.interval), MAX_INTERVAL),
    weekStart: recur.wkst - 1,
    weekdays,
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    positions: numbers('BYSETPOS'),
  };
  // What the rule leaves open, the first time tells.
  if (frequency === 'WEEKLY' && weekdays.length === 0)
    return { ...rule, weekdays: [{ day: weekdayOf(dayNumber(start.slice(0, 10))!), nth: 0 }] };
  if (frequency === 'MONTHLY' && weekdays.length === 0 && rule.monthDays.length === 0)
    return { ...rule, monthDays: [monthDay!] };
  if (frequency === 'YEARLY' && weekdays.length === 0) {
    const months = rule.months.length > 0 || rule.monthDays.length > 0 ? rule.months : [month!];
    return { ...rule, months, monthDays: rule.monthDays.length > 0 ? rule.monthDays : [monthDay!] };
  }
  return rule;
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** First day of the nth period of a rule, and the day after its last. */
function period({ frequency, interval, weekStart }: Rule, first: number, n: number): [number, number] {
  const step = n * interval;
  if (frequency === 'DAILY') return [first + step, first + step + 1];
  if (frequency === 'WEEKLY') {
    const begin = first - ((weekdayOf(first) - weekStart + 7) % 7) + step * 7;
    return [begin, begin + 7];
  }
  const [year, month] = yearAndMonth(first);
  if (frequency === 'MONTHLY') return [monthStart(year, month + step), monthStart(year, month + step + 1)];
  return [monthStart(year + step, 0), monthStart(year + step + 1, 0)];
}

/** A period of the rule that ends before a day, or its first one. */
function periodBefore(rule: Rule, first: number, day: number): number {
  const days = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.frequency] * rule.interval;
  // Months and years are shorter than that now and then: one search more, from a bound that is surely before.
  let n = Math.max(0, Math.floor((day - first) / days) - 1);
  while (period(rule, first, n + 1)[1] <= day && n < MAX_DAYS) n += 1;
  return n;
}

function daysOf(rule: Rule, begin: number, end: number): number[] {
  const days: number[] = [];
  for (let day = begin; day < end; day += 1) if (fits(rule, day)) days.push(day);
  if (rule.positions.length === 0) return days;
  const at = rule.positions.map((position) => days.at(position > 0 ? position - 1 : position));
  return [...new Set(at)].filter((day) => day !== undefined).sort((a, b) => a - b);
}

function fits({ frequency, months, monthDays, weekdays }: Rule, day: number): boolean {
  const [year, month] = yearAndMonth(day);
  if (months.length > 0 && !months.includes(month + 1)) return false;
  const start = monthStart(year, month);
  const length = monthStart(year, month + 1) - start;
  const monthDay = day - start + 1;
  if (monthDays.length > 0 && !monthDays.includes(monthDay) && !monthDays.includes(monthDay - length - 1))
    return false;
  if (weekdays.length === 0) return true;
  const weekday = weekdayOf(day);
  // Ordinals count in the month, in a rule by years without months in the year.
  const inYear = frequency === 'YEARLY' && months.length === 0;
  const [from, to] = inYear ? [monthStart(year, 0), monthStart(year + 1, 0)] : [start, start + length];
  return weekdays.some(({ day: wanted, nth }) => {
    if (wanted !== weekday) return false;
    if (nth === 0 || frequency === 'DAILY' || frequency === 'WEEKLY') return true;
    return nth > 0 ? Math.floor((day - from) / 7) + 1 === nth : -(Math.floor((to - 1 - day) / 7) + 1) === nth;
  });
}

function yearAndMonth(day: number): [number, number] {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth()];
}

/** The first day of a month, counted from January of the year on. */
function monthStart(year: number, month: number): number {
  return Date.UTC(year, month, 1) / 86_400_000;
}

/** The end of a rule as a time of its clock: a day means all of it. */
export function endOfRule(until: string, allDay: boolean): string {
  if (allDay) return until.slice(0, 10);
  return until.length > 10 ? until : `${until}T23:59:59`;
}
