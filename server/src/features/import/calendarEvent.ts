import ICAL from 'ical.js';
import { type MomentReader, PropertyError, type SeriesClock, textOf } from './calendarFields';
import { millisOf } from './clocks';
import type { ContentLine } from './contentLines';
import { type Moment, oneLine, quoted } from './imported';
import { usable } from './pages';
import { plainText } from './plainText';
import { CANCELLED, POSTPONED, POSTPONED_DOUBT } from './postponed';

/** What an entry of a calendar says of an event; empty texts for what it leaves open. */
export interface Said {
  readonly title: string;
  /** As written. */
  readonly url: string;
  /** Plain text. */
  readonly description: string;
  readonly address: string;
  readonly organiser: { readonly name: string; readonly mail: string; readonly url: string };
  /** What only the author can decide. */
  readonly doubts: readonly string[];
}

/** One VEVENT. */
export interface CalendarEvent {
  readonly line: number;
  readonly lines: readonly ContentLine[];
  readonly uid: string;
  /** Of entries with one UID the newest counts: by SEQUENCE, then by the time of its change. */
  readonly sequence: number;
  readonly changed: string;
  readonly cancelled: boolean;
  /** Undefined only for one that is called off: a cancellation need not say when it would have been. */
  readonly start: Moment | undefined;
  /** Milliseconds; 0 for a moment, for a day too. */
  readonly length: number;
  /** The time of a series that this entry replaces, all that follow as well when `following`. */
  readonly replaces: Moment | undefined;
  readonly following: boolean;
  readonly rule: ICAL.Recur | undefined;
  readonly more: readonly Moment[];
  readonly left: readonly Moment[];
  readonly clock: SeriesClock;
  readonly said: Said;
}

const CALLED_OFF_SOMEHOW = /\bcancel?led\b/i;

/** @throws PropertyError, ImportError */
export function readEvent(
  event: ICAL.Component,
  lines: readonly ContentLine[],
  moments: MomentReader,
  allCancelled: boolean,
): CalendarEvent {
  const title = oneLine(plainText(textOf(event, 'summary')));
  const status = textOf(event, 'status').trim().toUpperCase();
  const cancelled = allCancelled || /^CANCELL?ED$/.test(status) || CANCELLED.test(title);
  const start = moments.moment(event, 'dtstart');
  if (!start && !cancelled)
    throw new PropertyError('DTSTART', 'DTSTART, the beginning of the event, is missing');
  const recurrence = event.getFirstProperty('recurrence-id');
  const rule = event.getFirstPropertyValue('rrule');
  const all = (name: string) => event.getAllProperties(name).flatMap((property) => moments.moments(property));
  const changes = ['last-modified', 'dtstamp'].map((name) => textOf(event, name));
  const sequence = textOf(event, 'sequence');
  return {
    line: lines[0]!.number,
    lines,
    uid: textOf(event, 'uid') || `line ${lines[0]!.number}`,
    // A cancellation is the last word, even where it has no number.
    sequence: sequence === '' && allCancelled ? Number.POSITIVE_INFINITY : Number.parseInt(sequence, 10) || 0,
    changed: changes.sort().at(-1)!,
    cancelled,
    start,
    length: start ? lengthOf(event, start, moments) : 0,
    replaces: moments.moment(event, 'recurrence-id'),
    following: /^thisandfuture$/i.test(String(recurrence?.getFirstParameter('range') ?? '')),
    rule: rule instanceof ICAL.Recur ? rule : undefined,
    more: all('rdate'),
    left: all('exdate'),
    clock: moments.seriesClock(event),
    said: saidBy(event, title, status),
  };
}

function saidBy(event: ICAL.Component, title: string, status: string): Said {
  const description = plainText(textOf(event, 'description') || textOf(event, 'x-alt-desc'));
  const property = event.getFirstProperty('organizer');
  const extra = event
    .getAllProperties()
    .find(({ name }) => /^x-.*(?:organi[sz]er|group)/.test(name))
    ?.getFirstValue();
  const written = String(property?.getFirstValue() ?? '').trim();
  const named = nameIn(String(property?.getFirstParameter('cn') ?? ''));
  // Meetup begins its descriptions with the group's name, and the date in words below.
  const heading = /^([^\n]{2,80})\n[A-Z][a-z]+day, [A-Z][a-z]+ \d/.exec(description)?.[1];
  const group = nameIn(String(extra ?? '')) || oneLine(heading ?? '');
  return {
    title,
    url: textOf(event, 'url').trim(),
    description,
    address: plainText(textOf(event, 'location')).replace(/\\n/g, '\n').trim().slice(0, 1000),
    organiser: {
      name: group || named,
      mail: group === '' ? (/^mailto:\s*(.*)$/i.exec(written)?.[1]?.toLowerCase() ?? '') : '',
      url: usable(written)?.text ?? '',
    },
    doubts: doubtsAbout(event, title, status, description),
  };
}

function nameIn(text: string): string {
  return oneLine(plainText(text)).replace(/^["'“”]+|["'“”]+$/g, '');
}

function doubtsAbout(event: ICAL.Component, title: string, status: string, description: string): string[] {
  const doubts: string[] = [];
  const secret = textOf(event, 'class').trim().toUpperCase();
  if (secret !== '' && secret !== 'PUBLIC')
    doubts.push(`The calendar says that the event is ${oneLine(secret).toLowerCase()}`);
  const opening = description.slice(0, 300);
  if (POSTPONED.test(title) || POSTPONED.test(status)) doubts.push(POSTPONED_DOUBT);
  else if (/\b(?:has been|is|was|event|meetup)\s+postponed\b/i.test(opening))
    doubts.push('The description says that it is postponed');
  if (CALLED_OFF_SOMEHOW.test(title)) doubts.push('The title speaks of something that is cancelled');
  else if (/\b(?:has been|is|was|event|meetup)\s+cancel?led\b/i.test(opening))
    doubts.push('The description says that it is cancelled');
  return doubts;
}

/** How long an event is: by its end, or its DURATION. @throws PropertyError */
function lengthOf(event: ICAL.Component, start: Moment, moments: MomentReader): number {
  const end = moments.moment(event, 'dtend');
  const duration = event.getFirstPropertyValue('duration');
  const millis = end
    ? millisOf((start.utc && end.utc) || end.text) - millisOf((end.utc && start.utc) || start.text)
    : duration instanceof ICAL.Duration
      ? duration.toSeconds() * 1000
      : 0;
  if (millis > 366 * 86_400_000)
    throw new PropertyError(
      'DTEND',
      `The event lasts more than a year: from ${start.text} to ${quoted(end?.text ?? textOf(event, 'duration'))}`,
    );
  return Math.max(0, millis);
}
