import ICAL from 'ical.js';
import { addDays, isDate } from '../../newsletter/issue/date';
import { type Block, type ContentLine, cutCalendar } from './contentLines';
import {
  type Days,
  ImportError,
  type Imported,
  type ImportedEvent,
  type ImportProblem,
  kindOf,
  type Moment,
  oneLine,
  pageIn,
} from './imported';
import { occurrences, RecurrenceError } from './recurrence';
import { clockIn } from './zones';

/** An event that goes on past midnight is one of its first day; a longer one has several days. */
const ONE_DAY_HOURS = 18;

/** Reads an iCalendar file (RFC 5545). Recurring events give those of `days`. @throws ImportError */
export function readCalendar(text: string, days: Days): Imported {
  const { calendar, events, zones } = cutCalendar(text);
  const problems: ImportProblem[] = [];
  const reader = new CalendarReader(calendar, zones, days);
  for (const block of events) {
    try {
      reader.read(block);
    } catch (error) {
      const { line, message } = placeOf(error, block);
      problems.push({ line, message });
    }
  }
  return { source: 'calendar', ...reader.finish(), problems };
}

/** What keeps an event from being read, at the line of a property. */
class PropertyError extends Error {
  constructor(
    readonly property: string,
    message: string,
  ) {
    super(message);
  }
}

