import type { ArchiveView } from '../../newsletter/archive/view';
import { parseLocation, parsePlace } from '../../newsletter/events/location';
import { KNOWN_ORGANISERS } from '../../newsletter/events/organisers';
import {
  countryMeant,
  countryOf,
  countryOfState,
  foldText,
  hasStates,
  stateMeant,
  stateOfCity,
} from '../../newsletter/places/places';
import { collapsed } from '../../text/whitespace';

/** A place read from an address. */
export interface FoundPlace {
  /** `City, CC` or `City, STATE, CC`. */
  readonly place: string;
  /** False where the city is a guess by its position among the parts. */
  readonly sure: boolean;
}

/** So many earlier issues tell which cities there are. */
const ISSUES = 60;

/** The places in which Rust events take place, by their city. */
export class KnownPlaces {
  private readonly byCity = new Map<string, Map<string, number>>();

  constructor(archive: ArchiveView | undefined) {
    for (const { location } of KNOWN_ORGANISERS) this.add(location);
    for (const { events } of archive?.issues.slice(0, ISSUES) ?? [])
      for (const { location } of events) this.add(location);
  }

  /** The place of a city; undefined for cities that are not known, or lie in several countries. */
  of(city: string, country?: string): string | undefined {
    const places = [...(this.byCity.get(foldText(city)) ?? [])]
      .filter(([place]) => country === undefined || parsePlace(place).country === country)
      .sort(([, a], [, b]) => b - a);
    const countries = new Set(places.map(([place]) => parsePlace(place).country));
    return countries.size === 1 ? places[0]![0] : undefined;
  }

  private add(location: string): void {
    for (const { text, city, country } of parseLocation(location)?.places ?? []) {
      if (countryOf(country) === undefined) continue;
      const key = foldText(city);
      const places = this.byCity.get(key) ?? new Map<string, number>();
      this.byCity.set(key, places.set(text, (places.get(text) ?? 0) + 1));
    }
  }
}

/** Longer than any address. */
const MAX_ADDRESS = 500;
const POSTCODES: readonly RegExp[] = [
  // 10115 Berlin, CH-3000 Bern, 1012 AB Amsterdam, SE-111 22 Stockholm
  /^(?:[A-Z]{1,2}-)?\d{3,6}(?: ?\d{2})?(?: [A-Z]{2}(?= \p{Lu}\p{Ll}))?\s+/u,
  // London SW1A 1AA, Vancouver V6B 1A1
  /\s*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  /\s*\b[A-Z]\d[A-Z] ?\d[A-Z]\d$/,
  // CA 94043-1234, Singapore 049318, 150-0002
  /\s*\b\d{3,6}(?:-\d{3,4})?$/,
];

/**
 * The place of an address in the house's form: `Hall, Street 1, 10115 Berlin, Germany` is `Berlin, DE`.
 *
 * @returns undefined when city or country can't be told
 */
export function findPlace(address: string, known: KnownPlaces): FoundPlace | undefined {
  const parts = address
    .slice(0, MAX_ADDRESS)
    .split(/[,;()\n|·]+|\s[-–—]\s/)
    .map((part) => collapsed(part).trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const last = withoutPostcode(parts.at(-1)!);
  const before = withoutPostcode(parts.at(-2) ?? '').text;
  const country = countryIn(last.text, before, last.found);
  if (country) return inCountry(country.own ? parts : parts.slice(0, -1), country.code, known);
  // Without a country, only a city that everybody knows tells the place.
  for (const part of parts.toReversed()) {
    const place = known.of(withoutPostcode(part).text);
    if (place) return { place, sure: parts.length === 1 };
  }
  return undefined;
}

function withoutPostcode(part: string): { text: string; found: boolean } {
  for (const pattern of POSTCODES) {
    const text = part.replace(pattern, '').trim();
    if (text !== part && /\p{L}/u.test(text)) return { text, found: true };
  }
  return { text: /^[\d -]+$/.test(part) ? '' : part, found: /^[\d -]{4,}$/.test(part) };
}

/** @returns `own` when the part is a state or city and belongs to the rest of the address */
function countryIn(
  text: string,
  before: string,
  postcode: boolean,
): { code: string; own: boolean } | undefined {
  // `Mountain View, CA 94043`: a state with a postcode behind it.
  if (postcode && /^[A-Z]{2}$/.test(text) && stateMeant('US', text)) return { code: 'US', own: true };
  const owner = countryOfState(text, before);
  if (owner && (stateOfCity(owner, before) || countryMeant(text) === undefined))
    return { code: owner, own: true };
  const country = countryMeant(text);
  if (!country) return undefined;
  // `CA`, `DE`, `IN`, `Georgia`: a state as well, and nothing tells which.
  const ambiguous = stateMeant('US', text) !== undefined;
  if (ambiguous && !/^(?:DE|IN)$/.test(text) && !(text === 'CA' && stateMeant('CA', before)))
    return undefined;
  const city = foldText(country.name) === foldText(text) && isCity(country.code);
  return { code: country.code, own: city };
}

/** Countries that are a city. */
function isCity(country: string): boolean {
  return ['SG', 'HK', 'MC', 'MO', 'VA'].includes(country);
}

function inCountry(parts: readonly string[], country: string, known: KnownPlaces): FoundPlace | undefined {
  const rest = parts.map((part) => withoutPostcode(part));
  // `London, England, United Kingdom`
  while (rest.length > 1 && countryMeant(rest.at(-1)!.text)?.code === country && !isCity(country)) rest.pop();
  if (hasStates(country)) return withState(rest, country, known);
  for (const { text } of rest.toReversed()) {
    const place = known.of(text, country);
    if (place) return { place, sure: true };
  }
  const coded = rest.findLast(({ text, found }) => found && isName(text));
  const city = (coded ?? rest.findLast(({ text }) => isName(text)))?.text;
  if (city === undefined) return undefined;
  return { place: `${city}, ${country}`, sure: coded !== undefined || rest.length === 1 };
}

function withState(
  rest: readonly { readonly text: string }[],
  country: 'US' | 'CA' | 'AU',
  known: KnownPlaces,
): FoundPlace | undefined {
  for (let n = rest.length - 1; n >= 0; n -= 1) {
    const { text } = rest[n]!;
    // `Brisbane City QLD` writes city and state without comma.
    const joined = /^(.+) ([A-Z]{2,3})$/.exec(text);
    const inner = joined && stateMeant(country, joined[2]!);
    if (inner && isName(joined[1]!)) return { place: `${joined[1]}, ${inner}, ${country}`, sure: true };
    const state = stateMeant(country, text);
    const city = rest[n - 1]?.text;
    if (state && city !== undefined && isName(city))
      return { place: `${city}, ${state}, ${country}`, sure: true };
    const usual = stateOfCity(country, text);
    if (usual) return { place: `${text}, ${usual}, ${country}`, sure: true };
    const place = known.of(text, country);
    if (place) return { place, sure: true };
  }
  return undefined;
}

/** Streets and rooms have numbers, cities have none. */
function isName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(text) && text.length <= 40;
}
