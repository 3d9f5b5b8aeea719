import { inCommunity, titleOf } from '../newsletter/links/links';
import { defineRule } from './rule';

/** Addresses where readers expect a title. */
export default defineRule({
  id: 'link-title-url',
  summary: 'The title of a link is an address',
  why: 'An address tells readers little about a page; the title of the page does.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'an address as title',
      bad: '## Updates from Rust Community\n\n* [https://example.com/post](https://example.com/post)\n',
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
  ],
  check({ issue, report }) {
    for (const link of issue.links) {
      if (link.kind !== 'inline' && link.kind !== 'autolink') continue;
      if (!inCommunity(issue, link.start)) continue;
      if (!/^(?:https?:\/\/|www\.)\S+$/i.test(titleOf(link))) continue;
      report({
        at: link.textRange,
        message: 'Expected the title of the page, found its address',
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
