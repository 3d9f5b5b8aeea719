import type { Item } from '../newsletter/issue/items';
import { noneSentencesOf, realItems } from '../newsletter/sections/noneSentences';
import type { Section } from '../newsletter/sections/sections';
import { removeBlock } from '../text/lines';
import { definePieceRule } from './rule';

/** A sentence that says there are none, beside some. */
export default definePieceRule({
  id: 'none-sentence-conflict',
  summary: 'A section says that it has no items and has items',
  why: 'The sentence is put in early in the week and stays when the first item comes in.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a call for participation came in',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n*No Calls for participation were submitted this week.*\n\n* [example - write a guide](https://github.com/example/example/issues/1)\n',
      found: ['5:1-55: This section has items, though the sentence says that it has none'],
      fixes: ['Delete the sentence'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [example - write a guide](https://github.com/example/example/issues/1)\n',
    },
  ],
  check(piece, report) {
    const sentences = noneSentencesOf(piece);
    const firstItems = new Map<Section, Item | undefined>();
    for (const sentence of sentences) {
      // Sentences that name groups stand beside the items of other groups by right.
      if (sentence.form) continue;
      const { section } = sentence;
      if (!firstItems.has(section)) {
        firstItems.set(
          section,
          realItems(section, sentences).find(({ links }) => links.length > 0),
        );
      }
      const item = firstItems.get(section);
      if (!item) continue;
      const { start, end } = sentence;
      report({
        at: { start, end },
        message: 'This section has items, though the sentence says that it has none',
        related: [{ ...item.content, message: 'An item of this section' }],
        fixes: [
          {
            title: 'Delete the sentence',
            preferred: true,
            edits: () => [removeBlock(piece.source, sentence)],
          },
        ],
      });
    }
  },
});
