import { strayEnd } from '../newsletter/links/strayEnd';
import { definePieceRule } from './rule';

/** Addresses with something of the text around them at their end. */
export default definePieceRule({
  id: 'link-stray-character',
  summary: 'An address has a character that belongs to the text around it, or to a word processor',
  why: 'With a full stop or a quotation mark too many, an address leads to a missing page.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-address'],
  examples: [
    {
      title: 'a comma',
      bad: '* [A post](https://example.com/post,)\n',
      found: ['1:36-37: “,” does not belong at the end of this address'],
      fixes: ['Remove “,”'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'a quotation mark of another language',
      bad: '* [A post](https://example.com/a›)\n',
      found: ['1:33-34: “›” does not belong at the end of this address'],
      fixes: ['Remove “›”'],
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const { start, end, url } of piece.webAddresses) {
      const dash = url.search(/[–—]/);
      if (dash >= 0) {
        const at = { start: start + dash, end: start + dash + 1 };
        report({
          at,
          message: `Addresses have “-”, not “${url[dash]}”, which word processors make of it`,
          fixes: [{ title: 'Write “-”', preferred: true, edits: () => [{ ...at, text: '-' }] }],
        });
      }
      const kept = strayEnd(url);
      if (kept === url.length) continue;
      const at = { start: start + kept, end };
      report({
        at,
        message: `“${url.slice(kept)}” does not belong at the end of this address`,
        fixes: [
          { title: `Remove “${url.slice(kept)}”`, preferred: true, edits: () => [{ ...at, text: '' }] },
        ],
      });
    }
  },
});
