import { escapeParentheses } from '../newsletter/links/parentheses';
import { definePieceRule } from './rule';

/** Parentheses inside an address: Markdown ends the address at the wrong one sooner or later (issue 587). */
export default definePieceRule({
  id: 'link-parentheses',
  summary: 'An address has parentheses',
  why: 'Parentheses end an address in Markdown; programs disagree on how many belong to it. Escaped they are safe everywhere.',
  severity: 'warning',
  fix: 'always',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-address'],
  examples: [
    {
      title: 'parentheses in a path',
      bad: '* [An article](https://example.com/wiki/Rust_(language))\n',
      found: ['1:46-56: This address has parentheses: escaped, as %28 and %29, they are safe everywhere'],
      fixes: ['Escape the parentheses'],
      good: '* [An article](https://example.com/wiki/Rust_%28language%29)\n',
    },
  ],
  check(piece, report) {
    for (const { start, end, url, link, web } of piece.webAddresses) {
      // Those around a host are no part of any address.
      if (link?.kind === 'autolink' || web.host.startsWith('(')) continue;
      const found = [...url.matchAll(/[()]/g)];
      const first = found[0];
      if (!first) continue;
      report({
        at: { start: start + first.index, end: Math.min(end, start + found.at(-1)!.index + 1) },
        message: 'This address has parentheses: escaped, as %28 and %29, they are safe everywhere',
        fixes: [
          {
            title: 'Escape the parentheses',
            all: true,
            edits: () => escapeParentheses(piece.source.text, { start, end }),
          },
        ],
      });
    }
  },
});
