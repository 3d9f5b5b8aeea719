import { collapsed } from '../../text/whitespace';

/** Where an event takes place, as its line says. */
export interface EventLocation {
  readonly kind: 'virtual' | 'hybrid' | 'in-person';
  /** City, state and country; undefined for plain `Virtual`. The first one when there are several. */
  readonly place: Place | undefined;
  /** Usually one; events that several groups stream together have more, with `;` or ` / ` between. */
  readonly places: readonly Place[];
  /** Written exactly in a form of the grammar (docs/newsletter.md#grammar), the older hybrid spellings included. */
  readonly exact: boolean;
  /** A hybrid written in an older spelling than `Hybrid (City, CC)`. */
  readonly oldHybrid: boolean;
  /** The same in the grammar's form, codes as they are: `Virtual( Kampala, UG)` gives `Virtual (Kampala, UG)`. */
  readonly canonical: string;
}

export interface Place {
  /** As written, e.g. `Seattle, WA, US`. */
  readonly text: string;
  readonly city: string;
  /** Parts between city and country; usually none or one. */
  readonly states: readonly string[];
  /** The last part: a two-letter code when written as the house does. */
  readonly country: string | undefined;
}

/** `Virutal` and `Hyrbid` as well. */
const ONLINE = '(?:v[irtua]{4,6}l|online|remote)';
const HYBRID = 'h[ybrid]{3,5}d';
const IN_PERSON = '(?:in[- ]?person|on[- ]?site)';
const BOTH = `(?:${ONLINE}\\s*(?:and|\\+|&|\\/)\\s*${IN_PERSON}|${IN_PERSON}\\s*(?:and|\\+|&|\\/)\\s*${ONLINE})`;

const VIRTUAL = new RegExp(`^${ONLINE}$`, 'i');
const VIRTUAL_PLACE = new RegExp(`^${ONLINE}\\s*[-–:,]?\\s*[([]{1,2}\\s*(.*?)\\s*(?:\\)|\\]|\\)\\))?$`, 'i');
/** `Virtual - Oslo, NO`, `Virtual Oslo, NO` */
const VIRTUAL_BESIDE = new RegExp(
  `^${ONLINE}(?:\\s*[-–—:,/]\\s*|\\s+(?=.*, ?[A-Z]{2}$))(?!.*${IN_PERSON})(.+)$`,
  'i',
);
/** `Oslo, NO (Virtual)` */
const VIRTUAL_BEHIND = new RegExp(`^([^()]+?)\\s*\\(${ONLINE}\\)$`, 'i');
const IN_PERSON_BEHIND = new RegExp(`^([^()]+?)\\s*\\(${IN_PERSON}\\)$`, 'i');
const IN_PERSON_PLACE = new RegExp(`^${IN_PERSON}\\s*[-–:,(]\\s*(.*?)\\s*\\)?$`, 'i');
const HYBRID_PLACE = new RegExp(`^${HYBRID}\\s*[-–:,]?\\s*[([]{1,2}\\s*(.*?)\\s*(?:\\)|\\]|\\)\\))$`, 'i');

/**
 * The spellings of a hybrid before `Hybrid (..)`, the place in the first group (docs/newsletter.md#hybrid-events).
 */
