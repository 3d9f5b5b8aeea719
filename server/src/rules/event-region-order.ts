import { REGION_TITLES } from '../newsletter/events/eventMoves';
import { EVENT_REGIONS, regionOf } from '../newsletter/events/meaning';
import { orderRegions } from '../newsletter/events/regionOrder';
import { defineRule } from './rule';

export default defineRule({
  id: 'event-region-order',
  summary:
    'The regions of Upcoming Events stand in another order than Virtual, Africa, Asia, Europe, North America, Oceania, South America',
  why: 'The regions stand in the same order every week.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'Europe before Asia',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Asia\n* 2026-03-04 | Osaka, JP | [Rust Osaka](https://example.com/osaka)\n    * [**Talks**](https://example.com/osaka/1)\n',
      good: '## Upcoming Events\n\n### Asia\n* 2026-03-04 | Osaka, JP | [Rust Osaka](https://example.com/osaka)\n    * [**Talks**](https://example.com/osaka/1)\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, report }) {
    let before: { rank: number; start: number; end: number } | undefined;
    for (const section of issue.sections) {
      const region = regionOf(section);
      if (!region) continue;
      const { start, end } = section.heading;
      const rank = EVENT_REGIONS.indexOf(region);
      if (before && rank < before.rank) {
        const other = EVENT_REGIONS[before.rank]!;
        report({
          at: { start, end },
          message: `Expected ${REGION_TITLES[region]} before ${REGION_TITLES[other]}`,
          related: [{ start: before.start, end: before.end, message: `${REGION_TITLES[other]} stands here` }],
          fixes: [{ title: 'Put the regions in order', preferred: true, edits: () => orderRegions(issue) }],
        });
      } else {
        before = { rank, start, end };
      }
    }
  },
});
