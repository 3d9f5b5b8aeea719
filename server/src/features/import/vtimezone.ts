import ICAL from 'ical.js';
import { type Clock, clockOf, millisOf, timeAt } from './clocks';
import { endOfRule, occurrences, RecurrenceError, type Span } from './recurrence';

/** Standard or summer time of a zone that a calendar describes itself (VTIMEZONE of RFC 5545). */
interface Observance {
  /** When it begins for the first time, by the clock before. */
  readonly start: string;
  /** Minutes from UTC, before and from then on. */
  readonly from: number;
  readonly to: number;
  readonly rule: ICAL.Recur | undefined;
  readonly dates: readonly string[];
}

/** The clock of a zone as a calendar describes it; undefined where it says nothing that can be followed. */
export function describedClock(zone: ICAL.Component): Clock | undefined {
  const observances = zone.getAllSubcomponents().flatMap((part) => readObservance(part) ?? []);
  if (observances.length === 0) return undefined;
  const byYear = new Map<number, Onset[]>();
  return clockOf((utc) => {
    const year = new Date(utc).getUTCFullYear();
    const onsets = byYear.get(year) ?? onsetsUntil(observances, year);
    byYear.set(year, onsets);
    const last = onsets.findLast(({ at }) => at <= utc);
    return (last?.offset ?? observances[0]!.from) * 60_000;
  });
}

interface Onset {
  /** Milliseconds in UTC. */
  readonly at: number;
  /** Minutes from UTC, from then on. */
  readonly offset: number;
}

/** The changes that hold in a year: those from the year before to the one after, and the last one of each earlier. */
function onsetsUntil(observances: readonly Observance[], year: number): Onset[] {
  const span = { first: `${year - 1}-01-01`, last: `${year + 1}-12-31` };
  return observances
    .flatMap(({ start, from, to, rule, dates }): Onset[] => {
      const onset = (time: string): Onset => ({ at: millisOf(time) - from * 60_000, offset: to });
      const until = rule?.until ? endOf(rule.until, from) : undefined;
      const times = rule ? timesOf(rule, start, until, span) : [];
      // Zones that changed their rules for good are told by their last change, however long ago.
      const ended = until !== undefined && until.slice(0, 10) < span.first ? [until] : [];
      return [start, ...dates, ...times, ...ended].map(onset);
    })
    .sort((a, b) => a.at - b.at);
}

/** By the clock before the change; the rule's end is in UTC as a rule. */
function endOf(until: ICAL.Time, from: number): string | undefined {
  const text = until.toString();
  if (Number.isNaN(millisOf(text.replace(/Z$/, '')))) return undefined;
  return endOfRule(text.endsWith('Z') ? timeAt(millisOf(text.slice(0, -1)) + from * 60_000) : text, false);
}

/** A rule that is not understood changes nothing. */
function timesOf(rule: ICAL.Recur, start: string, until: string | undefined, span: Span): string[] {
  try {
    return occurrences(rule, start, until, span);
  } catch (error) {
    if (error instanceof RecurrenceError) return [];
    throw error;
  }
}

function readObservance(part: ICAL.Component): Observance | undefined {
  const start = part.getFirstPropertyValue('dtstart');
  const rule = part.getFirstPropertyValue('rrule');
  const [from, to] = ['tzoffsetfrom', 'tzoffsetto'].map((name) =>
    minutesOf(String(part.getFirstPropertyValue(name) ?? '')),
  );
  if (!(start instanceof ICAL.Time) || to === undefined || Number.isNaN(millisOf(localTime(start))))
    return undefined;
  const dates = part
    .getAllProperties('rdate')
    .flatMap((date) => date.getValues() as unknown[])
    .filter((value): value is ICAL.Time => value instanceof ICAL.Time);
  return {
    start: localTime(start),
    from: from ?? to,
    to,
    rule: rule instanceof ICAL.Recur ? rule : undefined,
    dates: dates.map(localTime).filter((time) => !Number.isNaN(millisOf(time))),
  };
}

function localTime(time: ICAL.Time): string {
  const text = time.toString().replace(/Z$/, '');
  return text.length > 10 ? text : `${text}T00:00:00`;
}

function minutesOf(offset: string): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)/.exec(offset);
  return match ? (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1) : undefined;
}
