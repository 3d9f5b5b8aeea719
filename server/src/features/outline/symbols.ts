import type { EventEntry } from '../../newsletter/events/event';
import type { Issue } from '../../newsletter/issue/issue';
import type { Section } from '../../newsletter/sections/sections';
import type { Range } from '../../text/sourceText';

/** An entry of the outline. */
export interface OutlineEntry extends Range {
  readonly kind: 'section' | 'event';
  readonly name: string;
  /** Shown dimmed, e.g. `12 entries`. */
  readonly detail: string;
  /** Where to go: lies within the entry. */
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** The outline of an issue: its sections with the number of their entries, and its events. */
export function outline(issue: Issue): OutlineEntry[] {
  const byRegion = new Map<Section, EventEntry[]>();
  for (const event of issue.events) {
    if (event.region) byRegion.set(event.region, [...(byRegion.get(event.region) ?? []), event]);
  }
  const entry = (section: Section): OutlineEntry => {
    const { heading, start, end } = section;
    const own = (byRegion.get(section) ?? []).map((event) => eventEntry(issue, event));
    return {
      kind: 'section',
      start,
      end,
      name: heading.text || '(no heading)',
      detail: counts(section, byRegion),
      selection: { start: heading.start, end: heading.end },
      children: [...own, ...section.children.map(entry)],
    };
  };
  return issue.sections.filter(({ parent }) => parent === undefined).map(entry);
}

function counts(section: Section, byRegion: ReadonlyMap<Section, readonly EventEntry[]>): string {
  let events = 0;
  let items = 0;
  const add = (one: Section): void => {
    events += byRegion.get(one)?.length ?? 0;
    items += one.items.length;
    for (const child of one.children) add(child);
  };
  add(section);
  if (events > 0) return `${events} event${events === 1 ? '' : 's'}`;
  return items > 0 ? `${items} entr${items === 1 ? 'y' : 'ies'}` : '';
}

function eventEntry({ source }: Issue, event: EventEntry): OutlineEntry {
  const { start, end, dates, locationRange, title, organisers } = event;
  const name = title?.links[0]?.text || organisers[0]?.text || source.slice(event.head);
  const place = source.slice(locationRange);
  return {
    kind: 'event',
    start,
    end,
    // Asterisks that found no partner are left in the text of a link.
    name: name.replace(/^\*\*|\*\*$/g, '').trim() || '(no title)',
    detail: [source.slice(dates), place].filter((part) => part !== '').join(', '),
    selection: { start: dates.start, end: Math.min(dates.end, end) },
    children: [],
  };
}
