import type { ArchiveView } from '../../newsletter/archive/view';
import {
  type EventLocation,
  hasPostalCode,
  parseLocation,
  printLocation,
} from '../../newsletter/events/location';
import { fixedPlace, regionOfPlace } from '../../newsletter/events/meaning';
import { titleTail } from '../../newsletter/events/titleTail';
import { foldText } from '../../newsletter/places/places';
import { Clocks } from './clocks';
import { daysOf } from './eventDays';
import { type ImportedEvent, oneLine, quoted } from './imported';
import { bareText, escapeText, tidyText } from './linkText';
import { type FoundOrganiser, KnownOrganisers } from './organisers';
import { usable } from './pages';
import { findPlace, KnownPlaces } from './places';
import { PlaceClocks } from './zones';

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
  /** The event's page, tidy. */
  readonly url: string;
  readonly organiser: string;
  /** The organiser is only the host of the page: the author has to be asked for the group’s name. */
  readonly unnamed: boolean;
  /** Both lines, and what stands behind them; undefined without a location. */
  readonly text: string | undefined;
  /** The same without signs in title and group, where the text would be read otherwise than it was meant. */
  readonly bare: string | undefined;
  /** What was guessed and may be read over. */
  readonly notes: readonly string[];
  /** What has to be asked before the entry is printed. */
  readonly doubts: readonly string[];
}

/** What the author was asked about an event. */
export interface Answer {
  /** The place. */
  readonly location?: string | undefined;
  /** The name of a group that nothing else names. */
  readonly organiser?: string | undefined;
}

/** Writes imported events as the house does. */
export class EntryWriter {
  private readonly places: KnownPlaces;
  private readonly organisers: KnownOrganisers;
  private readonly clocks = new PlaceClocks(new Clocks());

  constructor(archive: ArchiveView | undefined) {
    this.places = new KnownPlaces(archive);
    this.organisers = new KnownOrganisers(archive);
  }

  /**
   * @param answer what the author said of it
   * @returns a message when an entry can't be written
   */
  write(event: ImportedEvent, answer: Answer = {}): Entry | { message: string } {
    const notes = [...(event.notes ?? [])];
    const doubts = [...(event.doubts ?? [])];
    const page = usable(event.url ?? '')?.text;
    if (page === undefined)
      return {
        message: event.url?.trim()
          ? `${quoted(event.url)} cannot be the page of ${quoted(event.title)}`
          : `The address (URL) of ${quoted(event.title)} is missing`,
      };
    const title = event.links ? tidyText(event.links.titles[0]!.text) : escapeText(event.title);
    if (!/[\p{L}\p{N}\p{S}]/u.test(title))
      return { message: title === '' ? 'The title is missing' : `${quoted(title)} is not a title` };
    const { url } = event.organiser;
    const written = isAddress(event.organiser.name) ? undefined : event.organiser.name;
    const told = this.organisers.find(written, url, page);
    const name = written ?? (told?.unnamed ? nameOf(answer.organiser) : undefined);
    const organiser = this.organisers.find(name, url, page);
    const groups = this.groups(event, organiser, page);
    if (groups === undefined) return { message: `The group of ${quoted(event.title)} is missing` };
    if (organiser && !organiser.known && !groups.linked)
      notes.push('The group’s address is not known: the event’s page is linked instead');
    const unnamed = organiser?.unnamed === true && !groups.linked;
    const location = this.location(event, organiser, answer.location, notes);
    const parsed = parseLocation(location ?? '');
    const place = parsed?.place?.text;
    const shorter = (text: string) => text.slice(0, titleTail(text, parsed?.kind));
    const { first, last, doubt } = daysOf(event, this.clocks.of(place));
    if (doubt) doubts.push(doubt);
    const dates = first === last ? first : `${first} - ${last}`;
    const more = (event.links?.titles.slice(1) ?? []).flatMap(({ text, url }) => {
      const other = usable(url)?.text;
      return other === undefined ? [] : [` | [${tidyText(text)}](${other})`];
    });
    const print = (groups: string, title: string) =>
      location === undefined
        ? undefined
        : `* ${dates} | ${location} | ${groups}\n    * [**${title}**](${page})${more.join('')}${event.comment ?? ''}`;
    return {
      line: event.line,
      first,
      last,
      dates,
      location,
      address: oneLine(event.address),
      title: oneLine(event.title),
      url: page,
      organiser: name ?? organiser?.name ?? '',
      unnamed,
      text: print(groups.text, shorter(title)),
      bare: print(
        `[${bareText(name ?? organiser?.name ?? '') || groupOf(page)}](${organiser?.url ?? page})`,
        shorter(bareText(event.title)) || groupOf(page),
      ),
      notes,
      doubts,
    };
  }

