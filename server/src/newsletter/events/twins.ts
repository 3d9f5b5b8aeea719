import type { Issue } from '../issue/issue';
import type { EventEntry } from './event';
import { hasSoundDates, isPast, organiserKey, pageKey, regionOf } from './meaning';

/** The two copies of a hybrid event: under Virtual and under its region. */
export interface Twins {
  readonly virtual: EventEntry;
  readonly local: EventEntry;
}

/** The twins of an issue, and the hybrid events that stand in one place only. */
export function findTwins(issue: Issue): { twins: Twins[]; alone: EventEntry[] } {
  const events = issue.events.filter((event) => regionOf(event.region) !== undefined);
  const isVirtual = (event: EventEntry) => regionOf(event.region) === 'virtual';
  const free = new Set(events.filter((event) => !isVirtual(event)));
  const waiting = new Set(events.filter(isVirtual));
  const twins: Twins[] = [];
  const pair = (keysOf: (event: EventEntry) => string[], fits: (a: EventEntry, b: EventEntry) => boolean) => {
    const locals = new Map<string, EventEntry[]>();
    for (const event of free) {
      for (const key of keysOf(event)) locals.set(key, [...(locals.get(key) ?? []), event]);
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
  const page = (event: EventEntry) => [pageKey(event)].flatMap((key) => key ?? []);
  const oneIsHybrid = (a: EventEntry, b: EventEntry) => isHybrid(a) || isHybrid(b);
  // The same page on the same day; then the same group on the same day; then the same page, its day changed in one
  // of the two places.
  pair((event) => page(event).map((key) => `${event.dates.first} ${key}`), oneIsHybrid);
  pair(
    (event) => event.organisers.map((link) => `${event.dates.first} ${organiserKey(link.url)}`),
    (a, b) => isHybrid(a) && isHybrid(b),
  );
  const counts = new Map<string, number>();
  for (const event of events) for (const key of page(event)) counts.set(key, (counts.get(key) ?? 0) + 1);
  pair(page, (a, b) => isHybrid(a) && isHybrid(b) && counts.get(pageKey(a)!) === 2);
  const alone = [...waiting, ...free]
    .filter((event) => isHybrid(event) && hasSoundDates(event) && !isPast(issue, event))
    .sort((a, b) => a.start - b.start);
  return { twins, alone };
}

function isHybrid(event: EventEntry): boolean {
  return event.location?.kind === 'hybrid';
}
