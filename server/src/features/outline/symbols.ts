import type { EventEntry } from '../../newsletter/events/event';
import type { Issue } from '../../newsletter/issue/issue';
import type { IssuePart } from '../../newsletter/issue/part';
import type { Section } from '../../newsletter/sections/sections';
import { indexBefore, type Range, shifted } from '../../text/sourceText';

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

/** What a piece has for the outline. */
interface Part {
  /** Its events in its own offsets. */
  readonly events: readonly OutlineEntry[];
  /** Of each event, and of each top-level item: in which of the piece's sections it is; -1 above the first of them. */
  readonly regions: readonly number[];
  readonly items: readonly number[];
}

/** What stands in a section without those below it. */
interface Own {
  readonly events: OutlineEntry[];
  items: number;
}

/** The outline of an issue: its sections with the number of their entries, and its events. */
export function outline(issue: Issue): OutlineEntry[] {
  const { sections } = issue;
  const own = new Map(sections.map((section): [Section, Own] => [section, { events: [], items: 0 }]));
  // Of a piece that has not changed all is known, wherever it stands.
  let above = 0;
  for (const { piece, start } of issue.pieces) {
    const of = (n: number) => own.get(sections[above + n]!);
    const { events, regions, items } = piece.answer(partOf, () => partOf(piece));
    for (const [n, event] of events.entries()) of(regions[n]!)?.events.push(moved(event, start));
    for (const n of items) {
      const section = of(n);
      if (section) section.items += 1;
    }
    above += piece.sections.length;
  }
  const entry = (section: Section): OutlineEntry => {
    const { heading, start, end } = section;
    return {
      kind: 'section',
      start,
      end,
      name: heading.text || '(no heading)',
      detail: counts(section, own),
      selection: { start: heading.start, end: heading.end },
      children: [...own.get(section)!.events, ...section.children.map(entry)],
    };
  };
  return sections.filter(({ parent }) => parent === undefined).map(entry);
}

function partOf(piece: IssuePart): Part {
  const { sections, events, items } = piece;
  const sectionOf = ({ start }: Range) => indexBefore(sections, start);
  return {
    events: events.map((event) => eventEntry(piece, event)),
    regions: events.map(sectionOf),
    items: items.map(sectionOf),
  };
}

function moved(entry: OutlineEntry, by: number): OutlineEntry {
  const { start, end } = shifted(entry, by);
  const { kind, name, detail, selection, children } = entry;
  return { kind, start, end, name, detail, selection: shifted(selection, by), children };
}

function counts(section: Section, own: ReadonlyMap<Section, Own>): string {
  let events = 0;
  let items = 0;
  const add = (one: Section): void => {
    const has = own.get(one)!;
    events += has.events.length;
    items += has.items;
    for (const child of one.children) add(child);
  };
  add(section);
  if (events > 0) return `${events} event${events === 1 ? '' : 's'}`;
  return items > 0 ? `${items} entr${items === 1 ? 'y' : 'ies'}` : '';
}

function eventEntry({ source }: IssuePart, event: EventEntry): OutlineEntry {
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
