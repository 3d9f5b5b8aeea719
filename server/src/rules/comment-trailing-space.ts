import { definePieceRule } from './rule';

/** docs/newsletter.md#space-after-a-comment */
export default definePieceRule({
  id: 'comment-trailing-space',
  summary: 'A comment with spaces after it, directly above a list',
  why: 'The space makes the site read the list below as one paragraph, bullets and all (issue 659).',
  severity: 'error',
  fix: 'always',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'a space after the comment',
      bad: '<!-- proposals go here --> \n* [A project - a task](https://example.com/1)\n',
      found: ['1:27-28: The spaces after this comment keep the site from making a list of the lines below'],
      fixes: ['Remove the spaces after the comment'],
      good: '<!-- proposals go here -->\n* [A project - a task](https://example.com/1)\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    for (let n = 1; n < lines.length; n += 1) {
      const comment = lines[n - 1]!;
      const item = lines[n]!;
      if (comment.kind !== 'comment' || item.lost !== 'comment') continue;
      const start = comment.start + source.slice(comment).trimEnd().length;
      report({
        at: { start, end: comment.end },
        message: 'The spaces after this comment keep the site from making a list of the lines below',
        related: [{ start: item.first, end: item.end, message: 'The list below' }],
        fixes: [
          {
            title: 'Remove the spaces after the comment',
            all: true,
            edits: () => [{ start, end: comment.end, text: '' }],
          },
        ],
      });
    }
  },
});
