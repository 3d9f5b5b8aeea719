import type { EventDates } from '../newsletter/events/event';
import { isDate } from '../newsletter/issue/date';
import { definePieceRule } from './rule';

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
          fixes: [{ title: `Write “${text}”`, preferred: true, edits: () => [{ start, end, text }] }],
        });
      } else if (!dates.valid) {
        const wrong = isDate(dates.first) ? dates.last : dates.first;
        report({ at: { start, end }, message: `“${wrong}” is not a date like 2026-02-25` });
      } else if (dates.last < dates.first) {
        const swapped = `${dates.last} - ${dates.first}`;
        report({
          at: { start, end },
          message: `This event ends on ${dates.last}, before it starts on ${dates.first}`,
          fixes: [{ title: 'Swap the two dates', edits: () => [{ start, end, text: swapped }] }],
        });
      }
    }
  },
});

/** The dates in the right form; undefined when one does not exist, or when they stand in the wrong order. */
function rightForm(dates: EventDates): string | undefined {
  const first = padded(dates.first);
  const last = padded(dates.last);
  if (!isDate(first) || !isDate(last) || last < first) return undefined;
  return first === last ? first : `${first} - ${last}`;
}

/** `2026/3/4` as `2026-03-04`. */
function padded(date: string): string {
  return date
    .split(/[-/.]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
