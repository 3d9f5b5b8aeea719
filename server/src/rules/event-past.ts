import { entryLines, removableLines } from '../newsletter/events/eventRemoval';
import { isPast } from '../newsletter/events/meaning';
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
      title: 'the week before the issue',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
      good: '## Upcoming Events\n\n### Europe\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      if (!isPast(piece, event)) continue;
      const certain = removableLines(piece, event);
      report({
        at: event.head,
        message: `Expected events from ${piece.date} on, found one that is over on ${event.dates.last}`,
        unnecessary: true,
        fixes: [
          {
            title: 'Delete the past event',
            ...(certain ? { all: true } : {}),
            edits: () => (certain ?? entryLines(piece, event)).map((range) => ({ ...range, text: '' })),
          },
        ],
      });
    }
  },
});
