import { isDate } from '../../newsletter/issue/date';
import { type Clock, type Clocks, millisOf, timeAt } from './clocks';
import { type Moment, ONE_DAY_HOURS, quoted } from './imported';
import { readIso } from './isoTimes';
import { first, record, stringOf } from './jsonFields';

const QUARTER = 900_000;

/** Under which names the beginning is told. */
export const STARTS: readonly string[] = [
  'date',
  'dateTime',
  'startDate',
  'start',
  'start_date',
  'dtstart',
  'start_at',
  'local_date',
];
const ENDS = ['endDate', 'endTime', 'end', 'end_date', 'dtend', 'end_at'];

/** First and last moment, no last one for an event of one day; or why the beginning can't be told. */
export function timesOf(
  value: Record<string, unknown>,
  clocks: Clocks,
): { start: Moment; end: Moment | undefined } | { message: string } {
  // Meetup’s older interface; of others `time` is the hour of a date that stands beside.
  const since = typeof value.time === 'number' ? value.time : undefined;
  const written = since ?? timeIn(value, STARTS);
  const reckoning = { zone: zoneOf(value, clocks), ahead: aheadOf(value) };
  const start = momentOf(written, reckoning);
  if (!start) {
    const found = typeof written === 'string' ? written : JSON.stringify(written ?? '');
    return { message: `${quoted(found)} is not a date like 2026-02-25` };
  }
  const lasting =
    since !== undefined && typeof value.duration === 'number' ? since + value.duration : undefined;
  const end = momentOf(timeIn(value, ENDS) ?? lasting, reckoning);
  const days =
    end &&
    end.text.slice(0, 10) > start.text.slice(0, 10) &&
    (end.allDay || hoursBetween(start, end) >= ONE_DAY_HOURS);
  return { start, end: days ? beforeMidnight(end) : undefined };
}

/** A time as written; calendars of Google and others give an object, which has the clock as well. */
function timeIn(value: Record<string, unknown>, names: readonly string[]): unknown {
  const written = first(value, names);
  return first(record(written), ['local', 'dateTime', 'date']) ?? written;
}

function zoneOf(value: Record<string, unknown>, clocks: Clocks): Clock | undefined {
  const telling = [value, record(first(value, STARTS)), record(value.group)];
  const names = telling.map((one) => stringOf(one, ['timezone', 'timeZone']));
  return clocks.named(names.find(Boolean) ?? '');
}

/** The difference to UTC; clocks differ by quarters of an hour. */
function aheadOf({ utc_offset }: Record<string, unknown>): number | undefined {
  const known =
    typeof utc_offset === 'number' && utc_offset % QUARTER === 0 && Math.abs(utc_offset) <= 60 * QUARTER;
  return known ? utc_offset : undefined;
}

/** What tells how a source's times are meant. */
interface Reckoning {
  readonly zone: Clock | undefined;
  /** How much the clock of the place is ahead of UTC, in milliseconds, where the source says so. */
  readonly ahead: number | undefined;
}

/** A day or a time as sources write them; undefined for what can't be told. */
function momentOf(written: unknown, { zone, ahead }: Reckoning): Moment | undefined {
  if (typeof written === 'number') {
    const millis = millisSinceEpoch(written);
    if (millis === undefined) return undefined;
    const utc = timeAt(millis);
    return ahead === undefined ? atPlace(utc, zone) : { text: timeAt(millis + ahead), allDay: false, utc };
  }
  const iso = typeof written === 'string' ? readIso(written) : undefined;
  if (!iso || !isDate(iso.day)) return undefined;
  const { day, time, zone: offset } = iso;
  if (time === undefined) return { text: day, allDay: true };
  const own = `${day}T${time}`;
  if (Number.isNaN(millisOf(own))) return undefined;
  if (offset === 'Z') return atPlace(own, zone);
  if (offset) return { text: own, allDay: false, utc: timeAt(Date.parse(own + offset)) };
  return { text: own, allDay: false, ...(zone ? { utc: zone.utcOf(own) } : {}) };
}

/** Of milliseconds or of seconds: in this century the two have different numbers of digits. */
function millisSinceEpoch(count: number): number | undefined {
  const digits = String(Math.trunc(count)).length;
  return digits === 13 ? count : digits === 10 ? count * 1000 : undefined;
}

/** A time in UTC by the clock that the source names. */
function atPlace(utc: string, zone: Clock | undefined): Moment {
  if (zone && !zone.isUtc) return { text: zone.shows(utc), allDay: false, utc };
  return { text: utc, allDay: false, utc, strange: 'The time is in UTC' };
}

/** Midnight ends the day before. */
function beforeMidnight(end: Moment): Moment {
  if (end.allDay || !end.text.endsWith('T00:00:00')) return end;
  const earlier = (time: string) => timeAt(millisOf(time) - 1000);
  return { ...end, text: earlier(end.text), ...(end.utc ? { utc: earlier(end.utc) } : {}) };
}

function hoursBetween(start: Moment, end: Moment): number {
  const both = start.utc !== undefined && end.utc !== undefined;
  return (millisOf(both ? end.utc! : end.text) - millisOf(both ? start.utc! : start.text)) / 3_600_000;
}
