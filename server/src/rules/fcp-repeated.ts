import { linkKey } from '../newsletter/links/keys';
import { wholeItem } from '../newsletter/links/links';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** What entered its final comment period last week enters no second time. */
export default defineIssueRule({
  id: 'fcp-repeated',
  goesBy: ['archive'],
  summary: 'Items of the final comment period that the issue before had already',
  why: 'The section lists what entered its final comment period this week. What is still in it from the week before was told then.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'an item of last week',
      earlier:
        'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n\n## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Rust](https://example.com/rust)\n* [An old idea](https://example.com/1)\n',
      bad: '## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Rust](https://example.com/rust)\n* [An old idea](https://example.com/1)\n* [A new idea](https://example.com/2)\n',
      found: ['7:3-39: The issue of 2026-02-18 listed this already'],
      fixes: ['Delete this item'],
      good: '## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Rust](https://example.com/rust)\n* [A new idea](https://example.com/2)\n',
    },
    {
      title: 'several of them',
      earlier:
        'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n\n## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Rust](https://example.com/rust)\n* [An old idea](https://example.com/1)\n* [Another](https://example.com/2)\n',
      bad: '## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Rust](https://example.com/rust)\n* [An old idea](https://example.com/1)\n* [Another](https://example.com/2)\n* [A new idea](https://example.com/3)\n',
      found: ['7:3-39: 2 of these 3 items were already in the issue of 2026-02-18'],
      fixes: ['Delete the 2 items'],
      good: '## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Rust](https://example.com/rust)\n* [A new idea](https://example.com/3)\n',
    },
  ],
  facts: (piece) =>
    piece.items.flatMap((item): Listed[] => {
      const link = item.links[0];
      if (link?.kind !== 'inline' || link.url === '') return [];
      if (!/^fcp(?:\/|$)/.test(piece.sectionAt(item.start)?.spec?.key ?? '')) return [];
      return [
        {
          at: { start: link.start, end: link.end },
          key: piece.keys.link(link.url),
          places: { whole: wholeItem(piece, item) },
        },
      ];
    }),
  check({ archive }, items: readonly Placed<Listed>[], report) {
    const before = archive?.issues[0];
    const known = new Set(before?.fcp.map(linkKey));
    const again = items.filter(({ key }) => known.has(key));
    const [first, ...others] = again;
    if (!before || !first) return;
    report({
      at: first.at,
      message:
        others.length === 0
          ? `The issue of ${before.date} listed this already`
          : `${again.length} of these ${items.length} items were already in the issue of ${before.date}`,
      related: others.map(({ at }) => ({ at, message: 'This, too', also: true })),
      fixes: (_, at) => [
        {
          title: others.length === 0 ? 'Delete this item' : `Delete the ${again.length} items`,
          ...(others.length > 0 ? { places: again.length } : {}),
          edits: () => again.map(({ places }) => ({ ...at(places.whole), text: '' })),
        },
      ],
    });
  },
});

/** The first link of an item in its final comment period. `whole` are the lines of the item. */
interface Listed extends Fact {
  readonly key: string;
  readonly places: { readonly whole: Range };
}
