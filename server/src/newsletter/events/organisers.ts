import { lazy } from '../../text/lazy';
import { groupKey } from '../links/keys';
import { foldText } from '../places/places';
import type { EventEntry } from './event';
import { type Place, parseLocation } from './location';

import { ORGANISERS, type OrganiserRow } from './organiserTable';

/** A group that sends in events, as the newsletter usually writes it. */
export interface Organiser {
  readonly url: string;
  readonly name: string;
  /** The location field of most of its events, e.g. `Virtual (Dallas, TX, US)`. */
  readonly location: string;
  readonly country: string | undefined;
  /** At least 5 events, 9 of 10 of them under this name. */
  readonly nameIsClear: boolean;
  /** At least 5 events, 9 of 10 of them in this country. */
  readonly countryIsClear: boolean;
}

export const knownOrganisers = lazy(() => ORGANISERS.map(organiser));

const byKey = lazy(() => new Map(knownOrganisers().map((known) => [groupKey(known.url), known])));

function organiser([url, name, location, clear]: OrganiserRow): Organiser {
  return {
    url: `https://${url}`,
    name,
    location,
    get country() {
      return parseLocation(location)?.place?.country;
    },
    nameIsClear: clear?.includes('n') ?? false,
    countryIsClear: clear?.includes('c') ?? false,
  };
}

/** The group of an address; undefined for groups that are new or rare. @param keyOf tells keys, where some are known */
export function organiserOf(url: string, keyOf = groupKey): Organiser | undefined {
  return byKey().get(keyOf(url));
}

/** States that go with a city by what the event's groups usually write. */
export function usualStates(event: EventEntry, place: Place): string[] {
  const states = event.organisers.flatMap((link) => {
    const usual = parseLocation(organiserOf(link.url)?.location ?? '')?.place;
    const same = usual && foldText(usual.city) === foldText(place.city) && usual.country === place.country;
    return same ? usual.states : [];
  });
  return [...new Set(states)];
}
