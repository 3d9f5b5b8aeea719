import type { EventEntry } from '../issue/events';
import { defineRule } from './rule';
import { entryLines } from './support/eventRemoval';
import { cityKey, isPast, organiserKey, pageKey, regionOf, whatOf } from './support/events';
import { foldText } from './support/places';

/** How many of the words of two titles are the same, from where on they are taken for one event. */
const SIMILAR = 0.7;

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
      byPlace.set(key, [...others, event]);
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

function alike(a: EventEntry, b: EventEntry): boolean {
  if (pageKey(a) === pageKey(b)) return false;
  const titles = similarity(titleOf(a), titleOf(b));
  if (titles >= SIMILAR) return true;
  // The same group does not meet twice on one day under two of its addresses.
  const [groupA, groupB] = [a.organisers[0], b.organisers[0]];
  if (!groupA || !groupB || organiserKey(groupA.url) === organiserKey(groupB.url)) return false;
  return similarity(groupA.text, groupB.text) === 1;
}

function titleOf(event: EventEntry): string {
  return event.title?.links[0]?.text ?? '';
}

/** Share of the words that two texts have in common; 0 when one has none. */
function similarity(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}

function wordsOf(text: string): Set<string> {
  return new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}
