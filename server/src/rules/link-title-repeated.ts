import type { Item } from '../newsletter/issue/items';
import { append, inCommunity, titleOf } from '../newsletter/links/links';
import { linkKey } from '../newsletter/links/url';
import { readPrefix } from '../newsletter/markers/prefix';
import { defineRule } from './rule';

const LISTS: ReadonlySet<string> = new Set(['cft', 'cfp', 'project', 'fcp', 'new-rfcs', 'approved-rfcs']);

/** One title over two addresses of a list. */
export default defineRule({
  id: 'link-title-repeated',
  summary: 'Two items of a list have the same title but different links',
  why: 'Either both are the same news, or the title was copied from its neighbour.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'a title twice',
      bad: '## Updates from Rust Community\n\n* [Parsing in Rust](https://example.com/a)\n* [Parsing in Rust](https://example.com/b)\n',
      good: '## Updates from Rust Community\n\n* [Parsing in Rust](https://example.com/a)\n* [Printing in Rust](https://example.com/b)\n',
    },
  ],
  check({ issue, report }) {
    const seen = new Map<string, Item[]>();
    for (const item of issue.items) {
      const prefix = readPrefix(issue, item);
      if (prefix?.link.kind !== 'inline' || prefix.link.url === '') continue;
      const list = inCommunity(issue, item.start)
        ? 'community'
        : (item.section?.spec?.key.split('/')[0] ?? '');
      if (list !== 'community' && !LISTS.has(list)) continue;
      const title = titleOf(prefix.link)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (!title.includes(' ')) continue;
      // A talk and the text of it may share their title.
      const medium =
        prefix.words.find(({ marker }) => marker === 'video' || marker === 'audio')?.marker ?? '';
      append(seen, `${list} ${medium} ${title}`, item);
    }
    for (const [first, ...others] of seen.values()) {
      const firstLink = first?.links[0];
      if (!firstLink) continue;
      for (const { links } of others) {
        const link = links[0]!;
        if (linkKey(link.url) === linkKey(firstLink.url)) continue;
        report({
          at: { start: link.start, end: link.end },
          message: `The same title stands in line ${issue.source.lineNumberAt(firstLink.start) + 1} with another link`,
          related: [{ start: firstLink.start, end: firstLink.end, message: 'The same title' }],
        });
      }
    }
  },
});
