import { defineRule } from './rule';

/** The section above and the heading run together in the source. */
export default defineRule({
  id: 'heading-blank-line',
  summary: 'No blank line above a heading',
  why: 'Every issue has one there; without it some readers of Markdown take the heading for part of the list above, and merges of neighbouring sections collide.',
  severity: 'info',
  fix: 'always',
  inTemplate: true,
  examples: [
    {
      title: 'a heading right below an item',
      bad: '### Research\n* [A paper](https://example.com/a)\n### Miscellaneous\n',
      good: '### Research\n* [A paper](https://example.com/a)\n\n### Miscellaneous\n',
    },
  ],
  check({ issue, report }) {
    const { source } = issue;
    for (const { start, end, setext } of issue.headings) {
      const line = source.lineAt(start);
      if (setext || line.number === 0 || line.start !== start) continue;
      if (source.text[start] !== '#') continue;
      const above = source.lineText(line.number - 1);
      // Headings under one another are fine: `#### Tracking Issues & PRs` and its first group.
      if (above.trim() === '' || above.startsWith('#')) continue;
      // `#122010` in a wrapped paragraph is no heading that wants room, see `accidental-heading`.
      if (/^#+[^#\s]/.test(source.text.slice(start, start + 8))) continue;
      report({
        at: { start, end },
        message: 'Expected a blank line above the heading, found none',
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
