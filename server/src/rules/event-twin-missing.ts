import { insertEvent, REGION_TITLES } from '../newsletter/events/eventMoves';
import { regionOf, regionOfPlace, whatOf } from '../newsletter/events/meaning';
import { findTwins } from '../newsletter/events/twins';
import { defineRule } from './rule';

export default defineRule({
  id: 'event-twin-missing',
  summary: 'A hybrid event is listed under Virtual or under its region, but not under both',
  why: 'Those who join online look under Virtual, those who live near under their region.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'not under Virtual',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, report }) {
    for (const event of findTwins(issue).alone) {
      const missing = regionOf(event.region) === 'virtual' ? regionOfPlace(event.location?.place) : 'virtual';
      if (!missing) continue;
      const title = REGION_TITLES[missing];
      report({
        at: event.head,
        message: `Expected the hybrid event ${whatOf(issue, event)} under ${title} as well`,
        fixes: [
          {
            title: `Copy the event to ${title}`,
            preferred: true,
            edits: () => [insertEvent(issue, event, missing)],
          },
        ],
      });
    }
  },
});
