import { type EventDates, endMeant, readingsOf } from '../newsletter/events/eventDates';
import { isDate } from '../newsletter/issue/date';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix } from './rule';

export default definePieceRule({
  id: 'event-date',
  in: ['events'],
  summary: 'The date of an event does not exist, ends before it starts, or is not `YYYY-MM-DD - YYYY-MM-DD`',
  why: 'Events are sorted and trimmed by their dates; a date in another form is left out.',
  severity: 'error',
  fix: 'never',
  tags: ['date'],
  examples: [
    {
      title: 'two dates with &',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 & 2026-03-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-26: Dates are written “2026-03-04 - 2026-03-05”, not “2026-03-04 & 2026-03-05”'],
      fixes: ['Write “2026-03-04 - 2026-03-05”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 - 2026-03-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'a day that does not exist',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-30 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-13: “2026-02-30” is not a date like 2026-02-25'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-02 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'in words, with a time',
      bad: '## Upcoming Events\n\n### Europe\n* Wed, March 4th, 2026, 6 pm | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-29: Dates are written “2026-03-04”, not “Wed, March 4th, 2026, 6 pm”'],
      fixes: ['Write “2026-03-04”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'two numbers that can be the month',
      bad: '## Upcoming Events\n\n### Europe\n* 04/03/2026 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-13: “04/03/2026” is not a date like 2026-02-25'],
      fixes: ['Write “2026-03-04”', 'Write “2026-04-03”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const { dates } of piece.events) {
      const { start, end } = dates;
      const text = rightForm(dates);
      const found = piece.source.slice(dates);
      if (text !== undefined && text !== found) {
        report({
          at: { start, end },
          message: `Dates are written “${text}”, not “${found}”`,
          fixes: [{ ...writing({ start, end }, text), preferred: true }],
        });
      } else if (!dates.valid) {
        const wrong = isDate(dates.first) ? dates.last : dates.first;
        report({
          at: { start, end },
          message: `“${wrong}” is not a date like 2026-02-25`,
          // Of several days only the author knows which one was meant.
          fixes:
            dates.first === dates.last
              ? readingsOf(wrong).map(([text]) => writing({ start, end }, text!))
              : [],
        });
      } else if (dates.last < dates.first) {
        const swapped = `${dates.last} - ${dates.first}`;
        const last = endMeant(dates.first, dates.last);
        report({
          at: { start, end },
          message: `This event ends on ${dates.last}, before it starts on ${dates.first}`,
          fixes: last
            ? [{ ...writing({ start, end }, `${dates.first} - ${last}`), preferred: true }]
            : [{ title: 'Swap the two dates', edits: () => [{ start, end, text: swapped }] }],
        });
      }
    }
  },
});

/** The dates in the right form; undefined when one does not exist, or when they stand in the wrong order. */
function rightForm({ valid, first, last }: EventDates): string | undefined {
  if (!valid || last < first) return undefined;
  return first === last ? first : `${first} - ${last}`;
}

function writing(at: Range, text: string): Fix {
  return { title: `Write “${text}”`, edits: () => [{ ...at, text }] };
}
