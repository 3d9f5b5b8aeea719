import { inCommunity, titleOf } from '../newsletter/links/links';
import { wordCount } from '../newsletter/links/titles';
import { definePieceRule } from './rule';

/** Where the site that most submissions are copied from cuts titles. */
const CUT_AT = 58;

/** Titles that a web site cut off (CI, #3243). */
export default definePieceRule({
  id: 'link-title-truncated',
  summary: 'A title is cut off',
  why: 'Sites and chat programs cut long titles; the newsletter has room for the whole one.',
  severity: 'warning',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'cut at seventy characters',
      bad: '## Updates from Rust Community\n\n* [A modular serialization library for everybody who likes types and ...](https://example.com/a)\n',
      found: ['3:70-73: Expected the whole title, found it cut off after 66 characters'],
      good: '## Updates from Rust Community\n\n* [A modular serialization library for everybody who likes types and traits](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const link of piece.links) {
      if (!inCommunity(piece, link.start)) continue;
      const title = titleOf(link);
      const dots = ['…', '...'].find((dots) => title.endsWith(dots));
      if (!dots || wordCount(title) < 2) continue;
      // Short titles end in dots because their authors wanted them to.
      if (title.length < (dots === '…' ? 30 : CUT_AT)) continue;
      const end = link.textRange.end;
      report({
        at: { start: Math.max(link.textRange.start, end - dots.length), end },
        message: `Expected the whole title, found it cut off after ${title.length - dots.length} characters`,
      });
    }
  },
});
