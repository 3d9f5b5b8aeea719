import type { SiteLine } from '../newsletter/issue/lines';
import type { Piece } from '../newsletter/issue/piece';
import { definePieceRule, type Report } from './rule';

/** docs/newsletter.md#blank-lines-between-items */
export default definePieceRule({
  id: 'list-blank-line-inside',
  summary: 'A blank line between two items of a list',
  why: 'The site makes paragraphs of the items around a blank line, so one list gets two kinds of spacing (#8430, #8612).',
  severity: 'info',
  fix: 'always',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'a blank line between items',
      bad: '* [A post](https://example.com/a)\n\n* [Another](https://example.com/b)\n',
      found: ['2:1-1: There is a blank line between two items of this list'],
      fixes: ['Remove the blank line'],
      good: '* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n',
    },
    {
      title: 'blank lines beside a comment',
      bad: '* [A post](https://example.com/a)\n\n<!-- to be sorted -->\n\n* [Another](https://example.com/b)\n',
      found: ['2:1-1: There is a blank line beside a comment in this list'],
      fixes: ['Remove the blank lines'],
      good: '* [A post](https://example.com/a)\n<!-- to be sorted -->\n* [Another](https://example.com/b)\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    let above: SiteLine | undefined;
    let comments: SiteLine[] = [];
    for (const line of lines) {
      if (line.kind === 'blank') continue;
      // The list goes on below a comment.
      if (line.kind === 'comment' && above) {
        comments.push(line);
        continue;
      }
      const last = above;
      const between = comments;
      above = line;
      comments = [];
      if (!last || line.number === last.number + 1 + between.length) continue;
      if (!isItem(line) || !isItem(lines[last.head]!) || last.kind === 'quote') continue;
      if (between.length > 0) {
        report(besideComment(piece, [last, ...between, line]));
        continue;
      }
      const start = source.line(last.number + 1).start;
      report({
        at: { start, end: source.line(line.number - 1).end },
        message: 'There is a blank line between two items of this list',
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

/** @param written the items and the comments between them, without the blank lines */
function besideComment({ source }: Piece, written: readonly SiteLine[]): Report {
  const gaps = written.slice(1).flatMap((line, n) => {
    const above = written[n]!;
    return line.number > above.number + 1 ? [{ above, line }] : [];
  });
  const [first] = gaps;
  return {
    at: { start: source.line(first!.above.number + 1).start, end: source.line(first!.line.number - 1).end },
    message: 'There is a blank line beside a comment in this list',
    unnecessary: true,
    fixes: [
      {
        title: 'Remove the blank lines',
        all: true,
        edits: () =>
          gaps.map(({ above, line }) => ({
            start: source.line(above.number + 1).start,
            end: source.line(line.number).start,
            text: '',
          })),
      },
    ],
  };
}

function isItem(line: SiteLine): boolean {
  return line.kind === 'item' && line.depth !== undefined && line.bullet !== '1';
}