function placeOf(error: unknown, block: Block): ImportProblem {
  if (error instanceof ImportError) return { line: error.line, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const property =
    error instanceof PropertyError ? error.property : error instanceof RecurrenceError ? 'RRULE' : '';
  const line = block.lines.find(
    ({ text }) => property !== '' && new RegExp(`^${property}[;:]`, 'i').test(text),
  );
  return { line: line?.number ?? block.lines[0]!.number, message };
}

/** One event of the file, recurring ones as often as they take place. */
interface Read {
  readonly uid: string;
  readonly event: ImportedEvent;
  readonly cancelled: boolean;
  /** By the rule of a recurring event, rather than in an entry of its own. */
  readonly byRule: boolean;
}

class CalendarReader {
  private readonly zone: string | undefined;
  private readonly name: string | undefined;
  private readonly url: string | undefined;
  private readonly allCancelled: boolean;
  private readonly zones = new Map<string, ICAL.Timezone>();
  private readonly found: Read[] = [];
  /** Times of recurring events that an entry of their own replaces, by UID. */
  private readonly replaced = new Map<string, Set<string>>();

  constructor(
    calendar: readonly ContentLine[],
    zones: readonly Block[],
    private readonly days: Days,
  ) {
    const component = parse(
      ['BEGIN:VCALENDAR', ...calendar.map(({ text }) => text), 'END:VCALENDAR'],
      calendar,
    );
    const value = (name: string) => textOf(component, name);
    this.zone = value('x-wr-timezone') || undefined;
    this.name = calendarName(value('x-wr-calname') || value('name'));
    this.url = [value('x-original-url'), value('url'), value('source')].find((url) => /^https?:/.test(url));
    this.allCancelled = value('method').toUpperCase() === 'CANCEL';
    for (const { lines } of zones) {
      try {
        const zone = new ICAL.Timezone(
          parse(
            lines.map(({ text }) => text),
            lines,
          ),
        );
        this.zones.set(zone.tzid, zone);
      } catch {
        // A zone that can't be read is as good as none: most are known by their name.
      }
    }
  }

  read({ lines }: Block): void {
    const event = parse(
      lines.map(({ text }) => text),
      lines,
    );
    const start = this.moment(event, 'dtstart');
    if (!start) throw new PropertyError('DTSTART', 'Expected DTSTART, the begin of the event, found none');
    const title = oneLine(textOf(event, 'summary'));
    if (title === '')
      throw new PropertyError('SUMMARY', 'Expected SUMMARY, the title of the event, found none');
    const called = /^(?:\[?cancel?led\b|cancel?ed:)/i.test(title);
    const cancelled = this.allCancelled || called || textOf(event, 'status').toUpperCase() === 'CANCELLED';
    const uid = textOf(event, 'uid') || `line ${lines[0]!.number}`;
    const description = textOf(event, 'description');
    const address = textOf(event, 'location').trim();
    const url = textOf(event, 'url');
    const page = /^https?:\/\//.test(url) ? url : (pageIn(description) ?? pageIn(address));
    const read = (start: Moment, end: Moment | undefined, byRule = false): Read => ({
      uid,
      cancelled,
      byRule,
      event: {
        line: lines[0]!.number,
        start,
        end,
        zone: this.zone,
        title,
        url: page,
        address: address.replace(/\\n/g, '\n'),
        kind: kindOf(title, oneLine(address), description),
        organiser: this.organiser(event, description),
      },
    });

    const replaces = this.moment(event, 'recurrence-id');
    if (replaces) {
      const times = this.replaced.get(uid) ?? new Set();
      this.replaced.set(uid, times.add(this.onClock(replaces, tzidOf(event, 'dtstart'))));
      this.found.push(read(start, this.end(event, start)));
      return;
    }
    const rule = event.getFirstPropertyValue('rrule');
    const dates = event.getAllProperties('rdate').flatMap((date) => this.moments(date));
    if (!(rule instanceof ICAL.Recur) && dates.length === 0) {
      this.found.push(read(start, this.end(event, start)));
      return;
    }
    const length = this.length(event, start);
    const times = this.times(event, start, length, rule instanceof ICAL.Recur ? rule : undefined, dates);
    for (const time of times) {
      const last = addDays(time.slice(0, 10), length);
      const end = length > 0 ? { text: last, utc: false, allDay: true } : undefined;
      this.found.push(read({ ...start, text: time }, end, true));
    }
  }

  finish(): { events: ImportedEvent[]; cancelled: number } {
    const own = this.found.filter(({ uid, event: { start }, byRule }) => {
      const replaced = byRule ? this.replaced.get(uid) : undefined;
      return !replaced?.has(start.text) && !replaced?.has(start.text.slice(0, 10));
    });
    const taking = own.filter(({ cancelled }) => !cancelled);
    // An entry of its own often tells the new time alone.
    const usual = new Map(this.found.filter(({ byRule }) => byRule).map(({ uid, event }) => [uid, event]));
    const events = taking.map(({ uid, event }) => {
      const whole = usual.get(uid) ?? event;
      const address = event.address || whole.address;
      return { ...event, url: event.url ?? whole.url, address, kind: event.kind ?? whole.kind };
    });
    return { events, cancelled: own.length - taking.length };
  }

  /** By the clock of the event: its times without those that are left out or have an entry of their own. */
  private times(
    event: ICAL.Component,
    start: Moment,
    length: number,
    rule: ICAL.Recur | undefined,
    more: readonly Moment[],
  ): string[] {
    const tzid = tzidOf(event, 'dtstart');
    const clock = (moment: Moment) => (start.utc ? moment.text : this.onClock(moment, tzid));
    const until = rule?.until ? clock(momentOf(rule.until, 'RRULE')) : undefined;
    // A day more at both ends: what is meant are the days by the clock of the venue.
    const days = { first: addDays(this.days.first, -length - 1), last: addDays(this.days.last, 1) };
    const times = rule
      ? occurrences(
          rule,
          timeOf(start.text),
          until === undefined ? undefined : endOf(until, start.allDay),
          days,
        )
      : [start.text];
    const out = new Set(event.getAllProperties('exdate').flatMap((date) => this.moments(date).map(clock)));
    return [...new Set([...times, ...more.map(clock)])].filter(
      (time) => !out.has(time) && !out.has(time.slice(0, 10)),
    );
  }

  private organiser(event: ICAL.Component, description: string): ImportedEvent['organiser'] {
    const property = event.getFirstProperty('organizer');
    const named = oneLine(String(property?.getFirstParameter('cn') ?? '')).replace(/^"|"$/g, '');
    const value = String(property?.getFirstValue() ?? '');
    const extra = event
      .getAllProperties()
      .find(({ name }) => /^x-.*(?:organi[sz]er|group)/.test(name))
      ?.getFirstValue();
    // Meetup begins its descriptions with the group's name, and the date in words below.
    const heading = /^([^\n]{2,80})\n[A-Z][a-z]+day, [A-Z][a-z]+ \d/.exec(description)?.[1];
    const name = [named, oneLine(String(extra ?? '')), heading ?? ''].find(
      (name) => name !== '' && !name.includes('@') && !/^https?:/.test(name),
    );
    return {
      name: name ?? this.name,
      url: /^https?:\/\//.test(value) ? value : this.url,
    };
  }

  /** The last moment; undefined when the event ends on the day on which it begins. */
  private end(event: ICAL.Component, start: Moment): Moment | undefined {
    const days = this.length(event, start);
    if (days === 0) return undefined;
    const end = this.moment(event, 'dtend');
    if (!end || end.allDay || start.allDay || end.utc !== start.utc)
      return { text: addDays(start.text.slice(0, 10), days), utc: false, allDay: true };
    // A second less: midnight ends the day before.
    const before = timeOf(end.text);
    before.second -= 1;
    return { ...end, text: before.toString() };
  }

  /** How many days behind its first one an event has. */
  private length(event: ICAL.Component, start: Moment): number {
    const end = this.moment(event, 'dtend');
    const duration = event.getFirstPropertyValue('duration');
    let seconds = 0;
    if (end) seconds = (time(end) - time(start)) / 1000;
    else if (duration instanceof ICAL.Duration) seconds = duration.toSeconds();
    if (start.allDay) return Math.max(0, Math.ceil(seconds / 86_400) - 1);
    if (seconds < ONE_DAY_HOURS * 3600) return 0;
    const first = Date.parse(`${start.text.slice(0, 10)}T00:00:00Z`);
    return Math.floor((time(start) + (seconds - 1) * 1000 - first) / 86_400_000);
  }

  private moment(event: ICAL.Component, name: string): Moment | undefined {
    const property = event.getFirstProperty(name);
    return property ? this.moments(property)[0] : undefined;
  }

  private moments(property: ICAL.Property): Moment[] {
    // As written: the library makes 2 March of 30 February.
    const raw = property.toJSON().slice(3) as unknown[];
    return (property.getValues() as unknown[]).map((value, n) => {
      const name = property.name.toUpperCase();
      const day = typeof raw[n] === 'string' ? raw[n].slice(0, 10) : undefined;
      if (day !== undefined && !isDate(day))
        throw new PropertyError(name, `Expected a date in ${name}, found “${day}”`);
      return momentOf(value instanceof ICAL.Period ? value.start : value, name);
    });
  }

  /** A moment by the clock of an event's time zone, in which others may be given in UTC. */
  private onClock(moment: Moment, tzid: string | undefined): string {
    if (!moment.utc || tzid === undefined) return moment.text;
    const zone = this.zones.get(tzid);
    if (zone) {
      const time = timeOf(moment.text);
      time.zone = ICAL.Timezone.utcTimezone;
      return time.convertToZone(zone).toString();
    }
    return clockIn(tzid, moment.text) ?? moment.text;
  }
}

/** @throws ImportError naming the line that is no property */
function parse(texts: readonly string[], lines: readonly ContentLine[]): ICAL.Component {
  const wrong = lines.find(({ text }) => !/^[\w-]+[;:]/.test(text));
  if (wrong) throw new ImportError(wrong.number, `Expected “NAME:value”, found “${wrong.text.slice(0, 40)}”`);
  return new ICAL.Component(ICAL.parse(texts.join('\r\n')));
}

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? '' : String(value);
}

function tzidOf(component: ICAL.Component, name: string): string | undefined {
  const tzid = component.getFirstProperty(name)?.getFirstParameter('tzid');
  return tzid ? String(tzid) : undefined;
}

/** @throws PropertyError for what is no date */
function momentOf(value: unknown, property: string): Moment {
  const text = value instanceof ICAL.Time ? value.toString() : String(value);
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)Z?)?$/.exec(text);
  if (!(value instanceof ICAL.Time) || !match || !isDate(match[1]!))
    throw new PropertyError(property, `Expected a date in ${property}, found “${text}”`);
  const utc = value.zone === ICAL.Timezone.utcTimezone;
  return { text: match[2] ? `${match[1]}T${match[2]}` : match[1]!, utc, allDay: !match[2] };
}

/** Without time zone: sums and comparisons then go by the clock. */
function timeOf(text: string): ICAL.Time {
  return text.length > 10 ? ICAL.Time.fromDateTimeString(text) : ICAL.Time.fromDateString(text);
}

/** The end of a rule: a day means all of it. */
function endOf(text: string, allDay: boolean): ICAL.Time {
  return timeOf(allDay ? text.slice(0, 10) : text.length > 10 ? text : `${text}T23:59:59`);
}

function time(moment: Moment): number {
  return Date.parse(`${moment.text.slice(0, 10)}T${moment.text.slice(11) || '00:00:00'}Z`);
}

/** `Events - Rust Berlin` as Meetup names its calendars. */
function calendarName(name: string): string | undefined {
  const bare = oneLine(name)
    .replace(/^events\s*[-–:]\s*/i, '')
    .replace(/\s+[-–|]?\s*(?:events|calendar)$/i, '');
  return bare === '' || /@|^https?:/.test(bare) ? undefined : bare;
}
