/** Where an event takes place, as its line says. */
export interface EventLocation {
  readonly kind: 'virtual' | 'hybrid' | 'in-person';
  /** City, state and country; undefined for plain `Virtual`. */
  readonly place: Place | undefined;
  /** Written exactly in a form of the grammar (domain, chapter 3), the older hybrid spellings included. */
  readonly exact: boolean;
  /** A hybrid written in an older spelling than `Hybrid (City, CC)`. */
  readonly oldHybrid: boolean;
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

const VIRTUAL = /^virtual$/i;
const VIRTUAL_PLACE = /^virtual\s*\(\s*(.*?)\s*\)$/i;
const HYBRID_PLACE =
  /^(?:hybrid|hybrid\s*-\s*virtual and in-?person|virtual and in-?person|virtual \+ in-?person)\s*\(\s*(.*?)\s*\)$/i;
const PLACE_PLUS_VIRTUAL = /^(.*?)\s*(?:\+|and)\s*virtual$/i;
const VIRTUAL_PLUS_PLACE = /^virtual\s*(?:\+|and)\s*(?!in-?person)(.*)$/i;

/** Reads the location field of an event line. @returns undefined for an empty field */
export function parseLocation(text: string): EventLocation | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (VIRTUAL.test(trimmed)) {
    return { kind: 'virtual', place: undefined, exact: trimmed === 'Virtual', oldHybrid: false };
  }
  const virtual = VIRTUAL_PLACE.exec(trimmed);
  if (virtual) {
    const place = parsePlace(virtual[1]!);
    const exact = trimmed === `Virtual (${virtual[1]})` && isExactPlace(place);
    return { kind: 'virtual', place, exact, oldHybrid: false };
  }
  const hybrid = HYBRID_PLACE.exec(trimmed);
  if (hybrid) {
    const place = parsePlace(hybrid[1]!);
    const current = trimmed === `Hybrid (${hybrid[1]})`;
    const old = !/^hybrid\s*\(/i.test(trimmed);
    return { kind: 'hybrid', place, exact: (current || old) && isExactPlace(place), oldHybrid: old };
  }
  const plus = PLACE_PLUS_VIRTUAL.exec(trimmed) ?? VIRTUAL_PLUS_PLACE.exec(trimmed);
  if (plus) {
    const place = parsePlace(plus[1]!);
    return { kind: 'hybrid', place, exact: isExactPlace(place), oldHybrid: true };
  }
  const place = parsePlace(trimmed);
  return { kind: 'in-person', place, exact: isExactPlace(place) && !/[()]/.test(trimmed), oldHybrid: false };
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

/** `City, CC` or `City, STATE, CC` with one blank behind each comma. Whether the codes exist is another question. */
function isExactPlace(place: Place): boolean {
  return /^[^,|()]+(?:, [^,|()]+)*, [A-Z]{2}$/.test(place.text) && place.text === place.text.trim();
}
