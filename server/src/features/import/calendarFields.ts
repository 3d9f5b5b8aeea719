import ICAL from 'ical.js';
import { isDate } from '../../newsletter/issue/date';
import { type Clock, type Clocks, millisOf } from './clocks';
import type { ContentLine } from './contentLines';
import { ImportError, type Moment, quoted } from './imported';
import { withPlainTimes } from './isoTimes';
import { RecurrenceError } from './recurrence';

/** What keeps an event from being read, at the line of a property. */
export class PropertyError extends Error {
  constructor(
    readonly property: string,
    message: string,
  ) {
    super(message);
  }
}

/** @throws ImportError naming the line that is no property, or that the library can't read */
export function parseLines(lines: readonly ContentLine[], around?: string): ICAL.Component {
  const wrong = lines.find(({ text }) => !/^[\w-]+[;:]/.test(text));
  if (wrong) throw new ImportError(wrong.number, `${quoted(wrong.text)} is not written as “NAME:value”`);
  const texts = lines.map(({ text }) => withPlainTimes(text));
  const whole = around === undefined ? texts : [`BEGIN:${around}`, ...texts, `END:${around}`];
  try {
    return new ICAL.Component(
      ICAL.parse(whole.join('\r\n')) as ConstructorParameters<typeof ICAL.Component>[0],
    );
  } catch (error) {
    // The library's own messages are about its insides.
    const bad = lines.find((_, n) => !isReadable(texts[n]!));
    throw new ImportError(
      bad?.number ?? lines[0]?.number ?? 1,
      bad ? `The value of ${quoted(bad.text)} is not understood` : `Not understood: ${messageOf(error)}`,
    );
  }
}

function isReadable(line: string): boolean {
  if (/^(?:BEGIN|END):/i.test(line)) return true;
  try {
    ICAL.Property.fromString(line);
    return true;
  } catch {
    return false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 100) : 'the calendar';
}

/** The text of a property; empty without one. */
export function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  if (value === null || value === undefined) return '';
  // The library knows no types of properties that programs have of their own.
  return name.startsWith('x-') ? String(value).replace(/\\([\\;,nN])/g, unescaped) : String(value);
}

function unescaped(_: string, char: string): string {
  return /n/i.test(char) ? '\n' : char;
}

/** The line of a block at which what is wrong stands. */
export function lineOf(error: unknown, lines: readonly ContentLine[]): number {
  if (error instanceof ImportError) return error.line;
  const property =
    error instanceof PropertyError ? error.property : error instanceof RecurrenceError ? 'RRULE' : undefined;
  return (property === undefined ? undefined : propertyLine(lines, property)) ?? lines[0]!.number;
}

/** The number of a property's line; undefined where there is none. */
export function propertyLine(lines: readonly ContentLine[], property: string): number | undefined {
  const start = property.length;
  return lines.find(
    ({ text }) => /[;:]/.test(text[start] ?? '') && text.slice(0, start).toUpperCase() === property,
  )?.number;
}

/** The values of a property of times. @throws PropertyError for those that the library takes for none */
function valuesOf(property: ICAL.Property, name: string): unknown[] {
  try {
    return property.getValues();
  } catch {
    throw new PropertyError(name, `${name} is not written like 20260304T190000`);
  }
}

/** The clock by which the times of a series are counted. */
export interface SeriesClock {
  timeOf(moment: Moment): string;
  momentAt(time: string): Moment;
}

/** Reads times as the zones of a calendar have them. */
export class MomentReader {
  /**
   * @param clocks by name
   * @param own zones that the calendar describes, in lower case
   * @param zone in which the calendar's times in UTC are meant to be shown
   */
  constructor(
    private readonly clocks: Clocks,
    private readonly own: ReadonlyMap<string, Clock>,
    private readonly zone: string | undefined,
  ) {}

