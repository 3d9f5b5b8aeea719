import { mergedDefinition, mergedRange, missingTerm, rangeIn } from '../newsletter/sections/merged';
import { definePieceRule } from './rule';

/** The search for merged pull requests covers the week up to the day before the issue. */
export default definePieceRule({
  id: 'merged-window',
  summary: 'The search for merged pull requests covers other days than the last week',
  why: 'The address is copied from the issue before; without new dates it leads to the week before.',
  severity: 'error',
  fix: 'never',
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'the days of the week before',
      bad: '## Updates from the Rust Project\n\n400 pull requests were [merged in the last week][merged]\n\n[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-10..2026-02-17\n',
      found: [
        '5:84-106: The search covers 2026-02-10..2026-02-17; the days of this issue are 2026-02-17..2026-02-24',
      ],
      fixes: ['Set the days to 2026-02-17..2026-02-24'],
      good: '## Updates from the Rust Project\n\n400 pull requests were [merged in the last week][merged]\n\n[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-17..2026-02-24\n',
    },
  ],
  check(piece, report) {
    const definitions = piece.definitions.filter(({ label }) => label === 'merged');
    const expected = definitions.length > 0 && mergedRange(piece.date);
    if (!expected) return;
    for (const definition of definitions) {
      const range = rangeIn(definition.url);
      const missing = missingTerm(definition.url);
      if (range?.text === expected && missing !== undefined) {
        report({
          at: definition.urlRange,
          message: `The search is not limited to “${missing}”`,
          fixes: [
            {
              title: 'Write the usual search',
              preferred: true,
              edits: () => [
                {
                  start: definition.start,
                  end: definition.urlRange.end,
                  text: mergedDefinition(piece.date)!,
                },
              ],
            },
          ],
        });
      }
      if (range?.text === expected) continue;
      const at = range
        ? { start: definition.urlRange.start + range.start, end: definition.urlRange.start + range.end }
        : definition.urlRange;
      report({
        at,
        message: range?.text
          ? `The search covers ${range.text}; the days of this issue are ${expected}`
          : `The search has no days; those of this issue are ${expected}`,
        fixes: range
          ? [
              {
                title: `Set the days to ${expected}`,
                preferred: true,
                edits: () => [{ ...at, text: expected }],
              },
            ]
          : [],
      });
    }
  },
});
