import { linkKey } from '../newsletter/links/keys';
import { append, inCommunity, titleOf } from '../newsletter/links/links';
import { readPrefix } from '../newsletter/markers/prefix';
import { defineIssueRule, type Fact, type Placed } from './rule';

const LISTS: ReadonlySet<string> = new Set(['cft', 'cfp', 'project', 'fcp', 'new-rfcs', 'approved-rfcs']);

/** One title over two addresses of a list. */
export default defineIssueRule({
  id: 'link-title-repeated',
  summary: 'Two items of a list have the same title but different links',
  why: 'Either both are the same news, or the title was copied from its neighbour.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'a title twice',
      bad: '## Updates from Rust Community\n\n* [Parsing in Rust](https://example.com/a)\n* [Parsing in Rust](https://example.com/b)\n',
      found: ['4:3-43: The same title appears above with another link'],
      good: '## Updates from Rust Community\n\n* [Parsing in Rust](https://example.com/a)\n* [Printing in Rust](https://example.com/b)\n',
    },
  ],
  facts: (piece) =>
    piece.items.flatMap((item): Titled[] => {
      const prefix = readPrefix(piece, item);
      if (prefix?.link.kind !== 'inline' || prefix.link.url === '') return [];
      const list = inCommunity(piece, item.start)
        ? 'community'
        : (item.section?.spec?.key.split('/')[0] ?? '');
      if (list !== 'community' && !LISTS.has(list)) return [];
      const title = titleOf(prefix.link)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (!title.includes(' ')) return [];
      // A talk and the text of it may share their title.
      const medium =
        prefix.words.find(({ marker }) => marker === 'video' || marker === 'audio')?.marker ?? '';
      const { start, end, url } = prefix.link;
      return [{ at: { start, end }, title: `${list} ${medium} ${title}`, link: linkKey(url) }];
    }),
  check(_, links: readonly Placed<Titled>[], report) {
    const seen = new Map<string, Placed<Titled>[]>();
    for (const link of links) append(seen, link.title, link);
    for (const [first, ...others] of seen.values()) {
      for (const other of others) {
        if (!first || other.link === first.link) continue;
        report({
          at: other.at,
          message: 'The same title appears above with another link',
          related: [{ at: first.at, message: 'The same title' }],
        });
      }
    }
  },
});

/** The first link of an item. */
interface Titled extends Fact {
  /** List, medium and the words of the title. */
  readonly title: string;
  /** Key of the address. */
  readonly link: string;
}
