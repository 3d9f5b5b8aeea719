import { addDays } from '../../newsletter/issue/date';
import type { CalendarEvent } from './calendarEvent';
import { millisOf, timeAt } from './clocks';
import type { Days, Moment } from './imported';
import { endOfRule, occurrences } from './recurrence';

/** A time at which an event takes place. */
export interface Occurrence {
  /** What counts for it. */
  readonly event: CalendarEvent;
  /** What tells the rest, where the entry itself leaves something open: the newest first. */
  readonly base: readonly CalendarEvent[];
  readonly start: Moment;
}

export interface Series {
  readonly occurrences: readonly Occurrence[];
  /** How many entries call something off. */
  readonly cancelled: number;
}

/** Nobody moves the rest of a series further. */
const MAX_SHIFT_DAYS = 366;
const DAY = 86_400_000;

/**
 * The times of the entries with one UID: the series, without the times that other entries replace, call off or move.
 * A series gives its times of `days`, single events come whenever they are.
 *
 * @throws RecurrenceError
 */
export function seriesOf(entries: readonly CalendarEvent[], days: Days): Series {
  const [masters, replacing] = newest(entries);
  if (masters.length === 0) return withoutMaster(replacing);
  const results = masters.map((master) => new SeriesReader(master, replacing, days).read());
  return {
    occurrences: results.flatMap(({ occurrences }) => occurrences),
    cancelled: results.reduce((sum, { cancelled }) => sum + cancelled, 0),
  };
}

/** Of the entries for the same time the newest: first those that replace none, then the others. */
function newest(entries: readonly CalendarEvent[]): [CalendarEvent[], CalendarEvent[]] {
  const masters: CalendarEvent[] = [];
  const replacing = new Map<string, CalendarEvent>();
  for (const entry of entries) {
    if (entry.replaces) {
      const key = `${entry.replaces.utc ?? entry.replaces.text} ${entry.following}`;
      const known = replacing.get(key);
      if (!known || compareAge(entry, known) >= 0) replacing.set(key, entry);
      continue;
    }
    const [known] = masters;
    const age = known ? compareAge(entry, known) : 1;
    // Programs that give one UID to several events give them different titles.
    if (age === 0 && known!.said.title !== entry.said.title) masters.push(entry);
    else if (age >= 0) masters.splice(0, masters.length, entry);
  }
  return [masters, [...replacing.values()]];
}

/** Positive when the first is newer. */
function compareAge(a: CalendarEvent, b: CalendarEvent): number {
  if (a.sequence !== b.sequence) return a.sequence > b.sequence ? 1 : -1;
  return a.changed === b.changed ? 0 : a.changed > b.changed ? 1 : -1;
}

function withoutMaster(replacing: readonly CalendarEvent[]): Series {
  const taking = replacing.filter(({ cancelled, start }) => !cancelled && start);
  return {
    occurrences: taking.map((event) => ({ event, base: [], start: event.start! })),
    cancelled: replacing.filter(({ cancelled }) => cancelled).length,
  };
}

class SeriesReader {
  private readonly singles = new Map<string, CalendarEvent>();
  /** Entries from which on the series is another one, the latest first. */
  private readonly following: { readonly from: string; readonly event: CalendarEvent }[] = [];

  constructor(
    private readonly master: CalendarEvent,
    replacing: readonly CalendarEvent[],
    private readonly days: Days,
  ) {
    for (const event of replacing) {
      const time = master.clock.timeOf(event.replaces!);
      if (event.following) this.following.push({ from: time, event });
      else this.singles.set(time, event);
    }
    this.following.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  }

  read(): Series {
    const { master } = this;
    if (master.cancelled || !master.start) return { occurrences: [], cancelled: 1 };
    const found: Occurrence[] = [];
    const repeats = master.rule !== undefined || master.more.length > 0;
    const times = repeats ? this.times() : [master.clock.timeOf(master.start)];
    for (const time of times) {
      if (this.singles.has(time) || this.singles.has(time.slice(0, 10))) continue;
      const later = this.changeAt(time);
      if (!later) found.push({ event: master, base: [], start: master.clock.momentAt(time) });
      // A change with a rule of its own is a series of its own from there on.
      else if (!later.event.cancelled && !later.event.rule) found.push(this.moved(time, later));
    }
    for (const [time, event] of this.singles) {
      const base = [this.changeAt(time)?.event, master].filter((entry) => entry !== undefined);
      if (!event.cancelled && event.start) found.push({ event, base, start: event.start });
    }
    for (const { event } of this.following) {
      if (event.cancelled || !event.rule) continue;
      const own = new SeriesReader({ ...event, replaces: undefined }, [], this.days).read();
      found.push(...own.occurrences.map((occurrence) => ({ ...occurrence, base: [master] })));
    }
    const changes = [...this.singles.values(), ...this.following.map(({ event }) => event)];
    return { occurrences: found, cancelled: changes.filter(({ cancelled }) => cancelled).length };
  }

  private changeAt(time: string): { from: string; event: CalendarEvent } | undefined {
    return this.following.find(({ from }) => from <= time);
  }

  /** A time of a series whose rest was moved: by as much as the entry that moves it. */
  private moved(time: string, { from, event }: { from: string; event: CalendarEvent }): Occurrence {
    const { clock } = this.master;
    const shift = this.shift(from, event);
    const allDay = event.start?.allDay ?? false;
    const at = allDay ? time.slice(0, 10) : time.length > 10 ? time : `${time}T00:00:00`;
    const moved = timeAt(millisOf(at) + shift);
    return { event, base: [this.master], start: clock.momentAt(allDay ? moved.slice(0, 10) : moved) };
  }

  private shift(from: string, event: CalendarEvent): number {
    const start = event.start;
    if (!start) return 0;
    const to = start.utc === undefined ? start.text : this.master.clock.timeOf(start);
    const shift = millisOf(to) - millisOf(to.length > 10 ? from : from.slice(0, 10));
    return Math.abs(shift) > MAX_SHIFT_DAYS * DAY ? 0 : shift;
  }

  /** By the clock of the series: its times without those that are left out. */
  private times(): string[] {
    const { start, rule, clock, length, more, left } = this.master;
    const shifts = this.following.map(({ from, event }) => Math.abs(this.shift(from, event)) / DAY);
    // Days more at both ends: what is meant are the days by the clock of the venue.
    const around = 2 + Math.ceil(Math.max(0, ...shifts));
    const span = {
      first: addDays(this.days.first, -around - Math.ceil(length / DAY)),
      last: addDays(this.days.last, around),
    };
    const first = clock.timeOf(start!);
    const until = rule?.until?.toString();
    const end =
      until === undefined
        ? undefined
        : endOfRule(
            until.endsWith('Z') && !start!.allDay
              ? clock.timeOf({ text: until.slice(0, -1), utc: until.slice(0, -1), allDay: false })
              : until.replace(/Z$/, ''),
            start!.allDay,
          );
    const inSpan = (time: string) => time.slice(0, 10) >= span.first && time.slice(0, 10) <= span.last;
    const times = rule ? occurrences(rule, first, end, span) : [first].filter(inSpan);
    const out = new Set(left.map((moment) => clock.timeOf(moment)));
    return [...new Set([...times, ...more.map((moment) => clock.timeOf(moment)).filter(inSpan)])].filter(
      (time) => !out.has(time) && !out.has(time.slice(0, 10)),
    );
  }
}
