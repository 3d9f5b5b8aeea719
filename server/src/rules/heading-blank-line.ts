import { kindOfLine } from '../newsletter/issue/edges';
import { definePieceRule } from './rule';

/** The section above and the heading run together in the source. */
export default definePieceRule({
  id: 'heading-blank-line',
  summary: 'No blank line above a heading',
  why: 'Every issue has one there; without it some readers of Markdown take the heading for part of the list above, and merges of neighboring sections collide.',
  severity: 'info',
  fix: 'always',
  tags: ['layout'],
  inTemplate: true,
  examples: [
    {
      title: 'a heading right below an item',
      bad: '### Research\n* [A paper](https://example.com/a)\n### Miscellaneous\n',
      found: ['3:1-18: There is no blank line above this heading'],
      fixes: ['Insert a blank line'],
      good: '### Research\n* [A paper](https://example.com/a)\n\n### Miscellaneous\n',
    },
  ],
  check(piece, report) {
    const { source } = piece;
    for (const { start, end, setext } of piece.headings) {
      const line = source.lineAt(start);
      if (setext || line.start !== start) continue;
      if (source.text[start] !== '#') continue;
      // Headings under one another are fine: `#### Tracking Issues & PRs` and its first group.
      const above = line.number === 0 ? piece.lineAbove : kindOfLine(source.lineText(line.number - 1));
      if (above !== 'text') continue;
      // `#122010` in a wrapped paragraph is no heading that wants room, see `accidental-heading`.
      if (/^#+[^#\s]/.test(source.text.slice(start, start + 8))) continue;
      report({
        at: { start, end },
        message: 'There is no blank line above this heading',
        fixes: [
          {
            title: 'Insert a blank line',
            all: true,
            edits: () => [{ start: line.start, end: line.start, text: '\n' }],
          },
        ],
      });
    }
  },
});
