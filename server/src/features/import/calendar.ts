import { appendTo } from '../../text/lists';
import { type CalendarEvent, readEvent, type Said } from './calendarEvent';
import { lineOf, MomentReader, parseLines, propertyLine, textOf } from './calendarFields';
import { CalendarGroup } from './calendarGroups';
import { type Occurrence, seriesOf } from './calendarSeries';
import { type Clock, Clocks, millisOf, timeAt } from './clocks';
import { type CalendarBlock, cutCalendars } from './contentLines';
import {
  type Days,
  type Imported,
  type ImportedEvent,
  type ImportProblem,
  type Moment,
  ONE_DAY_HOURS,
  oneLine,
  quoted,
} from './imported';
import { kindOf } from './kinds';
import { findPage } from './pages';
import { describedClock } from './vtimezone';

const HOUR = 3_600_000;
/** Calendars that say something about an event, rather than bring it. */
const NO_EVENTS: readonly string[] = ['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER'];

/**
 * Reads an iCalendar file (RFC 5545), with all of its calendars. Recurring events give those of `days`.
 *
 * @throws ImportError
 */
export function readCalendar(text: string, days: Days): Imported {
  const clocks = new Clocks();
  const problems: ImportProblem[] = [];
  /** By UID, over all calendars of the file: one of cancellations calls off events of another one. */
  const entries = new Map<string, CalendarEvent[]>();
  const groups = new Map<CalendarEvent, CalendarGroup>();
  for (const block of cutCalendars(text)) {
    const read = readBlock(block, clocks, problems);
    for (const event of read.events) {
      appendTo(entries, event.uid, event);
      groups.set(event, read.group);
    }
  }
  const events: ImportedEvent[] = [];
  let cancelled = 0;
  for (const ofOne of entries.values()) {
    try {
      const series = seriesOf(ofOne, days);
      cancelled += series.cancelled;
      const known = new Map<CalendarEvent, About | undefined>();
      for (const occurrence of series.occurrences) {
        const { event } = occurrence;
        // One message an event, however often it takes place.
        if (!known.has(event)) known.set(event, aboutOf(occurrence, groups, problems));
        const about = known.get(event);
        if (about) events.push({ ...about, ...timesOf(occurrence) });
      }
    } catch (error) {
      problems.push(problemOf(error, ofOne[0]!.lines));
    }
  }
  return { source: 'calendar', events, problems, cancelled };
}

function readBlock(
  { line, properties, events: blocks, zones }: CalendarBlock,
  clocks: Clocks,
  problems: ImportProblem[],
): { events: CalendarEvent[]; group: CalendarGroup } {
  const calendar = parseLines(properties, 'VCALENDAR');
  const method = textOf(calendar, 'method').trim().toUpperCase();
  const group = new CalendarGroup(calendar);
  if (NO_EVENTS.includes(method)) {
    problems.push({ line, message: `The calendar has METHOD:${method}, and lists no events` });
    return { events: [], group };
  }
  const own = new Map<string, Clock>();
  for (const { lines } of zones) {
    try {
      const zone = parseLines(lines);
      const clock = describedClock(zone);
      if (clock) own.set(textOf(zone, 'tzid').toLowerCase(), clock);
    } catch {
      // A zone that can't be read is as good as none: most are known by their name.
    }
  }
  const moments = new MomentReader(clocks, own, textOf(calendar, 'x-wr-timezone') || undefined);
  const events: CalendarEvent[] = [];
  for (const { lines } of blocks) {
    try {
      const event = readEvent(parseLines(lines), lines, moments, method === 'CANCEL');
      events.push(event);
      group.add(event.said);
    } catch (error) {
      problems.push(problemOf(error, lines));
    }
  }
  return { events, group };
}

function problemOf(error: unknown, lines: CalendarEvent['lines']): ImportProblem {
  return { line: lineOf(error, lines), message: error instanceof Error ? error.message : String(error) };
}

type About = Omit<ImportedEvent, 'start' | 'end'>;

/** What an entry says, and what the series says where the entry leaves it open. @returns undefined for what is told as a problem */
function aboutOf(
  { event, base }: Occurrence,
  groups: ReadonlyMap<CalendarEvent, CalendarGroup>,
  problems: ImportProblem[],
): About | undefined {
  const said = [event, ...base].map((entry) => entry.said);
  const { line, lines } = event;
  const first = (read: (said: Said) => string) => said.map(read).find((text) => text !== '') ?? '';
  const title = first((one) => one.title);
  if (title === '') {
    problems.push({ line, message: 'SUMMARY, the title of the event, is missing' });
    return undefined;
  }
  const url = first((one) => one.url);
  const description = first((one) => one.description);
  const address = first((one) => one.address);
  const page = findPage({ url, description, address });
  if (page.url === undefined) {
    const none = /https?:/i.test(description)
      ? `None of the addresses can be the page of ${quoted(title)}`
      : `The address (URL) of ${quoted(title)} is missing`;
    problems.push({
      line: propertyLine(lines, 'URL') ?? line,
      message: url === '' ? none : `${quoted(url)} cannot be the page of ${quoted(title)}`,
    });
    return undefined;
  }
  const doubts = [...new Set(said.flatMap((one) => one.doubts)), ...(page.doubt ? [page.doubt] : [])];
  const inviting = said.find(({ organiser: { name, url } }) => name !== '' || url !== '') ?? said[0]!;
  return {
    line,
    title,
    url: page.url,
    address,
    kind: kindOf(title, oneLine(address), description),
    organiser: groups.get(event)!.of(inviting),
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

/** First and last moment; no last one for what ends on the day on which it begins, or in the night after it. */
function timesOf({ event, start }: Occurrence): { start: Moment; end: Moment | undefined } {
  const { length, clock } = event;
  const days = start.allDay ? Math.ceil(length / (24 * HOUR)) - 1 : 0;
  if (start.allDay ? days <= 0 : length < ONE_DAY_HOURS * HOUR) return { start, end: undefined };
  if (start.allDay)
    return {
      start,
      end: { text: timeAt(millisOf(start.text) + days * 24 * HOUR).slice(0, 10), allDay: true },
    };
  // A second less: midnight ends the day before.
  return { start, end: clock.momentAt(timeAt(millisOf(clock.timeOf(start)) + length - 1000)) };
}
