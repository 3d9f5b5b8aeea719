import { parsePlace } from '../../newsletter/events/location';
import { foldText } from '../../newsletter/places/places';
import { COUNTRY_ZONES, STATE_ZONES } from '../../newsletter/places/timeZones';
import { type Clock, type Clocks, cityOf, windowsRows } from './clocks';

/** The clocks of places. */
export class PlaceClocks {
  private zones: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly clocks: Clocks) {}

  /**
   * The clocks that may be the one of `City, STATE, CC`: one where it is known, the most likely first where the country
   * has several; none where nothing tells.
   */
  of(place: string | undefined): readonly Clock[] {
    return this.zonesOf(place).flatMap((zone) => this.clocks.named(zone) ?? []);
  }

  private zonesOf(place: string | undefined): readonly string[] {
    if (place === undefined) return [];
    const { city, states, country } = parsePlace(place);
    if (country === undefined) return [];
    const all = this.ofCountry(country);
    const own = all.find((zone) => cityOf(zone) === foldText(city));
    if (own) return [own];
    const ofState = STATE_ZONES[country]?.[states[0] ?? ''];
    if (ofState) return [ofState];
    const main = COUNTRY_ZONES[country];
    return main === undefined ? all : [main, ...all];
  }

  private ofCountry(country: string): readonly string[] {
    this.zones ??= zonesByCountry();
    return this.zones.get(country) ?? [];
  }
}

function zonesByCountry(): Map<string, string[]> {
  const zones = new Map<string, string[]>();
  for (const { countries } of windowsRows())
    for (const { code, zones: own } of countries) zones.set(code, [...(zones.get(code) ?? []), ...own]);
  return zones;
}