  /** The links of the event line: known groups under their usual name. */
  private groups(
    event: ImportedEvent,
    organiser: FoundOrganiser | undefined,
    page: string,
  ): { text: string; linked: boolean } | undefined {
    const links = (event.links?.organisers ?? []).flatMap(({ text, url }) => {
      const address = usable(url)?.text;
      if (address === undefined) return [];
      const found = this.organisers.find(undefined, address, page);
      const own = found?.known && found.location !== undefined && (event.links?.organisers.length ?? 0) === 1;
      const name = found && (own || isAddress(text)) ? escapeText(found.name) : tidyText(text);
      return name === '' ? [] : [`[${name}](${own ? found.url : this.organisers.addressOf(address)})`];
    });
    if (links.length > 0) return { text: links.join(' + '), linked: true };
    if (!organiser) return undefined;
    const name = escapeText(organiser.name);
    return name === '' ? undefined : { text: `[${name}](${organiser.url})`, linked: false };
  }

  private location(
    event: ImportedEvent,
    organiser: FoundOrganiser | undefined,
    answer: string | undefined,
    notes: string[],
  ): string | undefined {
    if (answer !== undefined) return locationOf(answer, event.kind);
    const usual = organiser?.location === undefined ? undefined : parseLocation(organiser.location);
    if (event.links || /^(?:virtual|hybrid)\b/i.test(event.address)) {
      const given = parseLocation(event.address);
      if (given && isWhole(given)) return tidy(given, usual);
    }
    if (event.kind === 'virtual') return printLocation('virtual', usual && placesOf(usual));
    const address = event.address.replace(/^\s*hybrid\s*[(:–-]?\s*/i, '');
    const found = findPlace(address, this.places);
    if (found) {
      if (!found.sure) notes.push(`The city was read from ${quoted(event.address)}`);
      return printLocation(event.kind === 'hybrid' ? 'hybrid' : 'in-person', found.place);
    }
    if (!usual?.place) return undefined;
    notes.push('The place is the one where the group usually meets');
    const kind = event.kind ?? usual.kind;
    return printLocation(kind, placesOf(usual));
  }
}

/** What an author calls a group; undefined for what has no letter to call it by, and for an address. */
export function nameOf(answer: string | undefined): string | undefined {
  const name = oneLine(answer ?? '');
  return /[\p{L}\p{N}]/u.test(name) && !isAddress(name) ? name : undefined;
}

/** Whether an address stands where a name belongs. */
function isAddress(name = ''): boolean {
  return /^\s*https?:\/\//i.test(name);
}

/** The host of a page: the last thing to call a group by. */
function groupOf(page: string): string {
  return page.replace(/^https?:\/\/(?:www\.)?([^/?#:]+).*$/i, '$1');
}

/** What an author answers: `Oslo, NO`, `Virtual`, or a whole field. */
function locationOf(answer: string, kind: ImportedEvent['kind']): string | undefined {
  const given = parseLocation(oneLine(answer));
  if (!given || !isWhole(given)) return undefined;
  if (given.kind !== 'in-person') return tidy(given);
  return printLocation(kind === 'hybrid' ? 'hybrid' : 'in-person', placesOf(given));
}

/** Whether a location names its city and country, or is plain `Virtual`. */
function isWhole({ kind, places }: EventLocation): boolean {
  if (places.length === 0) return kind === 'virtual';
  return places.every(
    (place) =>
      regionOfPlace(place) !== undefined &&
      /\p{L}/u.test(place.city) &&
      place.states.length <= 1 &&
      !place.states.includes('') &&
      !hasPostalCode(place) &&
      !/[[\]()*`|<>\\]/.test(place.text),
  );
}

/** @param usual where the group usually meets: it tells the state of its city */
function tidy(location: EventLocation, usual?: EventLocation): string {
  const [place] = location.places;
  const same =
    location.places.length === 1 &&
    place!.states.length === 0 &&
    usual?.place !== undefined &&
    foldText(usual.place.city) === foldText(place!.city) &&
    usual.place.country === parseLocation(fixedPlace(place!))?.place?.country;
  if (same) return printLocation(location.kind, fixedPlace(usual.place!));
  return printLocation(location.kind, location.places.length > 0 ? placesOf(location) : undefined);
}

function placesOf({ places }: EventLocation): string | undefined {
  return places.length === 0 ? undefined : places.map(fixedPlace).join('; ');
}
