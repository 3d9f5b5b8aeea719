import type { IssueDigest } from '../newsletter/archive/digest';
import { linkKey } from '../newsletter/links/keys';
import { inCommunity } from '../newsletter/links/links';
import { readPrefix } from '../newsletter/markers/prefix';
import { appendTo } from '../text/lists';
import { defineIssueRule, type Fact, type Placed } from './rule';

const LISTS: ReadonlySet<string> = new Set(['cft', 'cfp', 'project', 'fcp', 'new-rfcs', 'approved-rfcs']);

/** One title over two addresses of a list. */
export default defineIssueRule({
  id: 'link-title-repeated',
  goesBy: ['archive'],
  summary: 'Two items have the same title but different links',
  why: 'Either both are the same news, or the title was copied from its neighbor.',
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
    {
      title: 'the title of an earlier post',
      earlier:
        'Date: 2026-02-18\n\n## Updates from Rust Community\n\n* [Parsing in Rust](https://example.com/a)\n',
      bad: '## Updates from Rust Community\n\n* [Parsing in Rust](https://example.com/b)\n',
      found: ['3:3-43: This was the title of another page of the site in the issue of 2026-02-18'],
      good: '## Updates from Rust Community\n\n* [Parsing in Rust, part 2](https://example.com/b)\n',
    },
  ],
  facts: (piece) =>
    piece.items.flatMap((item): Titled[] => {
      const prefix = readPrefix(piece, item);
      if (prefix?.link.kind !== 'inline' || prefix.link.url === '') return [];
      const list = inCommunity(piece, item.start)
        ? 'community'
        : (piece.sectionAt(item.start)?.spec?.key.split('/')[0] ?? '');
      if (list !== 'community' && !LISTS.has(list)) return [];
      const title = wordsOf(prefix.link.title);
      if (!title.includes(' ')) return [];
      // A talk and the text of it may share their title.
      const medium =
        prefix.words.find(({ marker }) => marker === 'video' || marker === 'audio')?.marker ?? '';
      const { start, end, url } = prefix.link;
      const name = list === 'community' ? title : '';
      return [{ at: { start, end }, title: `${list} ${medium} ${title}`, name, link: piece.keys.link(url) }];
    }),
  check({ archive }, links: readonly Placed<Titled>[], report) {
    const recent = archive?.issues.slice(0, RECENT_ISSUES).map((issue) => ({
      issue,
      titles: archive.answer(issue, titlesOf, () => titlesOf(issue)),
    }));
    for (const link of links) {
      const { issue, titles } = recent?.find(({ titles }) => titles.has(link.name)) ?? {};
      const before = titles?.get(link.name);
      if (!issue || !before) continue;
      const key = linkKey(before.url);
      if (key === link.link || hostOf(key) !== hostOf(link.link)) continue;
      const { start, end } = before;
      report({
        at: link.at,
        message: `This was the title of another page of the site in the issue of ${issue.date}`,
        related: [{ uri: issue.uri, start, end, message: 'The same title' }],
      });
    }
    const seen = new Map<string, Placed<Titled>[]>();
    for (const link of links) appendTo(seen, link.title, link);
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
  /** The words of the title in the community section; empty elsewhere. */
  readonly name: string;
  /** Key of the address. */
  readonly link: string;
}

function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many issues back a title is looked for: half a year, after which reports may come again under the same one. */
const RECENT_ISSUES = 25;
/** Titles of fewer words come again, as those of series. */
const WORDS = 3;

/** The first link that each title stood over in the community section of an earlier issue. */
function titlesOf({ links }: IssueDigest): ReadonlyMap<string, IssueDigest['links'][number]> {
  const titles = new Map<string, IssueDigest['links'][number]>();
  for (const link of links) {
    const name = wordsOf(link.title);
    if (name.split(' ').length >= WORDS && !titles.has(name)) titles.set(name, link);
  }
  return titles;
}

function hostOf(key: string): string {
  return key.split('/')[2] ?? '';
}
