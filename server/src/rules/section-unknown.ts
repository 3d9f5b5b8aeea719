import { headingRange } from '../newsletter/sections/bodies';
import { plainTitle } from '../newsletter/sections/titles';
import { definePieceRule } from './rule';

/** Only near misses: a section of the week ("Conference 2026") needs nobody's leave. */
export default definePieceRule({
  id: 'section-unknown',
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
  check(piece, report) {
    for (const section of piece.sections) {
      const { spec, slip, heading } = section;
      if (!spec && heading.level === 3 && piece.mainAt(section.start) === 'events')
        report({
          at: headingRange(piece, section),
          message: `“${heading.text}” is not a region; Virtual and the continents are`,
        });
      if (!spec || slip !== 'similar') continue;
      const at = headingRange(piece, section);
      const title = plainTitle(spec.title);
      report({
        at,
        message: `“${heading.text}” is not a usual heading; “${title}” is`,
        fixes: [
          {
            title: `Rename to “${title}”`,
            preferred: true,
            edits: () => [{ ...at, text: `${'#'.repeat(spec.level)} ${spec.title}` }],
          },
        ],
      });
    }
  },
});
