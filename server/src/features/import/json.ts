import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { decodeReferences } from '../../markdown/inline/text';
import { depthExceeded, MAX_DEPTH } from '../../text/jsonDepth';
import { append } from '../../text/lists';
import { SourceText } from '../../text/sourceText';
import { wordsIn } from '../../text/words';
import { Clocks } from './clocks';
import { ImportError, type Imported, type ImportedEvent, type ImportProblem, oneLine } from './imported';
import { first, record, stringOf } from './jsonFields';
import { STARTS, timesOf } from './jsonTimes';
import { kindOf } from './kinds';
import { CANCELLED, POSTPONED, POSTPONED_DOUBT } from './postponed';

/** How the collector, the interfaces of Meetup and Luma, and schema.org call the same things. */
const NAMES = {
  title: ['name', 'title', 'summary'],
  url: ['url', 'eventUrl', 'link', 'event_url'],
  place: ['location', 'venue', 'place', 'geo_address_json', 'geo_address_info'],
  virtual: ['virtual', 'isOnline', 'online', 'is_online_event'],
  call: ['meeting_url', 'zoom_meeting_url'],
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
  for (const { node, calendar } of nodes) {
    const line = source.lineNumberAt(node.offset) + 1;
    const value = { calendar, ...(getNodeValue(node) as Record<string, unknown>) };
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

interface EventNode {
  readonly node: Node;
  /** What stands beside the event or around it: Luma tells so whose it is. */
  readonly calendar: unknown;
}

/** Objects that look like an event, wherever they are; not those inside one. */
function eventNodes(root: Node): EventNode[] {
  const found: EventNode[] = [];
  const waiting: EventNode[] = [{ node: root, calendar: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const values = new Map(
      (node.type === 'object' ? (node.children ?? []) : []).map(({ children }) => [
        children?.[0]?.value as unknown,
        children?.[1],
      ]),
    );
    const has = (names: readonly string[]) => names.some((name) => values.has(name));
    const dated = has(STARTS) || values.get('time')?.type === 'number';
    if (dated && (has(NAMES.title) || has(NAMES.url))) found.push(next);
    else {
      const beside = values.get('calendar');
      const calendar = beside ? getNodeValue(beside) : next.calendar;
      append(
        waiting,
        (node.children ?? []).toReversed().map((child) => ({ node: child, calendar })),
      );
    }
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
  const times = timesOf(value, clocks);
  if ('message' in times) return { line, message: times.message };
  const address = addressOf(first(value, NAMES.place));
  const doubts = [
    ...(/postpone|reschedule/i.test(stringOf(value, NAMES.status)) || POSTPONED.test(title)
      ? [POSTPONED_DOUBT]
      : []),
    ...(isSecret(value) ? ['The source says that the event is private'] : []),
  ];
  return {
    line,
    ...times,
    title,
    url: pageOf(value) || undefined,
    address,
    kind: kindIn(value) ?? kindOf(title, address),
    ...(doubts.length > 0 ? { doubts } : {}),
    organiser: organiserIn(value),
  };
}

/** How an event takes place, where a field of its own says so. */
function kindIn(value: Record<string, unknown>): ImportedEvent['kind'] {
  const attendance = JSON.stringify(value.eventAttendanceMode ?? '');
  const type = stringOf(value, ['location_type', 'eventType']);
  if (/mixed/i.test(attendance) || /hybrid/i.test(type)) return 'hybrid';
  const online =
    first(value, NAMES.virtual) === true ||
    /online/i.test(attendance) ||
    /^(?:online|virtual|zoom|meet|google_meet|teams|discord|youtube|twitch|livestream)$/i.test(type) ||
    (first(value, NAMES.call) !== undefined && addressOf(first(value, NAMES.place)) === '');
  return online ? 'virtual' : undefined;
}

function organiserIn(value: Record<string, unknown>): ImportedEvent['organiser'] {
  const organiser = first(value, NAMES.organiser);
  const group = record(organiser ?? calendarOf(value));
  return {
    name: oneLine(typeof organiser === 'string' ? organiser : stringOf(group, ['name'])) || undefined,
    url: stringOf(value, NAMES.organiserUrl) || groupUrl(group),
  };
}

/** The calendar of a group on Luma; one of somebody’s own names none. */
function calendarOf(value: Record<string, unknown>): unknown {
  const calendar = record(value.calendar);
  if (!isLumas(value) || calendar.is_personal === true) return undefined;
  return { name: calendar.name, url: calendar.url ?? lumaPage(stringOf(calendar, ['slug'])) };
}

function pageOf(value: Record<string, unknown>): string {
  const url = stringOf(value, NAMES.url);
  return isLumas(value) ? lumaPage(url) : url;
}

function isLumas(value: Record<string, unknown>): boolean {
  return /^evt-/.test(stringOf(value, ['api_id', 'id']));
}

/** Luma’s own site gives the last part of a page’s address only. */
function lumaPage(slug: string): string {
  return /^[\w-]+$/.test(slug) ? `https://luma.com/${slug}` : slug;
}

/** Whether a source marks an event as one that is not for everybody. */
function isSecret(value: Record<string, unknown>): boolean {
  return (
    value.private === true ||
    value.isPrivate === true ||
    value.isPublic === false ||
    /^(?:private|confidential|unlisted|members?-only)$/i.test(
      stringOf(value, ['visibility', 'class', 'privacy']),
    )
  );
}

/** The place of what takes place nowhere. */
const ONLINE = 'Online';

/** `Oslo, NO` of a string, a Meetup venue or a schema.org place. */
function addressOf(place: unknown): string {
  if (typeof place === 'string') return addressIn(place);
  if (Array.isArray(place)) {
    // Of a hybrid event the hall.
    const addresses = place.map(addressOf).filter((address) => address !== '');
    return addresses.find((address) => address !== ONLINE) ?? addresses[0] ?? '';
  }
  const value = record(place);
  if (/virtual|online/i.test(`${value['@type'] ?? ''} ${value.venueType ?? ''}`)) return ONLINE;
  const inner = record(value.address);
  const city = stringOf(value, ['city']) || stringOf(inner, ['addressLocality']);
  const state = stringOf(value, ['state', 'region']) || stringOf(inner, ['addressRegion']);
  const country = (stringOf(value, ['country']) || stringOf(inner, ['addressCountry'])).replace(
    /^[a-z]{2}$/,
    (code) => code.toUpperCase(),
  );
  const parts = [city, state === city ? '' : state, country].filter((part) => part !== '').join(', ');
  if (city !== '' && country !== '') return parts;
  const whole = stringOf(value, ['full_address', 'address', 'city_state']);
  return whole.includes(',') ? whole : parts || whole;
}

/** An address as text, or as the JSON that it was kept as. */
function addressIn(text: string): string {
  if (!text.startsWith('{')) return text.trim();
  try {
    return addressOf(JSON.parse(text));
  } catch {
    return text.trim();
  }
}

function groupUrl(group: Record<string, unknown>): string | undefined {
  const url = stringOf(group, ['url', 'link']);
  if (url !== '') return url;
  const slug = stringOf(group, ['urlname']);
  return slug === '' ? undefined : `https://www.meetup.com/${slug}`;
}
