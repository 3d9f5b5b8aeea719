import { headingRange, plainTitle } from '../newsletter/sections/bodies';
import { meantHeadings } from '../newsletter/sections/meantHeadings';
import { defineRule } from './rule';

/** Only near misses: a section of the week ("Conference 2026") needs nobody's leave. */
export default defineRule({
  id: 'section-unknown',
  summary: 'A heading that is nearly one of the usual ones',
  why: 'Readers and tools know the sections by their headings; `Libraries` is not `Library`.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'another form of the word',
      bad: '## Updates from Rust Community\n\n### Observation/Thoughts\n\n* [A post](https://example.com/a)\n',
      good: '## Updates from Rust Community\n\n### Observations/Thoughts\n\n* [A post](https://example.com/a)\n',
    },
  ],
  check({ issue, report }) {
    for (const [section, { spec, how }] of meantHeadings(issue)) {
      if (how !== 'similar') continue;
      const title = plainTitle(spec.title);
      report({
        at: headingRange(issue, section),
        message: `Expected a heading of this era, such as "${title}", found "${section.heading.text}"`,
        fixes: [
          {
            title: `Rename to "${title}"`,
            preferred: true,
            edits: () => [
              { ...headingRange(issue, section), text: `${'#'.repeat(spec.level)} ${spec.title}` },
            ],
          },
        ],
      });
    }
  },
});