const OLD_HYBRIDS: readonly RegExp[] = [
  new RegExp(`^(?:hybrid\\s*[-–:]?\\s*)?${BOTH}\\s*\\(\\s*([^()]*(?:\\([^()]*\\)[^()]*)*)\\)$`, 'i'),
  new RegExp(`^hybrid\\s*\\(\\s*${BOTH}\\s*\\)\\s*(.+)$`, 'i'),
  new RegExp(`^([^()]+?)\\s*[-–]\\s*${BOTH}$`, 'i'),
  new RegExp(`^([^()]+?)\\s*\\(\\s*(?:hybrid|${BOTH})\\s*\\)$`, 'i'),
  new RegExp(`^(.*?)\\s*(?:\\+|&|and|\\/)\\s*${ONLINE}$`, 'i'),
  new RegExp(`^${ONLINE}\\s*(?:\\+|&|and)\\s*(?!${IN_PERSON})(.*)$`, 'i'),
  /^hybrid(?:\s*[-–:,]|\s)(?!\s*[([])\s*(.+)$/i,
];

/** Longer than any place; what is longer is a line without bars, and not worth the patterns' time. */
const MAX_LENGTH = 400;

/** Reads the location field of an event line. @returns undefined for an empty field */
export function parseLocation(text: string): EventLocation | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (trimmed.length > MAX_LENGTH) return location('in-person', trimmed, trimmed, false);
  if (VIRTUAL.test(trimmed)) return location('virtual', undefined, trimmed, false);
  const virtual = VIRTUAL_PLACE.exec(trimmed);
  if (virtual) return location('virtual', virtual[1]!, trimmed, false);
  for (const pattern of OLD_HYBRIDS) {
    const old = pattern.exec(trimmed);
    if (old) return location('hybrid', old[1]!.trim(), trimmed, true);
  }
  const hybrid = HYBRID_PLACE.exec(trimmed);
  if (hybrid) return location('hybrid', hybrid[1]!, trimmed, false);
  const beside = VIRTUAL_BESIDE.exec(trimmed) ?? VIRTUAL_BEHIND.exec(trimmed);
  if (beside) return location('virtual', beside[1]!, trimmed, false);
  const inPerson = IN_PERSON_PLACE.exec(trimmed) ?? IN_PERSON_BEHIND.exec(trimmed);
  if (inPerson) return location('in-person', inPerson[1]!, trimmed, false);
  return location('in-person', trimmed, trimmed, false);
}

function location(
  kind: EventLocation['kind'],
  placeText: string | undefined,
  written: string,
  oldHybrid: boolean,
): EventLocation {
  const places = placeText === undefined ? [] : splitPlaces(placeText).map(parsePlace);
  const canonical = printLocation(kind, placeText);
  const exact = places.every(isExactPlace) && (oldHybrid || written === canonical);
  return { kind, place: places[0], places, exact, oldHybrid, canonical };
}

/** The location field in the grammar's form. @param places `City, STATE, CC`; nothing for plain `Virtual` */
export function printLocation(kind: EventLocation['kind'], places: string | undefined): string {
  if (places === undefined) return 'Virtual';
  const tidy = tidyPlaces(places);
  return kind === 'in-person' ? tidy : `${kind === 'virtual' ? 'Virtual' : 'Hybrid'} (${tidy})`;
}

/** What {@link tidyPlaces} changes. */
const UNTIDY = /^\s|\s$|\s[\s,;]|[^\S ]|[,;](?! )/;

/** One blank behind each comma and semicolon, none before, no double ones. */
export function tidyPlaces(text: string): string {
  return UNTIDY.test(text)
    ? collapsed(text)
        .replace(/ ?([,;])(?: ?,)* ?/g, '$1 ')
        .trim()
    : text;
}

/** `A, US; B, DE` and `A, US / B, DE` name two places, `Cologne / Köln, DE` one. */
function splitPlaces(text: string): string[] {
  if (text.includes(';') && text.includes(',')) return text.split(';').map((part) => part.trim());
  const parts = text.split(' / ');
  return parts.length > 1 && parts.every((part) => /, ?[A-Z]{2}$| [A-Z]{2}$/.test(part)) ? parts : [text];
}

/** Takes a place apart at its commas. */
export function parsePlace(text: string): Place {
  const parts = text.split(',').map((part) => part.trim());
  const country = parts.length > 1 ? parts.at(-1)! : undefined;
  return {
    text,
    city: parts[0]!,
    states: parts.slice(1, -1),
    country,
  };
}

/** Whether a postal code stands where a state would, so that the first part is no city but a street. */
export function hasPostalCode({ states }: Place): boolean {
  return states.some((state) => /\d/.test(state));
}

/** `City, CC` or `City, STATE, CC` with one blank behind each comma. Whether the codes exist is another question. */
function isExactPlace(place: Place): boolean {
  return /^[^,|;]+, (?:[^,|;]+, )?[A-Z]{2}$/.test(place.text) && place.text === tidyPlaces(place.text);
}
