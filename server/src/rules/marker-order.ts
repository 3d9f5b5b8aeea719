import type { Item } from '../newsletter/issue/items';
import { wholeItem } from '../newsletter/links/links';
import { readPrefix } from '../newsletter/markers/prefix';
import { defineRule } from './rule';

/** Videos and podcasts between texts: the editors keep them together at a section's end (298 of 342 sections). */
export default defineRule({
  id: 'marker-order',
  summary: 'A video or podcast stands above texts of its section',
  why: 'In each section texts come first, videos and podcasts last, so that readers find either together.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'a video above a text',
      bad: '## Updates from Rust Community\n### Observations/Thoughts\n* [video] [A talk](https://example.com/talk)\n* [A post](https://example.com/post)\n',
      good: '## Updates from Rust Community\n### Observations/Thoughts\n* [A post](https://example.com/post)\n* [video] [A talk](https://example.com/talk)\n',
    },
  ],
  check({ issue, report }) {
    for (const section of issue.sections) {
      if (!section.spec?.key.startsWith('community/')) continue;
      const isMedia = (item: Item) =>
        readPrefix(issue, item)?.words.some(({ marker }) => marker === 'video' || marker === 'audio') ===
        true;
      const media = section.items.map(isMedia);
      const lastText = media.lastIndexOf(false);
      for (const [index, item] of section.items.entries()) {
        if (index >= lastText || !media[index]) continue;
        const from = wholeItem(issue, item);
        const behind = wholeItem(issue, section.items.at(-1)!);
        const text = issue.source.slice(from).replace(/\r\n|\r/g, '\n');
        report({
          at: { start: item.start, end: item.content.end },
          message: 'Expected videos and podcasts below the texts of their section',
          fixes:
            text.endsWith('\n') && /[\r\n]$/.test(issue.source.slice(behind))
              ? [
                  {
                    title: 'Move it to the end of the section',
                    edits: () => [
                      { ...from, text: '' },
                      { start: behind.end, end: behind.end, text },
                    ],
                  },
                ]
              : [],
        });
      }
    }
  },
});
