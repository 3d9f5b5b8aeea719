import { specOfTitle } from '../newsletter/sections/meantHeadings';
import { definePieceRule } from './rule';

/** GitHub forgives up to three blanks before a heading, the site none. */
export default definePieceRule({
  id: 'heading-indented',
  summary: 'Blanks before a heading',
  why: 'On the site a heading begins in the first column; with a blank before it the #s are printed as they stand, and the section is lost.',
  severity: 'error',
  fix: 'always',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'a blank before the #s',
      bad: '## Upcoming Events\n\n ### Europe\n',
      found: ['3:1-12: Expected the heading in the first column, found 1 blank before it'],
      fixes: ['Remove the blanks'],
      good: '## Upcoming Events\n\n### Europe\n',
    },
  ],
  check(piece, report) {
    const { source } = piece;
    const pattern = /^([ \t]+)(#{1,6})[ \t]+(\S[^\r\n]*)/gm;
    for (let match = pattern.exec(source.text); match; match = pattern.exec(source.text)) {
      const start = match.index;
      const hash = start + match[1]!.length;
      if (piece.inComment(hash)) continue;
      // Four blanks make a code block, in which a # may be anything; a known title is a heading all the same.
      const known = specOfTitle(piece.profile, match[3]!);
      if (!known && (piece.inCode(hash) || match[1]!.length > 3 || match[1]!.includes('\t'))) continue;
      if (known && insideFence(source.text, piece.code, hash)) continue;
      report({
        at: { start, end: hash + match[0].slice(match[1]!.length).trimEnd().length },
        message: `Expected the heading in the first column, found ${match[1]!.length} blank${match[1]!.length > 1 ? 's' : ''} before it`,
        fixes: [{ title: 'Remove the blanks', all: true, edits: () => [{ start, end: hash, text: '' }] }],
      });
    }
  },
});

function insideFence(
  text: string,
  code: readonly { readonly start: number; readonly end: number }[],
  offset: number,
): boolean {
  return code.some(
    ({ start, end }) =>
      start <= offset && offset < end && /^(?:`{3}|~{3})/.test(text.slice(start, start + 3)),
  );
}
