import type { Link } from '../newsletter/issue/chunk';
import type { Piece } from '../newsletter/issue/piece';
import { definePieceRule } from './rule';

/** A blank before a sign that follows its word in English, or two blanks between words. */
const SLIP = /(?<=\S)(?: +(?=[:;,](?: |$))| +:(?=\p{L})(?!\w+:)| {2,}(?=\S))/gu;

const WITH_TITLES: ReadonlySet<string> = new Set(['community', 'project', 'cfp']);

/** Titles pasted from pages that set them in another way. */
export default definePieceRule({
  id: 'link-title-spacing',
  in: ['community', 'project', 'cfp'],
  summary: 'A space too many in a title',
  why: 'Two spaces in a row and a space before a colon are left over from where the title was copied.',
  severity: 'info',
  fix: 'always',
  tags: ['title'],
  examples: [
    {
      title: 'a space before the colon',
      bad: '## Updates from Rust Community\n\n* [Indexing in Rust : a second look](https://example.com/a)\n',
      found: ['3:20-21: There is a space before “:”'],
      fixes: ['Remove the space'],
      good: '## Updates from Rust Community\n\n* [Indexing in Rust: a second look](https://example.com/a)\n',
    },
    {
      title: 'a space before the colon and none after it',
      bad: '## Updates from Rust Community\n\n* [Example :A tool](https://example.com/a)\n',
      found: ['3:11-13: There is a space before “:”'],
      fixes: ['Remove the space'],
      good: '## Updates from Rust Community\n\n* [Example: A tool](https://example.com/a)\n',
    },
    {
      title: 'two spaces',
      bad: '## Updates from Rust Community\n\n* [Indexing  in Rust](https://example.com/a)\n',
      found: ['3:12-14: There are 2 spaces in a row'],
      fixes: ['Remove the space'],
      good: '## Updates from Rust Community\n\n* [Indexing in Rust](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const link of piece.links) {
      const main = piece.mainAt(link.start) ?? '';
      if (!WITH_TITLES.has(main)) continue;
      for (const match of piece.source.slice(link.textRange).matchAll(SLIP)) {
        const start = link.textRange.start + match.index;
        const end = start + match[0].length;
        if (piece.inCode(start)) continue;
        // In French there is one before these signs.
        if (
          /^ [:;]?$/.test(match[0]) &&
          /[:;]/.test(piece.source.text[end - 1]! + piece.source.text[end]) &&
          isFrench(piece, link)
        )
          continue;
        // `Name :Rest`
        const glued = match[0].endsWith(':');
        const { text } = piece.source;
        const sign = glued ? ':' : /[:;,]/.test(text[end] ?? '') ? text[end] : '';
        // The project's changes are about signs, too: `treat ; as a terminator`, `instead of : in let`.
        if (
          main === 'project' &&
          (sign === ';' || (sign === ':' && !/^:? ?[A-Z[]/.test(text.slice(end, end + 3))))
        )
          continue;
        const between = glued ? ': ' : sign ? '' : ' ';
        report({
          at: { start, end },
          message:
            sign === '' ? `There are ${end - start} spaces in a row` : `There is a space before “${sign}”`,
          fixes: [{ title: 'Remove the space', all: true, edits: () => [{ start, end, text: between }] }],
        });
      }
    }
  },
});

/** By a marker before the link. */
function isFrench({ source }: Piece, link: Link): boolean {
  return source.slice({ start: source.lineAt(link.start).start, end: link.start }).includes('[FR]');
}
