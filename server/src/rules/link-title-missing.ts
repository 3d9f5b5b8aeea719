import { contains } from '../text/sourceText';
import { definePieceRule } from './rule';

/** Links that nobody can see or click. */
export default definePieceRule({
  id: 'link-title-missing',
  summary: 'A link has no title',
  why: 'A link without a title is invisible on the site.',
  severity: 'error',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'empty brackets',
      bad: '* [](https://example.com/post)\n',
      found: ['1:3-31: There is no title between the brackets'],
      fixes: ['Fill in the title'],
      good: '* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    const images = piece.links.filter(({ kind }) => kind === 'image');
    for (const link of piece.links) {
      if (link.kind !== 'inline' || link.url === '' || link.text.replace(/[*_`\s]/g, '') !== '') continue;
      if (images.some((image) => contains(link, image))) continue;
      if (piece.html.some((html) => contains(link.textRange, html))) continue;
      report({
        at: { start: link.start, end: link.end },
        message: 'There is no title between the brackets',
        fixes: [
          {
            title: 'Fill in the title',
            snippet: true,
            edits: () => [{ start: link.textRange.start, end: link.textRange.end, text: '$1' }],
          },
        ],
      });
    }
  },
});
