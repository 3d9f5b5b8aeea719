import { inCommunity } from '../newsletter/links/links';
import { definePieceRule } from './rule';

/** Addresses where readers expect a title. */
export default definePieceRule({
  id: 'link-title-url',
  in: ['community', 'events'],
  summary: 'The title of a link is an address',
  why: 'An address tells readers little about a page; the title of the page does.',
  severity: 'warning',
  fix: 'never',
  tags: ['title'],
  yieldsTo: ['link-address'],
  examples: [
    {
      title: 'an address as title',
      bad: '## Updates from Rust Community\n\n* [https://example.com/post](https://example.com/post)\n',
      found: ['3:4-28: The title is an address: use the title of the page'],
      fixes: ['Fill in the title'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    for (const link of piece.links) {
      if (link.kind !== 'inline' && link.kind !== 'autolink') continue;
      if (!/^(?:https?:\/\/|www\.)\S+$/i.test(link.title)) continue;
      if (!inCommunity(piece, link.start) && !piece.events.some(({ title }) => title?.links.includes(link)))
        continue;
      report({
        at: link.textRange,
        message: 'The title is an address: use the title of the page',
        fixes:
          link.kind === 'inline'
            ? [
                {
                  title: 'Fill in the title',
                  snippet: true,
                  edits: () => [{ start: link.textRange.start, end: link.textRange.end, text: '$1' }],
                },
              ]
            : [],
      });
    }
  },
});
