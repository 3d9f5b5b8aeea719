import { definePieceRule } from './rule';

/** Nothing, the top of the page itself, or a scheme alone. */
const NOWHERE = /^(?:#|(?:https?:)?\/{0,3})$/i;

/** Links whose address was never filled in. */
export default definePieceRule({
  id: 'link-empty',
  summary: 'A link has no address',
  why: 'Clicking it only loads the newsletter again.',
  severity: 'error',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-address', 'link-form', 'placeholder-blank'],
  examples: [
    {
      title: 'empty parentheses',
      bad: "This week's crate is [example](), a crate.\n",
      found: ['1:22-33: The link “example” has no address'],
      fixes: ['Fill in the address'],
      good: "This week's crate is [example](https://example.com), a crate.\n",
    },
  ],
  check(piece, report) {
    for (const link of piece.links) {
      if (link.kind === 'reference' || !NOWHERE.test(link.url)) continue;
      const title = link.text.trim();
      report({
        at: { start: link.start, end: link.end },
        message: title
          ? `The link “${title}” has no address`
          : 'This link has neither a title nor an address',
        fixes: [
          {
            title: 'Fill in the address',
            snippet: true,
            edits: () => [{ start: link.urlRange.start, end: link.urlRange.end, text: 'https://$1' }],
          },
        ],
      });
    }
  },
});
