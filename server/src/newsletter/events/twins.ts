import type { IssuePart } from '../issue/part';
import type { EventEntry } from './event';
import { type EventRegion, hasSoundDates, isPast, pageKey, regionOf } from './meaning';

/** What tells whether an event is one of two copies. */
export interface TwinTraits {
  readonly region: EventRegion | undefined;
  readonly firstDay: string;
  /** Key of its own page. */
  readonly page: string | undefined;
  /** Keys of its groups. */
  readonly groups: readonly string[];
  readonly isHybrid: boolean;
  /** Not over, with days that exist: worth having in two places. */
  readonly isDue: boolean;
}

/** The two copies of a hybrid event: under Virtual and under its region. */
export interface Twins<T> {
  readonly virtual: T;
  readonly local: T;
}

export function twinTraits(part: IssuePart, event: EventEntry): TwinTraits {
  return {
    region: regionOf(event.region),
    firstDay: event.dates.first,
    page: pageKey(event, part.keys.page),
    groups: event.organisers.map((link) => part.keys.group(link.url)),
    isHybrid: event.location?.kind === 'hybrid',
    isDue: hasSoundDates(event) && !isPast(part, event),
  };
}

/** The twins among events in the order of the text, and the hybrid events that stand in one place only. */
export function findTwins<T extends TwinTraits>(events: readonly T[]): { twins: Twins<T>[]; alone: T[] } {
  const placed = events.filter((event) => event.region !== undefined);
  const isVirtual = (event: T) => event.region === 'virtual';
  const free = new Set(placed.filter((event) => !isVirtual(event)));
  const waiting = new Set(placed.filter(isVirtual));
  const twins: Twins<T>[] = [];
  const pair = (keysOf: (event: T) => readonly string[], fits: (a: T, b: T) => boolean) => {
    const locals = new Map<string, T[]>();
    for (const event of free) {
      for (const key of keysOf(event)) {
        const same = locals.get(key);
        if (same) same.push(event);
        else locals.set(key, [event]);
      }
    }
    for (const virtual of waiting) {
      const local = keysOf(virtual)
        .flatMap((key) => locals.get(key) ?? [])
        .find((event) => free.has(event) && fits(virtual, event));
      if (!local) continue;
      free.delete(local);
      waiting.delete(virtual);
      twins.push({ virtual, local });
    }
  };
  const page = (event: T) => (event.page === undefined ? [] : [event.page]);
  const bothHybrid = (a: T, b: T) => a.isHybrid && b.isHybrid;
  // The same page on the same day; then the same group on the same day; then the same page, its day changed in one
  // of the two places.
  pair(
    (event) => page(event).map((key) => `${event.firstDay} ${key}`),
    (a, b) => a.isHybrid || b.isHybrid,
  );
  pair((event) => event.groups.map((key) => `${event.firstDay} ${key}`), bothHybrid);
  const counts = new Map<string, number>();
  for (const event of placed) for (const key of page(event)) counts.set(key, (counts.get(key) ?? 0) + 1);
  pair(page, (a, b) => bothHybrid(a, b) && counts.get(a.page!) === 2);
  const alone = new Set([...waiting, ...free].filter((event) => event.isHybrid && event.isDue));
  return { twins, alone: placed.filter((event) => alone.has(event)) };
}

/** The other copy of an event of an issue; undefined for most. */
export function twinOf(issue: IssuePart, event: EventEntry): EventEntry | undefined {
  const all = issue.events.map((entry) => ({ ...twinTraits(issue, entry), entry }));
  for (const { virtual, local } of findTwins(all).twins) {
    if (virtual.entry === event) return local.entry;
    if (local.entry === event) return virtual.entry;
  }
  return undefined;
}
