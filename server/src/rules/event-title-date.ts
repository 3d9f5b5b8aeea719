import type { EventEntry } from '../newsletter/events/event';
import { isPast } from '../newsletter/events/meaning';
import { type NamedDay, namedDays, nearestDay, weekOfMonth } from '../newsletter/events/titleDay';
import { addDays, daysBetween, weekday } from '../newsletter/issue/date';
import type { Piece } from '../newsletter/issue/piece';
import { definePieceRule, type Fix, type Report } from './rule';

/** Days around a date, the nearest first. */
const NEAR = [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];
/** What is longer has the days of any title. */
const LONGEST = 31;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** A date typed wrong, or a title left over from the group's last event: `Second Tuesday` on the fourth one. */
export default definePieceRule({
  id: 'event-title-date',
  in: ['events'],
  summary: 'The title of an event names another day than its date',
  why: 'Either the date is a slip, or the title is still that of the group’s last event.',
  severity: 'info',
  fix: 'never',
  tags: ['date', 'title'],
  examples: [
    {
      title: 'another day',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-11 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Rust Lunch, Mar 4**](https://example.com/oslo/1)\n',
      found: ['4:3-13: The title says “Mar 4”, but the event is on 2026-03-11'],
      fixes: ['Write “2026-03-04”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Rust Lunch, Mar 4**](https://example.com/oslo/1)\n',
    },
    {
      title: 'another weekday',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-11 | Virtual | [Rust Oslo](https://example.com/oslo)\n    * [**Second Tuesday**](https://example.com/oslo/1)\n',
      found: ['4:3-13: The title says “Second Tuesday”, but 2026-03-11 is the second Wednesday of its month'],
      fixes: ['Write “2026-03-10”'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-10 | Virtual | [Rust Oslo](https://example.com/oslo)\n    * [**Second Tuesday**](https://example.com/oslo/1)\n',
    },
    {
      title: 'the title of last month',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-11 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**February Meetup**](https://example.com/oslo/1)\n',
      found: ['5:10-18: The title says “February”, but the event is on 2026-03-11'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-11 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**March Meetup**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const found = event.dates.valid && !isPast(piece, event) && judge(piece, event);
      if (found) report(found);
    }
  },
});

function judge(piece: Piece, event: EventEntry): Report | undefined {
  const { dates, title } = event;
  const link = title?.links[0];
  if (!link || dates.last < dates.first) return undefined;
  const named = namedDays(piece.source.slice(link.textRange));
  const first = named[0];
  if (!first) return undefined;
  const days = daysOf(event);
  if (days.length > LONGEST || named.some(({ fits }) => days.some(fits))) return undefined;
  const { start } = link.textRange;
  const words = { start: start + first.start, end: start + first.end };
  const date = { start: dates.start, end: dates.end };
  return {
    // A month is what is left in the title of the last event, a day is rather typed wrong in the line.
    at: first.of === 'month' ? words : date,
    message: `The title says “${piece.source.slice(words)}”, but ${dayOf(event, first)}`,
    related: [first.of === 'month' ? { ...date, message: 'The date' } : { ...words, message: 'The title' }],
    fixes: rightDate(event, first),
  };
}

function daysOf({ dates }: EventEntry): string[] {
  const count = Math.min(daysBetween(dates.first, dates.last), LONGEST) + 1;
  return Array.from({ length: count }, (_, n) => addDays(dates.first, n));
}

function dayOf({ dates: { first, last } }: EventEntry, { of }: NamedDay): string {
  if (first !== last) return `the event is from ${first} to ${last}`;
  return of === 'weekday'
    ? `${first} is the ${ORDINALS[weekOfMonth(first) - 1]} ${weekday(first)} of its month`
    : `the event is on ${first}`;
}

/** The day that the title names, for an event of a single day. */
function rightDate({ dates }: EventEntry, { of, monthDay, fits }: NamedDay): Fix[] {
  if (dates.first !== dates.last) return [];
  const text =
    of === 'weekday'
      ? NEAR.map((by) => addDays(dates.first, by)).find(fits)
      : monthDay && nearestDay(monthDay, dates.first);
  if (text === undefined) return [];
  const { start, end } = dates;
  return [{ title: `Write “${text}”`, edits: () => [{ start, end, text }] }];
}
