import { inCommunity, inOneVersion, wholeItem } from '../newsletter/links/links';
import { pullKey } from '../newsletter/links/pulls';
import { appendTo } from '../text/lists';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** Lists in which an address stands once; that below Quote of the Week names the editors. An RFC may be new and in its final comment period at the same time. */
const LISTS: ReadonlySet<string> = new Set([
  'cft',
  'cfp',
  'project',
  'approved-rfcs',
  'fcp',
  'new-rfcs',
  'qotw',
]);

/** In so many issues before nothing is listed that was merged since. */
const LATEST = 2;

/** The same address in two items of a list outside the community section. */
export default defineIssueRule({
  id: 'link-repeated',
  goesBy: ['sections', 'archive'],
  summary: 'Two items outside the community section have the same link',
  why: 'Either the item is there twice, or an address was copied from its neighbor and leads to the wrong page.',
  severity: 'warning',
  fix: 'sometimes',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'two tasks with one address',
      bad: '## Call for Participation; projects and speakers\n### CFP - Projects\n* [example - One task](https://example.com/1)\n* [example - Another task](https://example.com/1)\n',
      found: [
        '3:3-46 info: The same link appears below, too: “example - Another task”',
        '4:3-50: The same link appears above, too: “example - One task”',
      ],
      fixes: ['Delete this item'],
      good: '## Call for Participation; projects and speakers\n### CFP - Projects\n* [example - One task](https://example.com/1)\n* [example - Another task](https://example.com/2)\n',
    },
    {
      title: 'a task twice',
      bad: '## Call for Participation; projects and speakers\n### CFP - Projects\n* [example - One task](https://example.com/1)\n* [example - One task](https://example.com/1)\n',
      found: [
        '3:3-46 info: The same link appears below, too: “example - One task”',
        '4:3-46: The same link appears above, too: “example - One task”',
      ],
      fixes: ['Delete this item'],
      good: '## Call for Participation; projects and speakers\n### CFP - Projects\n* [example - One task](https://example.com/1)\n',
    },
  ],
  facts: (piece) =>
    piece.items.flatMap((item): ListedLink[] => {
      const link = item.links[0];
      if (link?.kind !== 'inline' || link.url === '') return [];
      const inSection = inCommunity(piece, item.start);
      const spec = piece.sectionAt(item.start)?.spec;
      // A task looking for participants is no news as well: community items count for that list, and so does what
      // stands under a heading that no issue has.
      const list = inSection || !spec ? 'cfp' : spec.key.split('/')[0]!;
      if (!LISTS.has(list)) return [];
      return [
        {
          at: { start: link.start, end: link.end },
          key: `${list} ${piece.keys.link(link.url)}`,
          title: link.title,
          pull: list === 'project' ? pullKey(link.url) : undefined,
          inCommunity: inSection,
          text: item.children.length > 0 ? undefined : piece.source.slice(wholeItem(piece, item)).trim(),
          places: { whole: wholeItem(piece, item) },
        },
      ];
    }),
  check({ archive }, links: readonly Placed<ListedLink>[], report) {
    for (const { date, pulls } of archive?.issues.slice(0, LATEST) ?? []) {
      const listed = new Set(pulls);
      for (const { at, pull, places } of links) {
        if (pull === undefined || !listed.has(pull)) continue;
        report({
          at,
          severity: 'info',
          message: `The issue of ${date} listed this pull request already`,
          fixes: (_, now) => [
            { title: 'Delete this item', edits: () => [{ ...now(places.whole), text: '' }] },
          ],
        });
      }
    }
    const seen = new Map<string, Placed<ListedLink>[]>();
    for (const link of links) appendTo(seen, link.key, link);
    for (const same of seen.values()) {
      // Within the community section `link-duplicate` speaks.
      if (same.length < 2 || same.every((link) => link.inCommunity)) continue;
      const texts = new Map<string, Placed<ListedLink>>();
      for (const [index, link] of same.entries()) {
        const other = same[index === 0 ? 1 : 0]!;
        const { whole } = link.places;
        // Of the very same item in one list, whichever goes leaves the same text.
        const text = `${link.section?.index} ${link.text}`;
        const copy = link.text === undefined ? undefined : texts.get(text)?.places.whole;
        texts.set(text, link);
        report({
          at: link.at,
          message: `The same link appears ${index === 0 ? 'below' : 'above'}, too: “${other.title}”`,
          related: [{ at: other.at, message: 'The same link' }],
          fixes: ({ source }, at) => [
            {
              title: 'Delete this item',
              ...(copy && inOneVersion(source, at(copy), at(whole)) ? { all: true } : {}),
              edits: () => [{ ...at(whole), text: '' }],
            },
          ],
          ...(index === 0 ? { severity: 'info' as const } : {}),
        });
      }
    }
  },
});

/** The first link of an item. `whole` are the lines of the item, `text` what they say if nothing is nested in it. */
interface ListedLink extends Fact {
  /** List and address. */
  readonly key: string;
  readonly title: string;
  /** The pull request that an item of the project leads to. */
  readonly pull: string | undefined;
  readonly inCommunity: boolean;
  readonly text: string | undefined;
  readonly places: { readonly whole: Range };
}
