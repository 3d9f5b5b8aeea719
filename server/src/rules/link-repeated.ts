import type { Item } from '../newsletter/issue/items';
import { append, inCommunity, titleOf, wholeItem } from '../newsletter/links/links';
import { linkKey } from '../newsletter/links/url';
import { defineRule } from './rule';

/** Lists in which an address stands once. An RFC may be new and in its final comment period at the same time. */
const LISTS: ReadonlySet<string> = new Set(['cft', 'cfp', 'project', 'approved-rfcs', 'fcp', 'new-rfcs']);

/** The same address in two items of a list outside the community section. */
export default defineRule({
  id: 'link-repeated',
  summary: 'Two items outside the community section have the same link',
  why: 'Either the item is there twice, or an address was copied from its neighbour and leads to the wrong page.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'two tasks with one address',
      bad: '## Call for Participation; projects and speakers\n### CFP - Projects\n* [example - One task](https://example.com/1)\n* [example - Another task](https://example.com/1)\n',
      good: '## Call for Participation; projects and speakers\n### CFP - Projects\n* [example - One task](https://example.com/1)\n* [example - Another task](https://example.com/2)\n',
    },
  ],
  check({ issue, report }) {
    const seen = new Map<string, Item[]>();
    for (const item of issue.items) {
      const link = item.links[0];
      const list = inCommunity(issue, item.start) ? 'cfp' : (item.section?.spec?.key.split('/')[0] ?? '');
      // A task looking for participants is no news as well: community items count for that list.
      if (link?.kind !== 'inline' || link.url === '' || !LISTS.has(list)) continue;
      append(seen, `${list} ${linkKey(link.url)}`, item);
    }
    for (const same of seen.values()) {
      // Within the community section `link-duplicate` speaks.
      if (same.length < 2 || same.every((item) => inCommunity(issue, item.start))) continue;
      for (const [index, item] of same.entries()) {
        const link = item.links[0]!;
        const other = same[index === 0 ? 1 : 0]!;
        const otherLink = other.links[0]!;
        const gone = wholeItem(issue, item);
        report({
          at: { start: link.start, end: link.end },
          message: `The same link stands in line ${issue.source.lineNumberAt(other.start) + 1}: "${titleOf(otherLink)}"`,
          related: [{ start: otherLink.start, end: otherLink.end, message: 'The same link' }],
          fixes: [{ title: 'Delete this item', edits: () => [{ ...gone, text: '' }] }],
          ...(index === 0 ? { severity: 'info' as const } : {}),
        });
      }
    }
  },
});
