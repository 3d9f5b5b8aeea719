import { headingRange, isUsualLevel } from '../newsletter/sections/bodies';
import { plainTitle } from '../newsletter/sections/titles';
import { definePieceRule } from './rule';

/** A `#` too many or too few on a heading that is known. */
export default definePieceRule({
  id: 'heading-level',
  summary: 'A known heading at another level than usual',
  why: 'The table of contents and the email follow the levels: `# Oceania` takes the rest of the events out of Upcoming Events.',
  severity: 'warning',
  fix: 'always',
  examples: [
    {
      title: 'a region as a main section',
      bad: '## Upcoming Events\n\n### Europe\n\n# Oceania\n',
      found: ['5:1-10: “Oceania” is a heading with ###, not with #'],
      fixes: ['Write ###'],
      good: '## Upcoming Events\n\n### Europe\n\n### Oceania\n',
    },
  ],
  check(piece, report) {
    for (const section of piece.sections) {
      const { spec, slip, heading } = section;
      // With the right title comes the right level.
      if (!spec || slip || heading.setext) continue;
      if (isUsualLevel(spec, heading.level, piece.date)) continue;
      const { start } = heading;
      // The marks of a heading that is known; more than six of them, too.
      const hashes = /^#*/.exec(piece.source.text.slice(start, start + 7))![0].length;
      if (hashes === 0) continue;
      report({
        at: headingRange(piece, section),
        message: `“${plainTitle(spec.title)}” is a heading with ${'#'.repeat(spec.level)}, not with ${'#'.repeat(hashes)}`,
        fixes: [
          {
            title: `Write ${'#'.repeat(spec.level)}`,
            all: true,
            edits: () => [{ start, end: start + hashes, text: '#'.repeat(spec.level) }],
          },
        ],
      });
    }
  },
});
