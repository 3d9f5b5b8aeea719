import type { ArchiveView } from '../../newsletter/archive/view';
import { type EventLocation, parseLocation, printLocation } from '../../newsletter/events/location';
import { fixedPlace, regionOfPlace } from '../../newsletter/events/meaning';
import { type ImportedEvent, type Moment, oneLine } from './imported';
import { cleanUrl, type FoundOrganiser, KnownOrganisers } from './organisers';
import { findPlace, KnownPlaces } from './places';
import { clockIn, zoneOfPlace } from './zones';

/** An imported event as an entry of an issue. */
export interface Entry {
  readonly line: number;
  readonly first: string;
  readonly last: string;
  /** As they stand in the entry. */
  readonly dates: string;
  /** The location field; undefined where the author has to be asked. */
  readonly location: string | undefined;
  readonly address: string;
  readonly title: string;
  readonly organiser: string;
  /** Both lines, and what stands behind them; undefined without a location. */
  readonly text: string | undefined;
  readonly notes: readonly string[];
}

/** Writes imported events as the house does. */
export class EntryWriter {
  private readonly places: KnownPlaces;
  private readonly organisers: KnownOrganisers;

  constructor(archive: ArchiveView | undefined) {
    this.places = new KnownPlaces(archive);
    this.organisers = new KnownOrganisers(archive);
  }

  /**
   * @param answer the place that the author gave
   * @returns a message when an entry can't be written
   */
  write(event: ImportedEvent, answer?: string): Entry | { message: string } {
    const notes: string[] = [];
    const page = event.url?.trim();
    if (!page || !/^https?:\/\/[^\s/]+/i.test(page))
      return {
        message: `Expected an address (URL) of “${event.title}”, found ${page ? `“${page}”` : 'none'}`,
      };
    const { name, url } = event.organiser;
    const organiser = this.organisers.find(name, url, page);
    const written = event.written?.organisers;
    const usable = written !== undefined && !written.includes('about:blank') && written !== '';
    if (!organiser && !usable) return { message: `Expected an organiser of “${event.title}”, found none` };
    if (!usable && organiser && !organiser.known)
      notes.push('The group’s address is not known: the event’s page is linked instead');
    const location = this.location(event, organiser, answer, notes);
    const { first, last } = this.days(event, location, notes);
    const dates = first === last ? first : `${first} - ${last}`;
    const groups = usable ? written : `[${escapeText(organiser!.name)}](${organiser!.url})`;
    const titles = event.written?.titles ?? `[**${escapeText(event.title)}**](${cleanUrl(page)})`;
    return {
      line: event.line,
      first,
      last,
      dates,
      location,
      address: oneLine(event.address),
      title: event.title,
      organiser: name ?? organiser?.name ?? '',
      text:
        location === undefined
          ? undefined
          : `* ${dates} | ${location} | ${groups}\n    * ${titles}${event.comment ?? ''}`,
      notes,
    };
  }

  private location(
    event: ImportedEvent,
    organiser: FoundOrganiser | undefined,
    answer: string | undefined,
    notes: string[],
  ): string | undefined {
    if (answer !== undefined) return locationOf(answer, event.kind);
    const usual = organiser?.location === undefined ? undefined : parseLocation(organiser.location);
    if (event.written) {
      const given = parseLocation(event.address);
      if (given && isWhole(given)) return tidy(given);
    }
    if (event.kind === 'virtual') return printLocation('virtual', usual && placesOf(usual));
    const address = event.address.replace(/^\s*hybrid\s*[(:–-]?\s*/i, '');
    const found = findPlace(address, this.places);
    if (found) {
      if (!found.sure) notes.push(`The city was read from “${oneLine(event.address)}”`);
      return printLocation(event.kind === 'hybrid' ? 'hybrid' : 'in-person', found.place);
    }
    if (!usual?.place) return undefined;
    notes.push('The place is the one where the group usually meets');
    const kind = event.kind ?? usual.kind;
    return printLocation(kind, placesOf(usual));
  }

  /** First and last day by the clock of the place. */
  private days(
    event: ImportedEvent,
    location: string | undefined,
    notes: string[],
  ): { first: string; last: string } {
    const place = parseLocation(location ?? '')?.place?.text;
    const zone = zoneOfPlace(place) ?? event.zone;
    const day = (moment: Moment): string => {
      if (!moment.utc) return moment.text.slice(0, 10);
      const clock = zone === undefined ? undefined : clockIn(zone, moment.text);
      if (clock === undefined) notes.push('The time is in UTC: the day may be another one at the place');
      return (clock ?? moment.text).slice(0, 10);
    };
    const first = day(event.start);
    const last = event.end ? day(event.end) : first;
    return { first, last: last < first ? first : last };
  }
}

/** What an author answers: `Oslo, NO`, `Virtual`, or a whole field. */
function locationOf(answer: string, kind: ImportedEvent['kind']): string | undefined {
  const given = parseLocation(answer);
  if (!given) return undefined;
  if (given.kind !== 'in-person') return isWhole(given) ? tidy(given) : undefined;
  const places = placesOf(given);
  if (!isWhole(given)) return undefined;
  return printLocation(kind === 'hybrid' ? 'hybrid' : 'in-person', places);
}

/** Whether a location names its country, or is plain `Virtual`. */
function isWhole({ kind, places }: EventLocation): boolean {
  if (places.length === 0) return kind === 'virtual';
  return places.every((place) => regionOfPlace(place) !== undefined);
}

function tidy(location: EventLocation): string {
  return printLocation(location.kind, location.places.length > 0 ? placesOf(location) : undefined);
}

function placesOf({ places }: EventLocation): string | undefined {
  return places.length === 0 ? undefined : places.map(fixedPlace).join('; ');
}

/** Plain text in a link of Markdown. */
function escapeText(text: string): string {
  const escaped = text.replace(/[\\*`]|_(?!\w)|(?<!\w)_/g, '\\$&').replace(/</g, '&lt;');
  let depth = 0;
  for (const char of escaped) {
    depth += char === '[' ? 1 : char === ']' ? -1 : 0;
    if (depth < 0) break;
  }
  return depth === 0 ? escaped : escaped.replace(/[[\]]/g, '\\$&');
}
