import type { EventEntry } from '../newsletter/events/event';
import { entryLines } from '../newsletter/events/eventRemoval';
import { cityKey, isPast, regionOf, whatOf } from '../newsletter/events/meaning';
import { alike } from '../newsletter/events/similarEvents';
import { defineRule } from './rule';

/** More events than these never were on one day in one city; comparing all with all would take its time. */
const MOST_OF_A_DAY = 8;

export default defineRule({
  id: 'event-near-duplicate',
  summary: 'Two entries of one day and city that look like the same event',
  why: 'An event sent in from two places (a group and a conference, Meetup and Luma) easily gets in twice.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'two pages of one event',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Spring Talks**](https://example.com/oslo/1)\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.org/oslo)\n    * [**Spring Talks**](https://example.org/oslo/2)\n',
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Spring Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, report }) {
    const byPlace = new Map<string, EventEntry[]>();
    for (const event of issue.events) {
      const city = cityKey(event);
      if (!city || !event.title || isPast(issue, event)) continue;
      const key = `${regionOf(event.region)} ${event.dates.first} ${city}`;
      const others = byPlace.get(key) ?? [];
      const other = others.find((candidate) => alike(candidate, event));
      byPlace.set(key, [...others.slice(1 - MOST_OF_A_DAY), event]);
      if (!other) continue;
      report({
        at: event.head,
        message: `${whatOf(issue, event)} looks like another entry of ${event.dates.first}`,
        related: [{ ...other.head, message: 'The other entry' }],
        fixes: [
          {
            title: 'Delete this entry',
            edits: () => entryLines(issue, event).map((range) => ({ ...range, text: '' })),
          },
        ],
      });
    }
  },
});
