import type { SiteLine } from '../newsletter/issue/lines';
import { opening } from '../text/opening';
import { definePieceRule } from './rule';

/** docs/newsletter.md#blank-lines-between-items */
export default definePieceRule({
  id: 'list-blank-line-inside',
  summary: 'A blank line between two items of a list',
  why: 'The site sets the items around a blank line as paragraphs, so one list gets two kinds of spacing (#8430, #8612).',
  severity: 'info',
  fix: 'always',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'a blank line between items',
      bad: '* [A post](https://example.com/a)\n\n* [Another](https://example.com/b)\n',
      found: ['2:1-1: Expected the next item, found a blank line above “* [Another](https://example.co…”'],
      fixes: ['Remove the blank line'],
      good: '* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    let above: SiteLine | undefined;
    for (const line of lines) {
      if (line.kind === 'blank') continue;
      const last = above;
      above = line;
      if (!last || line.number === last.number + 1) continue;
      if (!isItem(line) || !isItem(lines[last.head]!) || last.kind === 'quote') continue;
      const start = source.line(last.number + 1).start;
      report({
        at: { start, end: source.line(line.number - 1).end },
        message: `Expected the next item, found a blank line above ${opening(source, line)}`,
        unnecessary: true,
        fixes: [
          {
            title: 'Remove the blank line',
            all: true,
            edits: () => [{ start, end: line.start, text: '' }],
          },
        ],
      });
    }
  },
});

function isItem(line: SiteLine): boolean {
  return line.kind === 'item' && line.depth !== undefined && line.bullet !== '1';
}
