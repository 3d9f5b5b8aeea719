import { REGION_TITLES } from '../newsletter/events/eventMoves';
import { EVENT_REGIONS, regionOf } from '../newsletter/events/meaning';
import { orderRegions } from '../newsletter/events/regionOrder';
import type { Issue } from '../newsletter/issue/issue';
import type { Edit } from '../text/edits';
import { defineIssueRule, type Place } from './rule';

export default defineIssueRule({
  id: 'event-region-order',
  goesBy: ['outline'],
  summary:
    'The regions of Upcoming Events are in another order than Virtual, Africa, Asia, Europe, North America, Oceania, South America',
  why: 'The regions are in the same order every week.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'Europe before Asia',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Asia\n* 2026-03-04 | Osaka, JP | [Rust Osaka](https://example.com/osaka)\n    * [**Talks**](https://example.com/osaka/1)\n',
      found: ['7:1-9: Asia belongs before Europe'],
      fixes: ['Put the regions in order'],
      good: '## Upcoming Events\n\n### Asia\n* 2026-03-04 | Osaka, JP | [Rust Osaka](https://example.com/osaka)\n    * [**Talks**](https://example.com/osaka/1)\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: () => [],
  check({ sections }, _, report) {
    // All findings have the same fix, which is worked out once.
    const known = new WeakMap<Issue, Edit[]>();
    const inOrder = (issue: Issue) => {
      const edits = known.get(issue) ?? orderRegions(issue);
      known.set(issue, edits);
      return edits;
    };
    let before: { rank: number; heading: Place } | undefined;
    for (const section of sections) {
      const region = regionOf(section);
      if (!region) continue;
      const { heading } = section;
      const rank = EVENT_REGIONS.indexOf(region);
      if (!before || rank >= before.rank) {
        before = { rank, heading };
        continue;
      }
      const other = REGION_TITLES[EVENT_REGIONS[before.rank]!];
      report({
        at: heading,
        message: `${REGION_TITLES[region]} belongs before ${other}`,
        related: [{ at: before.heading, message: `${other} is here` }],
        fixes: (issue) => [
          { title: 'Put the regions in order', preferred: true, edits: () => inOrder(issue) },
        ],
      });
    }
  },
});
