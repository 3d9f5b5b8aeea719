import { noneSentencesOf, realItems } from '../newsletter/sections/noneSentences';
import { removeBlock } from '../text/lines';
import { defineIssueRule, type Fact, type FrameSection, type Placed } from './rule';

/** A sentence that says there are none, beside some. */
export default defineIssueRule({
  id: 'none-sentence-conflict',
  goesBy: ['sections'],
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
    {
      title: 'an item in a group of the section',
      bad: '### Final Comment Period\n\n#### Tracking Issues & PRs\n\n*No Tracking Issues or PRs entered Final Comment Period this week.*\n\n##### Rust\n* [An issue](https://github.com/rust-lang/rust/issues/1)\n',
      found: ['5:1-68: This section has items, though the sentence says that it has none'],
      fixes: ['Delete the sentence'],
      good: '### Final Comment Period\n\n#### Tracking Issues & PRs\n\n##### Rust\n* [An issue](https://github.com/rust-lang/rust/issues/1)\n',
    },
  ],
  facts(piece) {
    const sentences = noneSentencesOf(piece);
    const facts = sentences.flatMap(({ start, end, form }): GroupFact[] =>
      // Sentences that name groups stand beside the items of other groups by right.
      form ? [] : [{ at: { start, end }, says: 'none' }],
    );
    for (const section of piece.areas) {
      const item = realItems(section, sentences).find(({ links }) => links.length > 0);
      if (item) facts.push({ at: item.content, says: 'item' });
    }
    return facts;
  },
  check(_, facts: readonly Placed<GroupFact>[], report) {
    // By section: the first item in it.
    const items = new Map<FrameSection, Placed<GroupFact>>();
    for (const fact of facts)
      if (fact.says === 'item')
        for (let at = fact.section; at && !items.has(at); at = at.parent) items.set(at, fact);
    for (const { at, says, section } of facts) {
      if (says !== 'none' || !section) continue;
      const item = items.get(section);
      if (!item) continue;
      report({
        at,
        message: 'This section has items, though the sentence says that it has none',
        related: [{ at: item.at, message: 'An item of this section' }],
        fixes: (issue, range) => [
          {
            title: 'Delete the sentence',
            preferred: true,
            edits: () => [removeBlock(issue.source, range(at))],
          },
        ],
      });
    }
  },
});

/** A none sentence, or the first item of a section. */
interface GroupFact extends Fact {
  readonly says: 'none' | 'item';
}
