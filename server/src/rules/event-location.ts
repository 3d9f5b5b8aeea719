import type { EventEntry } from '../newsletter/events/event';
import {
  hasPostalCode,
  type Place,
  parseLocation,
  parsePlace,
  tidyPlaces,
} from '../newsletter/events/location';
import { isSwapped } from '../newsletter/events/meaning';
import {
  countryMeant,
  countryOf,
  countryOfState,
  foldText,
  stateMeant,
  stateOfCity,
} from '../newsletter/places/places';
import { NOWHERE } from '../newsletter/places/regions';
import { definePieceRule, type Fix } from './rule';

/** A finding about a location: what was expected, and what to write if that is known. */
interface Slip {
  /** With `{}` where the place is named. */
  readonly message: string;
  readonly text?: string;
  /** An online event without city: its place matters little. */
  readonly mild?: boolean;
}

export default definePieceRule({
  id: 'event-location',
  in: ['events'],
  summary: 'The place of an event is not `City, CC`, `Virtual`, `Virtual (City, CC)` or `Hybrid (City, CC)`',
  why: 'City and country tell readers at a glance whether an event is near them, and decide on the region.',
  severity: 'warning',
  fix: 'never',
  yieldsTo: ['event-form'],
  tags: ['location'],
  examples: [
    {
      title: 'space inside the parenthesis',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual( Oslo, NO) | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:16-34: This place is usually written “Virtual (Oslo, NO)”'],
      fixes: ['Write “Virtual (Oslo, NO)”'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Oslo, NO) | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'no place in particular',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Global) | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:16-32: An event without a place is plain “Virtual”, not “Virtual (Global)”'],
      fixes: ['Write “Virtual”'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'several places without semicolons',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-03 | Virtual (Oslo, NO, Austin, TX, US) | [Rust Group](https://example.com/group)\n    * [**Talks**](https://example.com/talks)\n',
      found: ['4:16-50: Between the places of “Virtual (Oslo, NO, Austin, TX, US)” belongs “; ”'],
      fixes: ['Write “Virtual (Oslo, NO; Austin, TX, US)”'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-03 | Virtual (Oslo, NO; Austin, TX, US) | [Rust Group](https://example.com/group)\n    * [**Talks**](https://example.com/talks)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const { start, end } = event.locationRange;
      const slip = slipOf(event);
      if (slip) {
        const { text } = slip;
        const found = piece.source.slice(event.locationRange);
        if (text === found) continue;
        const fixes: Fix[] =
          text === undefined
            ? []
            : [{ title: `Write “${text}”`, preferred: true, edits: () => [{ start, end, text }] }];
        report({
          at: { start, end },
          message: slip.message.replace('{}', () => `“${found}”`),
          // Where nobody can tell what is meant, neither can readers.
          ...(slip.mild ? { severity: 'info' } : text === undefined ? { severity: 'error' } : {}),
          fixes,
        });
      } else if (!event.location) {
        // Between the bars, or, without bars, behind the date.
        const before = piece.source.text.slice(event.dates.end, event.organisers[0]?.start ?? event.head.end);
        const at = { start: event.dates.end, end: event.dates.end + before.length };
        report({
          at: before.trim() === '' ? { start: event.dates.start, end: event.dates.end } : at,
          severity: 'error',
          message: 'The place is missing after the date',
          fixes:
            event.organisers.length > 0
              ? [
                  {
                    title: 'Add the place',
                    snippet: true,
                    edits: () => [{ ...at, text: ` | \${1:City}, \${2:CC} | ` }],
                  },
                ]
              : [],
        });
      }
    }
  },
});

/** What people put around a place: asterisks, brackets, a flag. */
const DECORATION =
  /^[*_([\s\p{RI}\p{Emoji_Presentation}]+|(?<![*_.)\]\s\p{RI}\p{Emoji_Presentation}])[*_.)\]\s\p{RI}\p{Emoji_Presentation}]+$/gu;

/** Whether no bracket has lost its partner. */
function isClosed(text: string): boolean {
  return /^[^()[\]]*(?:\([^()[\]]*\)[^()[\]]*)*$/.test(text);
}

/** `Lyon, FR, Oslo, NO` as `Lyon, FR; Oslo, NO`: cut after each country; undefined where that leaves a rest. */
function separated(text: string): string | undefined {
  const places: string[] = [];
  let parts: string[] = [];
  const all = text.split(/,\s*/);
  for (const [n, part] of all.entries()) {
    parts.push(part);
    if (parts.length < 2 || !/^[A-Z]{2}$/.test(part) || !countryOf(part)) continue;
    // `CA` is a country and a state.
    if (parts.length === 2 && /^[A-Z]{2}$/.test(all[n + 1] ?? '') && countryOf(all[n + 1])) continue;
    places.push(parts.join(', '));
    parts = [];
  }
  return places.length > 1 && parts.length === 0 ? places.join('; ') : undefined;
}

function slipOf({ location }: EventEntry): Slip | undefined {
  if (!location) return undefined;
  const { kind, place, places, canonical } = location;
  if (kind === 'in-person' && place && /^various\b/i.test(place.text))
    return { message: '{} is not a place' };
  if (place && places.length === 1 && NOWHERE.includes(foldText(place.text)))
    return { message: 'An event without a place is plain “Virtual”, not {}', text: 'Virtual' };
  const plain = location.exact || kind !== 'in-person' ? undefined : place?.text.replace(DECORATION, '');
  if (
    plain !== place?.text &&
    plain &&
    isClosed(plain) &&
    countryOf(parsePlace(plain).country) &&
    parseLocation(plain)?.exact
  )
    return { message: 'A place is written plain, not as in {}', text: plain };
  for (const one of places) {
    const slip = placeSlip(one);
    if (slip && !slip.text && kind === 'virtual' && one.country === undefined && !/[+,]/.test(one.text))
      return { message: '{} is neither a city with a country code nor plain “Virtual”', mild: true };
    if (slip)
      return slip.text === undefined
        ? slip
        : { ...slip, text: canonical.replace(tidyPlaces(one.text), slip.text) };
  }
  if (location.exact || location.oldHybrid) return undefined;
  // Blanks around commas are told by event-form, codes by the rules for codes.
  const { canonical: text } = location;
  return { message: `This place is usually written “${text}”`, text };
}

function placeSlip(place: Place): Slip | undefined {
  const expected = '{} is not a city with a country code like “Oslo, NO”';
  const { city, states, country } = place;
  if (country === undefined || city === '') {
    const parts = /^(?=.*[a-zß-ž])([^()]+?)(?: {0,3}[.;/–-] {0,3}| {1,3})(?:([A-Z]{2})|\(([A-Z]{2})\))$/.exec(
      place.text.trim(),
    );
    const code = parts?.[2] ?? parts?.[3];
    const text = parts && countryOf(code) ? `${parts[1]}, ${code}` : undefined;
    const meant = countryOf(place.text.trim()) ?? countryMeant(place.text.trim());
    if (meant) return { message: '{} is a country; the city is missing' };
    if (text) return { message: 'City and country are parted by a comma, not as in {}', text };
    return { message: 'The country is missing in {}: a place is “City, CC”' };
  }
  if (states.length > 1 || states.includes('') || country === '') {
    const text = separated(place.text);
    return text === undefined
      ? { message: expected }
      : { message: 'Between the places of {} belongs “; ”', text };
  }
  const joined = /^([A-Za-z]{2,3})[. ]+([A-Z]{2})$/.exec(country);
  if (joined && states.length === 0 && countryOf(joined[2]))
    return {
      message: 'A comma is missing before the country in {}',
      text: `${city}, ${joined[1]}, ${joined[2]}`,
    };
  if (hasPostalCode(place)) return { message: expected };
  if (states.length > 0) return words(country) ? { message: expected } : undefined;
  if (isSwapped(place))
    return {
      message: 'The city comes before the country, not as in {}',
      text: `${country}, ${(countryOf(city) ?? countryMeant(city))!.code}`,
    };
  // `San Francisco, CA` is not in Canada.
  const owner = countryOfState(country, city);
  if (countryOf(country) && (!owner || stateOfCity(owner, city) !== country)) return undefined;
  if (!owner) return words(country) ? { message: expected } : undefined;
  return {
    message: `“${country}” is a state; the country is missing`,
    text: `${city}, ${stateMeant(owner, country)}, ${owner}`,
  };
}

/** Several countries or a continent instead of one country. */
function words(country: string): boolean {
  return /[+/&()]/.test(country) || country.length > 40;
}
