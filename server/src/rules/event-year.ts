import { endMeant } from '../newsletter/events/eventDates';
import { yearMeant } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'event-year',
  in: ['events'],
  summary: 'An event with the date of another year',
  why: 'Around the turn of the year the old year is easily typed; the event would be sorted and trimmed wrongly.',
  severity: 'error',
  fix: 'never',
  tags: ['date'],
  examples: [
    {
      title: "last year's date",
      bad: '## Upcoming Events\n\n### Europe\n* 2025-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-13: 2025-03-04 is probably meant to be in 2026'],
      fixes: ['Set the year 2026'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const year = yearMeant(piece, event);
      if (year === undefined) continue;
      const { start, end, first, last } = event.dates;
      const firstMeant = `${year}${first.slice(4)}`;
      const text = first === last ? firstMeant : `${firstMeant} - ${endMeant(firstMeant, last) ?? last}`;
      report({
        at: { start, end },
        message: `${first} is probably meant to be in ${year}`,
        fixes: [{ title: `Set the year ${year}`, preferred: true, edits: () => [{ start, end, text }] }],
      });
    }
  },
});
