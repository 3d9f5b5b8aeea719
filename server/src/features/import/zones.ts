import { parsePlace } from '../../newsletter/events/location';
import { COUNTRY_ZONES, STATE_ZONES } from '../../newsletter/places/timeZones';

/** The time zone of `City, STATE, CC`; undefined where none is known. */
export function zoneOfPlace(place: string | undefined): string | undefined {
  if (place === undefined) return undefined;
  const { states, country } = parsePlace(place);
  if (country === undefined) return undefined;
  return STATE_ZONES[country]?.[states[0] ?? ''] ?? COUNTRY_ZONES[country];
}

/** What the clocks of an IANA time zone show. @param utc `2026-03-04T19:00:00` @returns undefined for an unknown zone */
export function clockIn(zone: string, utc: string): string | undefined {
  const time = Date.parse(`${utc}Z`);
  if (Number.isNaN(time)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${part.year!.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
}
