import { entryLines } from '../newsletter/events/eventRemoval';
import { cityKey, isPast, regionOf, whatOf } from '../newsletter/events/meaning';
import { alike, type EventLook, lookOf } from '../newsletter/events/similarEvents';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** More events than these never were on one day in one city; comparing all with all would take its time. */
const MOST_OF_A_DAY = 8;

export default defineIssueRule({
  id: 'event-near-duplicate',
  summary: 'Two entries of one day and city that look like the same event',
  why: 'An event sent in from two places (a group and a conference, Meetup and Luma) easily gets in twice.',
  severity: 'info',
  fix: 'never',
  tags: ['url'],
  examples: [
    {
      title: 'two pages of one event',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Spring Talks**](https://example.com/oslo/1)\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.org/oslo)\n    * [**Spring Talks**](https://example.org/oslo/2)\n',
      found: ['6:3-64: “Spring Talks” (Oslo, NO) may be the same event as another one of 2026-03-04'],
      fixes: ['Delete this entry'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Spring Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: (piece) =>
    piece.events.flatMap((event): Held[] => {
      const city = cityKey(event);
      if (!city || !event.title || isPast(piece, event)) return [];
      const day = event.dates.first;
      const [lines] = entryLines(piece, event);
      return [
        {
          at: event.head,
          where: `${regionOf(event.region)} ${day} ${city}`,
          day,
          what: whatOf(piece, event),
          look: lookOf(piece, event),
          places: { lines: lines! },
        },
      ];
    }),
  check(_, events: readonly Placed<Held>[], report) {
    const byPlace = new Map<string, Placed<Held>[]>();
    for (const event of events) {
      const { lines } = event.places;
      const others = byPlace.get(event.where) ?? [];
      const other = others.find((candidate) => alike(candidate.look, event.look));
      byPlace.set(event.where, [...others.slice(1 - MOST_OF_A_DAY), event]);
      if (!other) continue;
      report({
        at: event.at,
        message: `${event.what} may be the same event as another one of ${event.day}`,
        related: [{ at: other.at, message: 'The other entry' }],
        fixes: (_, at) => [{ title: 'Delete this entry', edits: () => [{ ...at(lines), text: '' }] }],
      });
    }
  },
});

/** An event in a city that is not over. `lines` are all of its lines. */
interface Held extends Fact {
  /** Region, day and city. */
  readonly where: string;
  readonly day: string;
  readonly what: string;
  readonly look: EventLook;
  readonly places: { readonly lines: Range };
}
