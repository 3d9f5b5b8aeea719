import type { EventEntry } from '../newsletter/events/event';
import { entryLines } from '../newsletter/events/eventRemoval';
import { pageKey, whatOf } from '../newsletter/events/meaning';
import type { Issue } from '../newsletter/issue/issue';
import { defineRule, type Fix } from './rule';

export default defineRule({
  id: 'event-duplicate',
  summary: 'The same event twice in one region',
  why: 'Several people send in the same event; one entry is enough.',
  severity: 'error',
  fix: 'never',
  carriedOver: 'shown',
  examples: [
    {
      title: 'same day, same page',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1/)\n',
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, report }) {
    const seen = new Map<string, EventEntry>();
    for (const event of issue.events) {
      const page = pageKey(event);
      if (!page) continue;
      const key = `${event.region?.spec?.key ?? event.region?.start} ${event.dates.first} ${page}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, event);
        continue;
      }
      report({
        at: event.head,
        message: `Expected ${whatOf(issue, event)} once, found it a second time on ${event.dates.first}`,
        related: [{ ...first.head, message: 'First listed here' }],
        unnecessary: true,
        fixes: [deletion(issue, event)],
      });
      // Either may be the one to go: the first one mostly is what was carried over.
      report({
        at: first.head,
        severity: 'info',
        message: `${whatOf(issue, first)} stands a second time below`,
        related: [{ ...event.head, message: 'The second entry' }],
        fixes: [deletion(issue, first)],
      });
    }
  },
});

function deletion(issue: Issue, event: EventEntry): Fix {
  return {
    title: 'Delete this entry',
    edits: () => entryLines(issue, event).map((range) => ({ ...range, text: '' })),
  };
}