  /** The first time of a property. @throws PropertyError */
  moment(event: ICAL.Component, name: string): Moment | undefined {
    const property = event.getFirstProperty(name);
    return property ? this.moments(property)[0] : undefined;
  }

  /** @throws PropertyError for what is no date */
  moments(property: ICAL.Property): Moment[] {
    // As written: the library makes 2 March of 30 February.
    const raw = property.toJSON().slice(3) as unknown[];
    const tzid = property.getFirstParameter('tzid');
    // Bare days where times were to stand: many write it so, and the library reads no value of them.
    if (raw.every((written) => /^[\d-]{10}T::$/.test(String(written))))
      return raw.map((written) => this.bareDay(String(written).slice(0, 10), property.name.toUpperCase()));
    const name = property.name.toUpperCase();
    return valuesOf(property, name).map((value, n) => {
      const written = Array.isArray(raw[n]) ? raw[n][0] : raw[n];
      const day = typeof written === 'string' ? written.slice(0, 10) : undefined;
      if (day !== undefined && !isDate(day))
        throw new PropertyError(name, `${quoted(day)} in ${name} is not a date`);
      const time = value instanceof ICAL.Period ? value.start : value;
      const text = time instanceof ICAL.Time ? time.toString() : String(value);
      const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?))?$/.exec(text);
      if (!match || Number.isNaN(millisOf(text.replace(/Z$/, ''))))
        throw new PropertyError(name, `${quoted(text)} in ${name} is not a date`);
      if (match[2] === undefined) return { text: match[1]!, allDay: true };
      return this.at(`${match[1]}T${match[2]}`, match[3] === 'Z', tzid ? String(tzid) : undefined);
    });
  }

  /** How the times of a recurring event are counted: by the clock of its first one. @throws PropertyError */
  seriesClock(event: ICAL.Component): SeriesClock {
    const property = event.getFirstProperty('dtstart');
    const tzid = property?.getFirstParameter('tzid');
    const clock = tzid ? this.clock(String(tzid)) : undefined;
    const utc = /Z$/.test(String(property?.toJSON()[3] ?? ''));
    return {
      timeOf: (moment) => {
        if (moment.utc === undefined) return moment.text;
        if (utc || clock?.isUtc) return moment.utc;
        return clock ? clock.shows(moment.utc) : moment.text;
      },
      momentAt: (time) =>
        time.length > 10 ? this.at(time, utc, tzid ? String(tzid) : undefined) : { text: time, allDay: true },
    };
  }

  private bareDay(text: string, name: string): Moment {
    if (!isDate(text)) throw new PropertyError(name, `${quoted(text)} in ${name} is not a date`);
    return { text, allDay: true };
  }

  private at(text: string, utc: boolean, tzid: string | undefined): Moment {
    if (utc) return this.inCalendarsZone(text);
    if (tzid === undefined) return { text, allDay: false };
    const clock = this.clock(tzid);
    if (!clock) return { text, allDay: false, strange: `The time zone ${quoted(tzid)} is not known` };
    if (clock.isUtc) return this.inCalendarsZone(text);
    return { text, allDay: false, utc: clock.utcOf(text) };
  }

  /** A time in UTC is one of a server; the calendar may tell the clock of its people. */
  private inCalendarsZone(utc: string): Moment {
    const clock = this.zone === undefined ? undefined : this.clock(this.zone);
    if (clock && !clock.isUtc) return { text: clock.shows(utc), allDay: false, utc };
    return { text: utc, allDay: false, utc, strange: 'The time is in UTC' };
  }

  private clock(tzid: string): Clock | undefined {
    // Where a name is known everywhere, the world's table has every change of its clocks; a file often the last one only.
    const named = /^[A-Z][\w+-]*\/[\w/+-]+$/i.test(tzid) ? this.clocks.named(tzid) : undefined;
    return named ?? this.own.get(tzid.toLowerCase()) ?? this.clocks.named(tzid);
  }
}
