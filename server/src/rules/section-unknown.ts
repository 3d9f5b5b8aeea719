import { plainTitle } from '../newsletter/sections/bodies';
import { defineIssueRule } from './rule';

/** Only near misses: a section of the week ("Conference 2026") needs nobody's leave. */
export default defineIssueRule({
  id: 'section-unknown',
  goesBy: ['outline'],
  summary: 'A heading that is nearly one of the usual ones',
  why: 'Readers and tools know the sections by their headings; `Libraries` is not `Library`.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'another form of the word',
      bad: '## Updates from Rust Community\n\n### Observation/Thoughts\n\n* [A post](https://example.com/a)\n',
      found: ['3:1-25: “Observation/Thoughts” is not a usual heading; “Observations/Thoughts” is'],
      fixes: ['Rename to “Observations/Thoughts”'],
      good: '## Updates from Rust Community\n\n### Observations/Thoughts\n\n* [A post](https://example.com/a)\n',
    },
  ],
  facts: () => [],
  check({ meant }, _, report) {
    for (const [{ at: heading, text }, { spec, how }] of meant) {
      if (how !== 'similar') continue;
      const title = plainTitle(spec.title);
      report({
        at: heading,
        message: `“${text}” is not a usual heading; “${title}” is`,
        fixes: (_, at) => [
          {
            title: `Rename to “${title}”`,
            preferred: true,
            edits: () => [{ ...at(heading), text: `${'#'.repeat(spec.level)} ${spec.title}` }],
          },
        ],
      });
    }
  },
});
