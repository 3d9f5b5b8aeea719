import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { decodeReferences } from '../../markdown/inline/text';
import { isDate } from '../../newsletter/issue/date';
import { depthExceeded, MAX_DEPTH } from '../../text/jsonDepth';
import { append } from '../../text/lists';
import { SourceText } from '../../text/sourceText';
import { wordsIn } from '../../text/words';
import { type Clock, Clocks, millisOf, timeAt } from './clocks';
import {
  ImportError,
  type Imported,
  type ImportedEvent,
  type ImportProblem,
  type Moment,
  ONE_DAY_HOURS,
  oneLine,
  quoted,
} from './imported';
import { kindOf } from './kinds';
import { CANCELLED, POSTPONED, POSTPONED_DOUBT } from './postponed';

/** How the collector, Meetup's interface and schema.org call the same things. */
const NAMES = {
  title: ['name', 'title', 'summary'],
  start: ['date', 'dateTime', 'startDate', 'start', 'start_date', 'dtstart'],
  end: ['endDate', 'endTime', 'end', 'end_date', 'dtend'],
  url: ['url', 'eventUrl', 'link', 'event_url'],
  place: ['location', 'venue', 'place'],
  virtual: ['virtual', 'isOnline', 'online'],
  organiser: ['organizer', 'organiser', 'group', 'host', 'organizerName', 'organiserName', 'organizer_name'],
  organiserUrl: ['organizerUrl', 'organiserUrl', 'organizer_url', 'groupUrl'],
  status: ['status', 'eventStatus'],
} as const;

/** Reads events written as JSON: an array of objects, or objects that hold one. @throws ImportError */
export function readJson(text: string): Imported {
  const bare = text.replace(/^\uFEFF/, ' ');
  const source = new SourceText(bare);
  const deep = depthExceeded(bare);
  if (deep !== undefined)
    throw new ImportError(
      source.lineNumberAt(deep) + 1,
      `The JSON has more than ${MAX_DEPTH} levels inside each other`,
    );
  const errors: ParseError[] = [];
  const tree = parseTree(bare, errors, { disallowComments: true });
  const error = errors[0];
  if (error || !tree) {
    const line = source.lineNumberAt(error?.offset ?? 0) + 1;
    const reason = error ? printParseErrorCode(error.error) : 'nothing';
    throw new ImportError(line, `This is not JSON: ${wordsIn(reason)}`);
  }
  const nodes = eventNodes(tree);
  if (nodes.length === 0) throw new ImportError(1, 'The JSON has no events with a name and a date');
  const events: ImportedEvent[] = [];
  const problems: ImportProblem[] = [];
  const clocks = new Clocks();
  let cancelled = 0;
  for (const node of nodes) {
    const line = source.lineNumberAt(node.offset) + 1;
    const value = getNodeValue(node) as Record<string, unknown>;
    if (/cancel/i.test(stringOf(value, NAMES.status)) || CANCELLED.test(stringOf(value, NAMES.title))) {
      cancelled += 1;
      continue;
    }
    const event = readEvent(value, line, clocks);
    if ('message' in event) problems.push(event);
    else events.push(event);
  }
  return { source: 'json', events, problems, cancelled };
}

/** Objects that look like an event, wherever they are; not those inside one. */
function eventNodes(root: Node): Node[] {
  const found: Node[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const keys = new Set(
      (node.type === 'object' ? (node.children ?? []) : []).map((pair) => pair.children?.[0]?.value),
    );
    const has = (names: readonly string[]) => names.some((name) => keys.has(name));
    if (has(NAMES.start) && (has(NAMES.title) || has(NAMES.url))) found.push(node);
    else append(waiting, (node.children ?? []).toReversed());
  }
  return found;
}

