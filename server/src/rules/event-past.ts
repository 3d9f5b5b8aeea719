import type { EventEntry } from '../newsletter/events/event';
import { entryLines, removableLines, stoodEarlier } from '../newsletter/events/eventRemoval';
import { datesMeant, isPast } from '../newsletter/events/meaning';
import type { Piece } from '../newsletter/issue/piece';
import type { Section } from '../newsletter/sections/sections';
import type { Edit } from '../text/edits';
import { definePieceRule, type Report } from './rule';

const DELETE = 'Delete the past event';

export default definePieceRule({
  id: 'event-past',
  summary: 'An event that is over when the issue comes out',
  why: 'A new draft carries the events of the issue before; those that are over are taken out each week.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'sometimes',
  tags: ['date'],
  apart: true,
  carriedOver: 'same',
  examples: [
    {
      title: 'of the issue before',
      earlier:
        'Date: 2026-02-18\n\n## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
      found: ['4:3-64 info: This event was over on 2026-02-20; the issue comes out on 2026-02-25'],
      fixes: ['Delete the past event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
    },
    {
      title: 'a new event with a date gone by, perhaps of another month',
      earlier: 'Date: 2026-02-18\n\n## Upcoming Events\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: [
        '4:3-64: This event is dated 2026-02-05, before the issue of 2026-02-25: it is over, or the date is wrong',
      ],
      fixes: ['Set the date 2026-03-05', 'Delete the past event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report, { archive, stage }) {
    const over = new Map<Section | undefined, EventEntry[]>();
    for (const event of piece.events) {
      if (!isPast(piece, event)) continue;
      if (archive && !stoodEarlier(piece, event, archive)) {
        report(doubt(piece, event));
        continue;
      }
      if (stage === 'release') {
        report(single(piece, event, archive !== undefined));
        continue;
      }
      const section = piece.sectionAt(event.start);
      const region = over.get(section);
      if (region) region.push(event);
      else over.set(section, [event]);
    }
    for (const [section, events] of over) {
      const all = piece.events.filter((event) => piece.sectionAt(event.start) === section).length;
      report(together(piece, events, all, archive !== undefined));
      for (const event of events.slice(1)) report({ ...single(piece, event, false), severity: 'hint' });
    }
  },
});

/** Past beyond doubt, told by itself. @param inBulk whether it is for "fix all" to take it out */
function single(piece: Piece, event: EventEntry, inBulk = true): Report {
  const certain = inBulk && removableLines(piece, event) !== undefined;
  return {
    at: event.head,
    message: `This event was over on ${event.dates.last}; the issue comes out on ${piece.date}`,
    unnecessary: true,
    fixes: [{ title: DELETE, ...(certain ? { all: true } : {}), edits: () => deletions(piece, [event]) }],
  };
}

/**
 * The past events of a region: while the draft is written they are a chore, told once.
 *
 * @param all how many events the region has
 * @param inBulk whether they are for "fix all": without earlier issues nobody knows which dates are slips
 */
function together(piece: Piece, events: readonly EventEntry[], all: number, inBulk: boolean): Report {
  const [first, ...others] = events;
  if (others.length === 0) return { ...single(piece, first!, inBulk), severity: 'info' };
  const certain = events.filter((event) => removableLines(piece, event) !== undefined);
  return {
    at: first!.head,
    severity: 'info',
    message: `${events.length} of ${all} events are over when the issue comes out on ${piece.date}`,
    unnecessary: true,
    related: others.map(({ head }) => ({ ...head, message: 'This one, too', also: true })),
    fixes:
      certain.length === 0
        ? []
        : [
            {
              title: certain.length === 1 ? DELETE : `Delete the ${certain.length} past events`,
              ...(inBulk ? { all: true } : {}),
              edits: () => deletions(piece, certain),
            },
          ],
  };
}

function doubt(piece: Piece, event: EventEntry): Report {
  const { first, last, start, end } = event.dates;
  const meant = first === last ? datesMeant(piece, event) : [];
  return {
    at: event.head,
    message: `This event is dated ${last}, before the issue of ${piece.date}: it is over, or the date is wrong`,
    fixes: [
      ...meant.map((text) => ({ title: `Set the date ${text}`, edits: () => [{ start, end, text }] })),
      { title: DELETE, edits: () => deletions(piece, [event]) },
    ],
  };
}

function deletions(piece: Piece, events: readonly EventEntry[]): Edit[] {
  return events.flatMap((event) => entryLines(piece, event)).map((range) => ({ ...range, text: '' }));
}
