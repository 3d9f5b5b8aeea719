import { wholeItem } from '../newsletter/links/links';
import { readPrefix } from '../newsletter/markers/prefix';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** Videos and podcasts between texts: the editors keep them together at a section's end (298 of 342 sections). */
export default defineIssueRule({
  id: 'marker-order',
  goesBy: ['sections'],
  summary: 'A video or podcast is above texts of its section',
  why: 'In each section texts come first, videos and podcasts last, so that readers find either together.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'a video above a text',
      bad: '## Updates from Rust Community\n### Observations/Thoughts\n* [video] [A talk](https://example.com/talk)\n* [A post](https://example.com/post)\n',
      found: ['3:1-45: Videos and podcasts come last in their section, after what is to be read'],
      fixes: ['Move it to the end of the section'],
      good: '## Updates from Rust Community\n### Observations/Thoughts\n* [A post](https://example.com/post)\n* [video] [A talk](https://example.com/talk)\n',
    },
  ],
  facts: (piece) =>
    piece.items.flatMap((item): Listed[] => {
      if (!piece.sectionAt(item.start)?.spec?.key.startsWith('community/')) return [];
      const words = readPrefix(piece, item)?.words ?? [];
      return [
        {
          at: { start: item.start, end: item.content.end },
          isMedia: words.some(({ marker }) => marker === 'video' || marker === 'audio'),
          places: { whole: wholeItem(piece, item) },
        },
      ];
    }),
  check(_, items: readonly Placed<Listed>[], report) {
    const lastOf = new Map(items.map((item) => [item.section, item]));
    const lastTextOf = new Map(
      items.flatMap((item, index) => (item.isMedia ? [] : [[item.section, index] as const])),
    );
    for (const [index, item] of items.entries()) {
      const { section, isMedia } = item;
      if (!isMedia || (lastTextOf.get(section) ?? -1) < index) continue;
      const { whole } = item.places;
      const last = lastOf.get(section)!.places.whole;
      report({
        at: item.at,
        message: 'Videos and podcasts come last in their section, after what is to be read',
        fixes: ({ source }, at) => {
          const [from, after] = [at(whole), at(last)];
          const text = source.slice(from).replace(/\r\n|\r/g, '\n');
          if (!text.endsWith('\n') || !/[\r\n]$/.test(source.slice(after))) return [];
          return [
            {
              title: 'Move it to the end of the section',
              edits: () => [
                { ...from, text: '' },
                { start: after.end, end: after.end, text },
              ],
            },
          ];
        },
      });
    }
  },
});

/** An item of the community section. `whole` are its lines. */
interface Listed extends Fact {
  readonly isMedia: boolean;
  readonly places: { readonly whole: Range };
}
