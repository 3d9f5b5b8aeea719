import { inCommunity } from '../newsletter/links/links';
import { definePieceRule } from './rule';

/** A blank before a sign that follows its word in English, or two blanks between words. */
const SLIP = /(?<=\S)(?: +(?=[:;,](?: |$))| {2,}(?=\S))/g;

/** Titles pasted from pages that set them in another way. */
export default definePieceRule({
  id: 'link-title-spacing',
  summary: 'Surplus blanks inside a title',
  why: 'Two blanks in a row and a blank before a colon are left over from where the title was copied.',
  severity: 'info',
  fix: 'always',
  tags: ['title'],
  examples: [
    {
      title: 'a blank before the colon',
      bad: '## Updates from Rust Community\n\n* [Indexing in Rust : a second look](https://example.com/a)\n',
      found: ['3:20-21: Unexpected blank before the sign'],
      fixes: ['Remove the surplus blanks'],
      good: '## Updates from Rust Community\n\n* [Indexing in Rust: a second look](https://example.com/a)\n',
    },
    {
      title: 'two blanks',
      bad: '## Updates from Rust Community\n\n* [Indexing  in Rust](https://example.com/a)\n',
      found: ['3:12-14 hint: Expected one blank, found 2'],
      fixes: ['Remove the surplus blanks'],
      good: '## Updates from Rust Community\n\n* [Indexing in Rust](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const link of piece.links) {
      if (!inCommunity(piece, link.start)) continue;
      for (const match of piece.source.slice(link.textRange).matchAll(SLIP)) {
        const start = link.textRange.start + match.index;
        const end = start + match[0].length;
        if (piece.inCode(start)) continue;
        const between = /[:;,]/.test(piece.source.text[end] ?? '') ? '' : ' ';
        report({
          at: { start, end },
          ...(between === '' ? {} : { severity: 'hint' as const }),
          message:
            between === '' ? 'Unexpected blank before the sign' : `Expected one blank, found ${end - start}`,
          fixes: [
            { title: 'Remove the surplus blanks', all: true, edits: () => [{ start, end, text: between }] },
          ],
        });
      }
    }
  },
});