function readEvent(
  value: Record<string, unknown>,
  line: number,
  clocks: Clocks,
): ImportedEvent | ImportProblem {
  // What web pages say of their events is often written as HTML has it.
  const title = oneLine(decodeReferences(stringOf(value, NAMES.title)));
  if (title === '') return { line, message: 'The name is missing' };
  const written = stringOf(value, NAMES.start);
  const zone = clocks.named(stringOf(value, ['timezone', 'timeZone']));
  const start = momentOf(written, zone);
  if (!start) return { line, message: `${quoted(written)} is not a date like 2026-02-25` };
  const place = first(value, NAMES.place);
  const address = addressOf(place);
  const online =
    first(value, NAMES.virtual) === true || /online/i.test(JSON.stringify(value.eventAttendanceMode ?? ''));
  const mixed = /mixed/i.test(JSON.stringify(value.eventAttendanceMode ?? ''));
  const organiser = first(value, NAMES.organiser);
  const group = record(organiser);
  const url = stringOf(value, NAMES.url);
  const end = momentOf(stringOf(value, NAMES.end), zone);
  const doubts = [
    ...(/postpone|reschedule/i.test(stringOf(value, NAMES.status)) || POSTPONED.test(title)
      ? [POSTPONED_DOUBT]
      : []),
    ...(isSecret(value) ? ['The source says that the event is private'] : []),
  ];
  const days =
    end &&
    end.text.slice(0, 10) > start.text.slice(0, 10) &&
    (end.allDay || hoursBetween(start, end) >= ONE_DAY_HOURS);
  return {
    line,
    start,
    end: days ? beforeMidnight(end) : undefined,
    title,
    url: url === '' ? undefined : url,
    address,
    kind: mixed ? 'hybrid' : online ? 'virtual' : kindOf(title, address),
    ...(doubts.length > 0 ? { doubts } : {}),
    organiser: {
      name: oneLine(typeof organiser === 'string' ? organiser : stringOf(group, ['name'])) || undefined,
      url: stringOf(value, NAMES.organiserUrl) || groupUrl(group),
    },
  };
}

/** Whether a source marks an event as one that is not for everybody. */
function isSecret(value: Record<string, unknown>): boolean {
  return (
    value.private === true ||
    value.isPrivate === true ||
    value.isPublic === false ||
    /^(?:private|confidential|unlisted)$/i.test(stringOf(value, ['visibility', 'class', 'privacy']))
  );
}

/** A date, or a date with a time: with an offset by the clock that was set. */
function momentOf(text: string, zone: Clock | undefined): Moment | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:(Z)|([+-]\d\d:?\d\d))?)?$/.exec(
    text.trim().slice(0, 50),
  );
  if (!match || !isDate(match[1]!)) return undefined;
  const [, day, time, seconds, utc, offset] = match;
  if (time === undefined) return { text: day!, allDay: true };
  const own = `${day}T${time}${seconds ?? ':00'}`;
  if (Number.isNaN(millisOf(own))) return undefined;
  if (utc) {
    const known = zone && !zone.isUtc;
    return {
      text: known ? zone.shows(own) : own,
      allDay: false,
      utc: own,
      ...(known ? {} : { strange: 'The time is in UTC' }),
    };
  }
  if (offset)
    return {
      text: own,
      allDay: false,
      utc: timeAt(Date.parse(`${own}${offset.replace(/(\d\d)(\d\d)$/, '$1:$2')}`)),
    };
  return { text: own, allDay: false, ...(zone ? { utc: zone.utcOf(own) } : {}) };
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

/** The place of what takes place nowhere. */
const ONLINE = 'Online';

/** `Oslo, NO` of a string, a Meetup venue or a schema.org place. */
function addressOf(place: unknown): string {
  if (typeof place === 'string') return place.trim();
  if (Array.isArray(place)) {
    // Of a hybrid event the hall.
    const addresses = place.map(addressOf).filter((address) => address !== '');
    return addresses.find((address) => address !== ONLINE) ?? addresses[0] ?? '';
  }
  const value = record(place);
  if (/virtual|online/i.test(`${value['@type'] ?? ''} ${value.venueType ?? ''}`)) return ONLINE;
  const address = value.address;
  if (typeof address === 'string' && address.includes(',')) return address;
  const inner = record(address);
  const parts = [
    stringOf(value, ['city']) || stringOf(inner, ['addressLocality']),
    stringOf(value, ['state']) || stringOf(inner, ['addressRegion']),
    (stringOf(value, ['country']) || stringOf(inner, ['addressCountry'])).replace(/^[a-z]{2}$/, (code) =>
      code.toUpperCase(),
    ),
  ];
  return parts.filter((part) => part !== '').join(', ') || (typeof address === 'string' ? address : '');
}

function groupUrl(group: Record<string, unknown>): string | undefined {
  const url = stringOf(group, ['url', 'link']);
  if (url !== '') return url;
  const slug = stringOf(group, ['urlname']);
  return slug === '' ? undefined : `https://www.meetup.com/${slug}`;
}

function first(value: Record<string, unknown>, names: readonly string[]): unknown {
  const name = names.find((name) => value[name] !== undefined && value[name] !== null);
  return name === undefined ? undefined : value[name];
}

function stringOf(value: Record<string, unknown>, names: readonly string[]): string {
  const found = first(value, names);
  return typeof found === 'string' ? found : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
