import type { EventEntry } from '../../newsletter/events/event';
import type { Issue } from '../../newsletter/issue/issue';
import type { IssuePart } from '../../newsletter/issue/part';
import type { Section } from '../../newsletter/sections/sections';
import { count } from '../../protocol/wording';
import { appendTo } from '../../text/lists';
import { indexBefore, type Range, type SourceText } from '../../text/sourceText';

/** An entry of the outline: a section or an event. */
export interface OutlineEntry extends Range {
  readonly name: string;
  /** Shown dimmed, e.g. `12 entries`. */
  readonly detail: string;
  /** Where to go: lies within the entry. */
  readonly selection: Range;
}

export interface OutlineSection extends OutlineEntry {
  /** Its events, without those of the sections below it. */
  readonly events: readonly OutlineEvents[];
  readonly children: readonly OutlineSection[];
}

/** Events that stand in one piece of an issue. */
export interface OutlineEvents {
  /** Where the piece begins in the issue, with a line of its own. */
  readonly start: number;
  /** The piece's text, into which the offsets of its events are. */
  readonly source: SourceText;
  /** The same list as long as the piece is the same, wherever it stands. */
  readonly entries: readonly OutlineEntry[];
}

/** What a piece has for the outline. */
interface Part {
  /** By the number of the section among those of the piece; -1 above the first of them. */
  readonly events: ReadonlyMap<number, readonly OutlineEntry[]>;
  /** Of each top-level item: in which of the piece's sections it is. */
  readonly items: readonly number[];
}

/** What stands in a section without those below it. */
interface Own {
  readonly events: OutlineEvents[];
  items: number;
}

/** The outline of an issue: its sections with the number of their entries, and its events. */
export function outline(issue: Issue): OutlineSection[] {
  const { sections } = issue;
  const own = new Map(sections.map((section): [Section, Own] => [section, { events: [], items: 0 }]));
  // Of a piece that has not changed all is known, wherever it stands.
  let above = 0;
  for (const { piece, start } of issue.pieces) {
    const of = (n: number) => own.get(sections[above + n]!);
    const { events, items } = piece.answer(partOf, () => partOf(piece));
    for (const [n, entries] of events) of(n)?.events.push({ start, source: piece.source, entries });
    for (const n of items) {
      const section = of(n);
      if (section) section.items += 1;
    }
    above += piece.headings.length;
  }
  const entry = (section: Section): OutlineSection => {
    const { heading, start, end } = section;
    return {
      start,
      end,
      name: heading.text || '(no heading)',
      detail: counts(section, own),
      selection: { start: heading.start, end: heading.end },
      events: own.get(section)!.events,
      children: section.children.map(entry),
    };
  };
  return sections.filter(({ parent }) => parent === undefined).map(entry);
}

function partOf(piece: IssuePart): Part {
  const { headings, items } = piece;
  const events = new Map<number, OutlineEntry[]>();
  for (const event of piece.events)
    appendTo(events, indexBefore(headings, event.start), eventEntry(piece, event));
  return { events, items: items.map(({ start }) => indexBefore(headings, start)) };
}

function counts(section: Section, own: ReadonlyMap<Section, Own>): string {
  let events = 0;
  let items = 0;
  const add = (one: Section): void => {
    const has = own.get(one)!;
    for (const { entries } of has.events) events += entries.length;
    items += has.items;
    for (const child of one.children) add(child);
  };
  add(section);
  if (events > 0) return count(events, 'event');
  // The list behind the quote is that of the editors.
  if (section.spec?.key === 'qotw') return '';
  return items > 0 ? `${items} entr${items === 1 ? 'y' : 'ies'}` : '';
}

function eventEntry({ source }: IssuePart, event: EventEntry): OutlineEntry {
  const { start, end, dates, locationRange, title, organisers } = event;
  const name = title?.links[0]?.text || organisers[0]?.text || source.slice(event.head);
  const place = source.slice(locationRange);
  return {
    start,
    end,
    // Asterisks that found no partner are left in the text of a link.
    name: name.replace(/^\*\*|\*\*$/g, '').trim() || '(no title)',
    detail: [source.slice(dates), place].filter((part) => part !== '').join(', '),
    selection: { start: dates.start, end: Math.min(dates.end, end) },
  };
}
