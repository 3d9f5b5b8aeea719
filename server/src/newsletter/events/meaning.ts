import { indexBefore } from '../../text/sourceText';
import { dayNumber, daysBetween, isDate } from '../issue/date';
import type { IssuePart } from '../issue/part';
import { eventPageKey } from '../links/keys';
import { countryMeant, countryOf, countryOfState, foldText, stateMeant } from '../places/places';
import type { RegionName } from '../places/regions';
import type { Section } from '../sections/sections';
import type { EventEntry } from './event';
import { type Place, parsePlace, printLocation, tidyPlaces } from './location';

/** A section of Upcoming Events in which entries stand. */
export type EventRegion = RegionName | 'virtual';

/** In the order in which they stand in an issue (docs/newsletter.md#regions). */
export const EVENT_REGIONS: readonly EventRegion[] = [
  'virtual',
  'africa',
  'asia',
  'europe',
  'north-america',
  'oceania',
  'south-america',
];

/** Which region a section is; undefined for the events section itself and for headings of the week. */
export function regionOf(section: Pick<Section, 'spec'> | undefined): EventRegion | undefined {
  const spec = section?.spec;
  return spec?.parent === 'events' ? (spec.key.slice('events/'.length) as EventRegion) : undefined;
}

/** The event that starts at an offset. Costs reading all events of what is asked: ask a piece where that does. */
export function eventStarting(issue: IssuePart, offset: number): EventEntry {
  return issue.events[indexBefore(issue.events, offset)]!;
}

/** The section of a region in this issue, the first one when there are two. */
export function sectionOfRegion(issue: IssuePart, region: EventRegion): Section | undefined {
  return issue.sectionsOf(`events/${region}`)[0];
}

/** The region in which an event's country lies; undefined without a known country. */
export function regionOfPlace(place: Place | undefined): EventRegion | undefined {
  const { country } = place ?? {};
  return country === undefined ? undefined : (countryOf(country) ?? countryMeant(country))?.region;
}

/** The regions in which an event is to be listed; undefined when its place does not tell. */
export function regionsFor(event: EventEntry): readonly EventRegion[] | undefined {
  if (event.location?.kind === 'virtual') return ['virtual'];
  const region = regionOfPlace(event.location?.place);
  if (!region) return undefined;
  return event.location?.kind === 'hybrid' ? ['virtual', region] : [region];
}

/** Shown in messages: `Oslo, NO` or the location field as it is. */
export function whatOf(issue: IssuePart, event: EventEntry): string {
  const text = event.title?.links[0]?.text || event.organisers[0]?.text || 'event';
  const location = issue.source.slice(event.locationRange);
  return `“${text}”${location ? ` (${location})` : ''}`;
}

/** Key of the event's own page; undefined when the title has no link. @param keyOf tells keys, where some are known */
export function pageKey(event: EventEntry, keyOf = eventPageKey): string | undefined {
  const url = event.title?.links[0]?.url;
  return url ? keyOf(url) : undefined;
}

/** Whether first and last day exist and stand in order. */
export function hasSoundDates({ dates }: EventEntry): boolean {
  return dates.valid && dates.first <= dates.last;
}

/**
 * How far outside the window a date must lie to be taken for one with a wrong year (docs/newsletter.md#event-window).
 */
const WRONG_YEAR_DAYS = 300;

/** The year that was meant, when the same day of another year lies in the window; otherwise undefined. */
export function yearMeant(issue: IssuePart, event: EventEntry): number | undefined {
  const { window } = issue;
  const { first } = event.dates;
  if (!window || !isDate(first)) return undefined;
  const away = first < window.first ? daysBetween(first, window.first) : daysBetween(window.last, first);
  if (away < WRONG_YEAR_DAYS) return undefined;
  for (const year of new Set([window.first.slice(0, 4), window.last.slice(0, 4)])) {
    const moved = `${year}${first.slice(4)}`;
    if (dayNumber(moved) !== undefined && moved >= window.first && moved <= window.last) return Number(year);
  }
  return undefined;
}

/**
 * The days of the window that a past date may have been meant to be: the same day of another month or year, or day and
 * month the other way round. The likeliest first.
 */
export function datesMeant({ window }: IssuePart, { dates }: EventEntry): string[] {
  if (!window || !isDate(dates.first)) return [];
  const [, month, day] = dates.first.split('-') as [string, string, string];
  const months = [...new Set([window.first, window.last].map((date) => date.slice(0, 7)))];
  const years = [...new Set([window.first, window.last].map((date) => date.slice(0, 4)))];
  const meant = [
    ...years.map((year) => `${year}-${month}-${day}`),
    ...months.map((start) => `${start}-${day}`),
    ...years.map((year) => `${year}-${day}-${month}`),
  ];
  return [...new Set(meant)].filter((date) => isDate(date) && date >= window.first && date <= window.last);
}

/** Over before the issue comes out. An event with a mistyped year is not: its year is to be corrected. */
export function isPast(issue: IssuePart, event: EventEntry): boolean {
  if (issue.date === undefined || !hasSoundDates(event)) return false;
  return event.dates.last < issue.date && yearMeant(issue, event) === undefined;
}

/** The location field as "fix all" leaves it: tidy, hybrids in today's spelling, countries as codes. */
export function fixedLocation(issue: IssuePart, written: string, parsed: EventEntry['location']): string {
  if (!parsed) return '';
  const places = parsed.places.map(fixedPlace);
  const spelledAnew = parsed.oldHybrid && wantsHybridForm(issue);
  if (places.length === 1 && (spelledAnew || written === parsed.canonical))
    return printLocation(parsed.kind, places[0]);
  let text = tidyPlaces(written);
  for (const [n, place] of parsed.places.entries()) text = text.replace(tidyPlaces(place.text), places[n]!);
  return text;
}

/**
 * `Hybrid (..)` alone is in use since 2025-01; before, many spellings stood side by side
 * (docs/newsletter.md#hybrid-events).
 */
export function wantsHybridForm(issue: IssuePart): boolean {
  return issue.profile.can.hybridForm;
}

/** A place as "fix all" leaves it. */
export function fixedPlace(written: Place): string {
  const place = parsePlace(tidyPlaces(written.text));
  const meant = place.country === undefined ? undefined : countryToWrite(place.country);
  return meant === undefined ? place.text : [place.city, ...place.states, meant].join(', ');
}

/**
 * The code to write for a country written otherwise; undefined when it is a code, or nobody knows what is meant:
 * `Georgia` is a state as well.
 */
export function countryToWrite(written: string): string | undefined {
  if (countryOf(written) || stateMeant('US', written) !== undefined) return undefined;
  return countryMeant(written)?.code;
}

/** City and country folded: the same for `Zürich, CH` and `zurich, CH`; undefined without a place. */
export function cityKey(event: EventEntry): string | undefined {
  const { place } = event.location ?? {};
  return place ? `${foldText(place.city)}, ${foldText(place.country ?? '')}` : undefined;
}

/** Whether a place is written `NO, Oslo`; `Lebanon, NH` lacks its country. */
export function isSwapped({ city, states, country }: Place): boolean {
  const meant = (text: string) => countryOf(text) ?? countryMeant(text);
  return (
    states.length === 0 &&
    country !== undefined &&
    meant(city) !== undefined &&
    meant(country) === undefined &&
    countryOfState(country, city) === undefined
  );
}
