import { entryLines } from '../newsletter/events/eventRemoval';
import { hasSoundDates, yearMeant } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'event-beyond-window',
  in: ['events'],
  summary: 'An event that starts after the four weeks of the issue',
  why: 'An issue lists the events of four weeks; later ones get their turn. Conferences are the exception, on request.',
  severity: 'hint',
  fix: 'never',
  tags: ['date'],
  examples: [
    {
      title: 'two months ahead',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-04-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-13: 2026-04-20 is after 2026-03-25, the last day that this issue lists'],
      fixes: ['Delete the event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    const { window } = piece;
    if (!window) return;
    for (const event of piece.events) {
      if (!hasSoundDates(event) || event.dates.first <= window.last) continue;
      if (yearMeant(piece, event) !== undefined) continue;
      report({
        at: { start: event.dates.start, end: event.dates.end },
        message: `${event.dates.first} is after ${window.last}, the last day that this issue lists`,
        fixes: [
          {
            title: 'Delete the event',
            edits: () => entryLines(piece, event).map((range) => ({ ...range, text: '' })),
          },
        ],
      });
    }
  },
});
