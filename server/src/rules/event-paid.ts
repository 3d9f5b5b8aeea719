import { isPast } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

const PAID =
  /\b(?:(?:entry|admission|registration|participation|conference|attendance) fees?|fees? (?:apply|required)|paid (?:course|training|workshop|event|class)|(?:training|online|paid|video|\d+[- ]day|\d+[- ]week|certification) course|tickets? (?:required|needed|from|sale)|bootcamp|masterclass)\b|[$€£]\s?\d+(?![\d.,]*[km]\b)/i;
/** Says that it costs nothing. */
const FREE = /\bfree\b/i;

export default definePieceRule({
  id: 'event-paid',
  in: ['events'],
  summary: 'The title of an event speaks of a fee or a course',
  why: 'The newsletter prefers events that are free to attend, conferences apart.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'a course',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Rust, a 3-day course**](https://example.com/oslo/1)\n',
      found: ['5:18-30: The newsletter prefers free events: check whether this one costs (“3-day course”)'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Rust, an evening of talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const link = event.title?.links[0];
      if (!link || isPast(piece, event)) continue;
      const title = piece.source.slice(link.textRange);
      const paid = PAID.exec(title);
      if (!paid || FREE.test(title)) continue;
      const start = link.textRange.start + paid.index;
      report({
        at: { start, end: start + paid[0].length },
        message: `The newsletter prefers free events: check whether this one costs (“${paid[0]}”)`,
      });
    }
  },
});
