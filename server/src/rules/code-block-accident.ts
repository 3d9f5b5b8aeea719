import { startsLikeEntry } from '../newsletter/issue/entries';
import type { SiteLine } from '../newsletter/issue/lines';
import { smallest } from '../text/lists';
import { definePieceRule } from './rule';

/** docs/newsletter.md#code-by-indentation */
export default definePieceRule({
  id: 'code-block-accident',
  summary: 'A list indented by four spaces or a tab, without an item above it',
  why: 'The site shows such lines as code: asterisks, brackets and addresses instead of links.',
  severity: 'error',
  fix: 'never',
  tags: ['changesSite'],
  inTemplate: true,
  examples: [
    {
      title: 'an indented first item',
      bad: '### Official\n    * [A post](https://example.com/a)\n',
      found: ['2:5-38: This list is indented by 4 spaces: the site shows it as code'],
      fixes: ['Move the list to the margin'],
      good: '### Official\n* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    for (let n = 0; n < lines.length; n += 1) {
      if (lines[n]!.lost !== 'code') continue;
      const run: SiteLine[] = [];
      while (lines[n]?.lost === 'code') run.push(lines[n++]!);
      const entry = run.find(
        (line) => line.kind === 'item' || startsLikeEntry(source.text.slice(line.first, line.end)),
      );
      if (!entry) continue;
      const surplus = smallest(run.map((line) => line.first - line.start));
      report({
        at: { start: entry.first, end: entry.end },
        message: `This list is indented by ${entry.indent} spaces: the site shows it as code`,
        fixes: [
          {
            title: 'Move the list to the margin',
            preferred: true,
            edits: () => run.map((line) => ({ start: line.start, end: line.start + surplus, text: '' })),
          },
        ],
      });
    }
  },
});
