import type { ArchiveView } from '../../newsletter/archive/view';
import { parseLocation, parsePlace } from '../../newsletter/events/location';
import { knownOrganisers } from '../../newsletter/events/organisers';
import {
  countryMeant,
  countryOf,
  countryOfState,
  dropsStates,
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
    for (const { location } of knownOrganisers()) this.add(location);
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
      if (country === undefined || countryOf(country) === undefined) continue;
      // Earlier issues have states in countries where the newsletter leaves them out.
      const place = dropsStates(country) ? `${city}, ${country}` : text;
      const key = foldText(city);
      const places = this.byCity.get(key) ?? new Map<string, number>();
      this.byCity.set(key, places.set(place, (places.get(place) ?? 0) + 1));
    }
  }
}

/** Longer than any address. */
const MAX_ADDRESS = 500;
const POSTCODES: readonly RegExp[] = [
  // 10115 Berlin, CH-3000 Bern, 1012 AB Amsterdam, SE-111 22 Stockholm, 1000-001 Lisboa, 31-042 Kraków
  /^(?:[A-Z]{1,2}-|〒)?(?:\d{2}-\d{3}|\d{3}-\d{4}|\d{4,5}-\d{3}|\d{3,6}(?: ?\d{2})?)(?: ?[A-Z]{2}(?= \p{Lu}\p{Ll}))?\s+/u,
  // London SW1A 1AA, Vancouver V6B 1A1, Dublin D01 X2X2
  /\s*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  /\s*\b[A-Z]\d[A-Z] ?\d[A-Z]\d$/,
  /\s*\b[A-Z]\d[\dW] ?[A-Z\d]{4}$/,
  // CA 94043-1234, Singapore 049318, 150-0002, Athens 105 57
  /\s*\b\d{3,6}(?:-\d{3,4}| \d{2})?$/,
];
/** Elsewhere postcodes have five digits at least, and shorter numbers are those of houses. */
const SHORT_POSTCODES: Readonly<Record<string, number>> = Object.fromEntries([
  ...'AT AU BE BG CH CY DK GE HU LI LU LV NL NO NZ PH SI TN ZA'.split(' ').map((country) => [country, 4]),
  ...'FO IS TW'.split(' ').map((country) => [country, 3]),
]);
/** Between the city and its country in many addresses; the newsletter leaves them out. */
const STATES_OF_INDIA =
  /^(?:(?:Andhra|Himachal|Madhya|Uttar) Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Jharkhand|Karnataka|Kerala|Maharashtra|Odisha|Punjab|Rajasthan|Tamil ?Nadu|Telangana|Uttarakhand|West Bengal)$/i;

/** A part of an address: its text without the postcode, if it has one. */
interface Part {
  readonly text: string;
  /** Empty without one. */
  readonly code: string;
}

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
  // `Kyiv, Ukraine, 02000`
  while (parts.length > 1 && withoutPostcode(`City ${parts.at(-1)!}`).text === 'City') parts.pop();
  if (parts.length === 0) return undefined;
  const last = withoutPostcode(parts.at(-1)!);
  const before = withoutPostcode(parts.at(-2) ?? '').text;
  const country = countryIn(last, before);
  if (country) return inCountry(country.own ? parts : parts.slice(0, -1), country.code, known);
  // Without a country, only a city that everybody knows tells the place.
  for (const [n, part] of [...parts.entries()].reverse()) {
    const place = known.of(withoutPostcode(part).text);
    if (place && (n === parts.length - 1 || agrees(place, last.text)))
      return { place, sure: parts.length === 1 };
  }
  return undefined;
}

/** Whether a place may be meant where a state or a country stands behind its city: `Cambridge, MA` is not in the UK. */
function agrees(place: string, end: string): boolean {
  const state = stateMeant('US', end);
  const country = countryMeant(end)?.code;
  const { states, country: own } = parsePlace(place);
  return (state === undefined && country === undefined) || country === own || states.includes(state ?? '');
}

/** @param country tells how many digits a postcode has at least */
function withoutPostcode(part: string, country?: string): Part {
  for (const pattern of POSTCODES) {
    const text = part.replace(pattern, '').trim();
    if (text === part || !/\p{L}/u.test(text)) continue;
    const code = pattern.exec(part)![0].trim();
    const least = country === undefined ? 3 : (SHORT_POSTCODES[country] ?? 5);
    if (/[A-Z]/.test(code) || code.replace(/\D/g, '').length >= least) return { text, code };
  }
  return { text: /^[\d -]+$/.test(part) ? '' : part, code: /^[\d -]{4,}$/.test(part) ? part : '' };
}

/** @returns `own` when the part is a state or city and belongs to the rest of the address */
function countryIn({ text, code }: Part, before: string): { code: string; own: boolean } | undefined {
  // `Mountain View, CA 94043`, `Perth WA 6000`: a state with a postcode behind it.
  const state = /(?:^| )([A-Z]{2,3})$/.exec(text)?.[1] ?? '';
  const coded = /^\d{5}/.test(code) ? 'US' : /^\d{4}$/.test(code) ? 'AU' : undefined;
  if (coded && stateMeant(coded, state)) return { code: coded, own: true };
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
  const rest = parts.map((part) => withoutPostcode(part, country));
  // `London, England, United Kingdom`
  while (
    rest.length > 1 &&
    ((countryMeant(rest.at(-1)!.text)?.code === country && !isCity(country)) ||
      (country === 'IN' && STATES_OF_INDIA.test(rest.at(-1)!.text)))
  )
    rest.pop();
  if (hasStates(country)) return withState(rest, country, known);
  for (const { text } of rest.toReversed()) {
    const place = known.of(text, country) ?? known.of(withoutDistrict(text), country);
    if (place) return { place, sure: true };
  }
  const coded = rest
    .filter(({ code }) => code !== '')
    .map(({ text }) => withoutDistrict(country === 'IT' ? text.replace(/ [A-Z]{2}$/, '') : text))
    .findLast(isName);
  const city = coded ?? rest.findLast(({ text }) => isName(text))?.text;
  if (city === undefined) return undefined;
  return { place: `${city}, ${country}`, sure: coded !== undefined || rest.length === 1 };
}

/** `Praha 2` and `Aarhus C` are parts of `Praha` and `Aarhus`. */
function withoutDistrict(city: string): string {
  return city.replace(/ (?:\d{1,2}|\p{Lu})$/u, '');
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
