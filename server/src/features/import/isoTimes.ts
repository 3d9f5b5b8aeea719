/** A day, or a time of a day, as ISO 8601 has it. */
interface IsoTime {
  /** `2026-03-04` */
  readonly day: string;
  /** `18:00:00`; undefined for a whole day. */
  readonly time: string | undefined;
  /** `Z`, `+01:00`; undefined for a time that holds wherever the event is. */
  readonly zone: string | undefined;
}

/** No clock is further from UTC; `+01:00`, `+0100` and `+01` are the same. */
const ZONE = String.raw`Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?`;
const DAY = String.raw`(\d{4})(-?)(\d\d)\2(\d\d)`;
const TIME = String.raw`([01]\d|2[0-4]):?([0-5]\d)(?::?([0-5]\d)(?:\.\d{1,9})?)?`;
const ISO = new RegExp(`^${DAY}(?:[T ]${TIME} ?(${ZONE})?)?$`, 'i');
/** A property of an iCalendar file whose values are times: name, parameters, values. */
const TIMES = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)((?:;(?:[^:"]|"[^"]*")*)?):(.*)$/i;
const UNTIL = /(^RRULE[;:].*?\bUNTIL=)([^;]*)/i;

/** With dashes and colons or without; undefined for what is written otherwise, whether or not there is such a day. */
export function readIso(text: string): IsoTime | undefined {
  const match = ISO.exec(text.trim().slice(0, 50));
  if (!match) return undefined;
  const [, year, , month, day, hour, minute, second = '00', zone] = match;
  return {
    day: `${year}-${month}-${day}`,
    time: hour === undefined ? undefined : `${hour}:${minute}:${second}`,
    zone:
      zone && zone.length > 1
        ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
        : zone?.toUpperCase(),
  };
}

/**
 * A line of a calendar with its times as iCalendar wants them, `20260304T180000Z`: many programs write those of
 * ISO 8601, with dashes and colons. A difference to UTC becomes the name of a zone. Other lines are as they were.
 */
export function withPlainTimes(line: string): string {
  const rule = UNTIL.exec(line);
  if (rule) {
    const until = readIso(rule[2]!);
    return until ? line.replace(UNTIL, `$1${plain(until)}`) : line;
  }
  const [, name, parameters, values] = TIMES.exec(line) ?? [];
  if (name === undefined) return line;
  const times = values!.split(',').map(readIso);
  if (!times.every((time) => time !== undefined)) return line;
  const zones = [...new Set(times.flatMap(({ zone }) => (zone && zone !== 'Z' ? zone : [])))];
  if (zones.length > 1) return line;
  const zone = zones.length === 0 || /;TZID=/i.test(parameters!) ? '' : `;TZID="${zones[0]}"`;
  return `${name}${parameters}${zone}:${times.map(plain).join(',')}`;
}

function plain({ day, time, zone }: IsoTime): string {
  return `${day}${time === undefined ? '' : `T${time}${zone === 'Z' ? 'Z' : ''}`}`.replace(/[-:]/g, '');
}
