import { collapsed } from '../../text/whitespace';
import { WINDOWS_ZONES } from './windowsZones';

/** The clock of a time zone. Times are written `2026-03-04T19:00:00`. */
export interface Clock {
  /** Where the time is UTC all year, it is nobody's own: the author of the calendar has another one. */
  readonly isUtc: boolean;
  /** What the clock shows. @param utc the same time in UTC */
  shows(utc: string): string;
  /** The time in UTC at which the clock shows `time`; of a time that it skips, an hour later. */
  utcOf(time: string): string;
}

const MINUTE = 60_000;
/** `UTC`, `GMT+0200`, `(UTC-05:00) ..`, `+05:30` */
const OFFSET = /^\(?(?:UTC|GMT|Z)?\s*(?:([+-])(\d{1,2}):?(\d{2})?)?\)?$/i;
/** Names in Exchange's lists that say no city. */
const DISPLAY_NAMES: readonly (readonly [pattern: RegExp, zone: string])[] = [
  [/eastern time.*\b(?:us|canada)\b/i, 'America/New_York'],
  [/central time.*\b(?:us|canada)\b/i, 'America/Chicago'],
  [/mountain time.*\b(?:us|canada)\b/i, 'America/Denver'],
  [/pacific time.*\b(?:us|canada)\b/i, 'America/Los_Angeles'],
  [/atlantic time.*\bcanada\b/i, 'America/Halifax'],
  [/coordinated universal time|greenwich mean time\s*$/i, 'UTC'],
  [/\bchennai\b|\bmumbai\b/i, 'Asia/Kolkata'],
  [/\bbeijing\b/i, 'Asia/Shanghai'],
  [/\bosaka\b/i, 'Asia/Tokyo'],
  [/\bcanberra\b/i, 'Australia/Sydney'],
  [/\bbern\b/i, 'Europe/Zurich'],
];

/** Time zones by the names that calendars use. */
export class Clocks {
  private readonly byName = new Map<string, Clock | undefined>();
  private windows: ReadonlyMap<string, string> | undefined;
  private cities: ReadonlyMap<string, string> | undefined;

  /**
   * @param name of the IANA database (old ones as well), of Windows and Exchange, with a path before it as some
   *   programs write (`/example.org/Europe/Oslo`), or a difference to UTC
   */
  named(name: string): Clock | undefined {
    const bare = name.trim().replace(/^"(.*)"$/, '$1');
    if (!this.byName.has(bare)) this.byName.set(bare, this.find(bare));
    return this.byName.get(bare);
  }

  private find(name: string): Clock | undefined {
    if (name === '' || name.length > 200) return undefined;
    const offset = OFFSET.exec(name);
    if (offset) return fixedClock(offset);
    const windows = this.windowsZone(name);
    if (windows) return zoneClock(windows);
    const parts = name.split('/').filter((part) => part !== '');
    // The last parts of a path: `America/Argentina/Buenos_Aires`, `Europe/Oslo`, `EST5EDT`.
    for (let count = Math.min(3, parts.length); count > 0; count -= 1) {
      const clock = zoneClock(parts.slice(-count).join('/'));
      if (clock) return clock;
    }
    const display = DISPLAY_NAMES.find(([pattern]) => pattern.test(name));
    if (display) return zoneClock(display[1]);
    const listed = /^\((?:UTC|GMT)[^)]*\)\s*(.+)$/i.exec(name);
    return listed ? this.ofCities(listed[1]!) : undefined;
  }

  private windowsZone(name: string): string | undefined {
    this.windows ??= new Map(
      windowsRows().map(({ name, zone }): [string, string] => [name.toLowerCase(), zone]),
    );
    const key = collapsed(name.toLowerCase());
    return this.windows.get(key) ?? this.windows.get(key.replace(/ daylight time$/, ' standard time'));
  }

  /** `Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna` */
  private ofCities(list: string): Clock | undefined {
    this.cities ??= new Map(
      Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [cityOf(zone), zone]),
    );
    for (const city of list.split(',')) {
      const zone = this.cities.get(city.trim().toLowerCase());
      if (zone) return zoneClock(zone);
    }
    return undefined;
  }
}

/** `Europe/Oslo` is `oslo`. */
export function cityOf(zone: string): string {
  return zone
    .slice(zone.lastIndexOf('/') + 1)
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** The table of Windows' names, taken apart. */
export function windowsRows(): {
  name: string;
  zone: string;
  countries: { code: string; zones: string[] }[];
}[] {
  return WINDOWS_ZONES.trim()
    .split('\n')
    .map((line) => {
      const [main, ...rest] = line.split('; ');
      const [name, zone] = main!.split(': ');
      const countries = rest.map((part) => {
        const [code, zones] = part.split(' ');
        return { code: code!, zones: zones!.split(',') };
      });
      return { name: name!, zone: zone!, countries };
    });
}

/** Milliseconds of a time as if it were UTC; NaN for what is no time. */
export function millisOf(time: string): number {
  return Date.parse(`${time.length > 10 ? time : `${time}T00:00:00`}Z`);
}

/** Years with four digits: what clocks make of the last one may be after it. */
const [FIRST, LAST] = [Date.UTC(-1, 12), Date.UTC(9999, 11, 31, 23, 59, 59)];

/** @param millis as {@link millisOf} gives them */
export function timeAt(millis: number): string {
  return new Date(Math.min(Math.max(millis, FIRST), LAST)).toISOString().slice(0, 19);
}

function fixedClock([, sign, hours, minutes]: RegExpExecArray): Clock | undefined {
  const total =
    sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  if (Math.abs(total) > 15 * 60) return undefined;
  return clockOf(() => total * MINUTE, total === 0);
}

const UTC_NAMES: readonly string[] = ['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT'];

function zoneClock(zone: string): Clock | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  const isUtc = UTC_NAMES.includes(zone) || UTC_NAMES.includes(format.resolvedOptions().timeZone);
  return clockOf((utc) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value);
    const { year, month, day, hour, minute, second } = part;
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(utc / 1000) * 1000;
  }, isUtc);
}

/** @param offsetAt difference to UTC in milliseconds, at a time in UTC */
export function clockOf(offsetAt: (utc: number) => number, isUtc = false): Clock {
  const shows = (utc: number) => utc + offsetAt(utc);
  return {
    isUtc,
    shows: (utc) => timeAt(shows(millisOf(utc))),
    utcOf: (time) => {
      const local = millisOf(time);
      // The difference a day before and a day after: one of the two holds, unless the clock skips the time.
      const before = local - offsetAt(local - 24 * 60 * MINUTE);
      if (shows(before) === local) return timeAt(before);
      const after = local - offsetAt(local + 24 * 60 * MINUTE);
      return timeAt(shows(after) === local ? after : before);
    },
  };
}
