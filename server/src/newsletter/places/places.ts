import { lazy } from '../../text/lazy';
import { collapsed } from '../../text/whitespace';
import { CITIES, COUNTRIES, type CountryRow, type RegionName, STATE_TOLERATED, STATES } from './regions';

export interface Country {
  readonly code: string;
  readonly region: RegionName;
  readonly name: string;
}

/** Countries whose places have a state in front of the country. */
export type StateCountry = keyof typeof STATES;

const asCountry = ([code, region, name]: CountryRow): Country => ({ code, region, name: name! });

const byCode = lazy(() => new Map<string, Country>(COUNTRIES.map((row) => [row[0], asCountry(row)])));
const byName = lazy(
  () =>
    new Map(
      COUNTRIES.flatMap((row) => row.slice(2).map((name) => [foldText(name), asCountry(row)] as const)),
    ),
);
const stateByName = mapStates((country) =>
  STATES[country].flatMap(([code, ...names]) => [code, ...names].map((name) => [foldText(name), code])),
);
const stateByCity = mapStates((country) =>
  Object.entries(CITIES[country]).flatMap(([code, cities]) => cities.map((city) => [foldText(city), code])),
);

function mapStates(
  rows: (country: StateCountry) => string[][],
): Record<StateCountry, () => Map<string, string>> {
  const map = (country: StateCountry) =>
    lazy(() => new Map(rows(country).map(([key, code]) => [key!, code!] as const)));
  return { US: map('US'), CA: map('CA'), AU: map('AU') };
}

/** Letters that do not fall apart into a base letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', đ: 'd', ı: 'i', œ: 'oe' };

/** Without case, accents and extra blanks: how places and names are compared and sorted. */
export function foldText(text: string): string {
  // Most names are plain ASCII: there is nothing to take apart.
  const letters = /^[\s!-~]*$/.test(text) ? text.toLowerCase() : withoutAccents(text);
  return collapsed(letters).trim();
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłßæđıœ]/g, (letter) => PLAIN[letter]!);
}

/** The country of a code as the house writes it. */
export function countryOf(code: string | undefined): Country | undefined {
  return code === undefined ? undefined : byCode().get(code);
}

/** The country somebody means: its name in full, `GB`, `USA`, a code in lower case. */
export function countryMeant(text: string): Country | undefined {
  return byCode().get(text.toUpperCase()) ?? byName().get(foldText(text));
}

/** The right code of a state: from its code in any case, its name, or a wrong code that is in use. */
export function stateMeant(country: StateCountry, text: string): string | undefined {
  return stateByName[country]().get(foldText(text));
}

/** Code and name of the state that is meant. */
export function nameOfState(
  country: StateCountry,
  text: string,
): { readonly code: string; readonly name: string } | undefined {
  const code = stateMeant(country, text);
  const name = STATES[country].find((row) => row[0] === code)?.[1];
  return code === undefined || name === undefined ? undefined : { code, name };
}

/** The state of a city that the newsletter knows. */
export function stateOfCity(country: StateCountry, city: string): string | undefined {
  return stateByCity[country]().get(foldText(city));
}

export function hasStates(country: string | undefined): country is StateCountry {
  return country !== undefined && country in STATES;
}

/** The country to which a state belongs, when no other country has it and it is no country's code itself. */
export function countryOfState(text: string, city: string): StateCountry | undefined {
  const owners = (Object.keys(STATES) as StateCountry[]).filter(
    (country) => stateMeant(country, text) !== undefined,
  );
  const known = owners.filter((country) => stateOfCity(country, city) !== undefined);
  if (known.length === 1) return known[0];
  return owners.length === 1 && countryMeant(text) === undefined ? owners[0] : undefined;
}

/** Whether places of the country are written without a state. */
export function dropsStates(code: string): boolean {
  return !hasStates(code) && !STATE_TOLERATED.includes(code);
}
