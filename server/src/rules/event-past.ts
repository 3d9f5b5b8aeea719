import { entryLines, removableLines, stoodEarlier } from '../newsletter/events/eventRemoval';
import { datesMeant, isPast } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'event-past',
  summary: 'An event that is over when the issue comes out',
  why: 'A new draft carries the events of the issue before; those that are over are taken out each week.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'sometimes',
  tags: ['date'],
  carriedOver: 'same',
  examples: [
    {
      title: 'of the issue before',
      earlier:
        'Date: 2026-02-18\n\n## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
      found: ['4:3-64: This event was over on 2026-02-20; the issue comes out on 2026-02-25'],
      fixes: ['Delete the past event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
    },
    {
      title: 'a new event with a date gone by, perhaps of another month',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: [
        '4:3-64: This event is dated 2026-02-05, before the issue of 2026-02-25: it is over, or the date is wrong',
      ],
      fixes: ['Set the date 2026-03-05', 'Delete the past event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report, { archive }) {
    for (const event of piece.events) {
      if (!isPast(piece, event)) continue;
      const { first, last, start, end } = event.dates;
      const remove = () => entryLines(piece, event).map((range) => ({ ...range, text: '' }));
      if (stoodEarlier(piece, event, archive)) {
        const certain = removableLines(piece, event) !== undefined;
        report({
          at: event.head,
          message: `This event was over on ${last}; the issue comes out on ${piece.date}`,
          unnecessary: true,
          fixes: [{ title: 'Delete the past event', ...(certain ? { all: true } : {}), edits: remove }],
        });
        continue;
      }
      const meant = first === last ? datesMeant(piece, event) : [];
      report({
        at: event.head,
        message: `This event is dated ${last}, before the issue of ${piece.date}: it is over, or the date is wrong`,
        fixes: [
          ...meant.map((text) => ({ title: `Set the date ${text}`, edits: () => [{ start, end, text }] })),
          { title: 'Delete the past event', edits: remove },
        ],
      });
    }
  },
});
