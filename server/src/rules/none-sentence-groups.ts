import type { Issue } from '../newsletter/issue/issue';
import {
  consolidatedSentence,
  expectedGroups,
  groupsWithItems,
  type NoneSentence,
  noneSentencesOf,
} from '../newsletter/sections/noneSentences';
import type { Edit } from '../text/edits';
import { removeBlock } from '../text/lines';
import { defineRule } from './rule';

/** The sentence of p3 and p4 names exactly the groups that have no items. */
export default defineRule({
  id: 'none-sentence-groups',
  summary: 'The sentence on groups without items names the wrong groups',
  why: 'Editors take a group out of the sentence when it gets items, and put it back a week later; both are easily forgotten.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a group that has items',
      bad: '## Calls for Testing\n\n[Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing)\n\n* [A new release](https://github.com/rust-lang/rustup/issues/1)\n\n*No calls for testing were issued this week by\n  [Rust](https://github.com/rust-lang/rust/labels/call-for-testing),\n  [Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing),\n  [Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing) or\n  [Rust language RFCs](https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing).*\n',
      good: '## Calls for Testing\n\n[Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing)\n\n* [A new release](https://github.com/rust-lang/rustup/issues/1)\n\n*No calls for testing were issued this week by\n  [Rust](https://github.com/rust-lang/rust/labels/call-for-testing),\n  [Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing) or\n  [Rust language RFCs](https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing).*\n',
    },
  ],
  check({ issue, report }) {
    const sentences = noneSentencesOf(issue);
    for (const sentence of sentences) {
      const { form } = sentence;
      if (!form || sentence.mentions.length === 0) continue;
      const filled = groupsWithItems(issue, form, sentences);
      const named = new Set(sentence.mentions.map(({ group }) => group));
      const fixes = [
        { title: 'Name the groups without items', edits: () => [rebuild(issue, sentence, sentences)] },
      ];
      for (const { group, start, end } of sentence.mentions) {
        if (!group || !filled.has(group)) continue;
        report({ at: { start, end }, message: `“${group.name}” has items this week`, fixes });
      }
      const missing = expectedGroups(issue, form).filter((group) => !named.has(group) && !filled.has(group));
      if (missing.length === 0) continue;
      report({
        at: { start: sentence.start, end: sentence.end },
        message: `Expected ${missing.map(({ name }) => `“${name}”`).join(', ')} in this sentence, for there are no items`,
        fixes,
      });
    }
  },
});

/** The sentence anew; groups keep the links with which they are written, for their queries change over time. */
function rebuild(issue: Issue, sentence: NoneSentence, sentences: readonly NoneSentence[]): Edit {
  const form = sentence.form!;
  const filled = groupsWithItems(issue, form, sentences);
  const links = expectedGroups(issue, form)
    .filter((group) => !filled.has(group))
    .map((group) => {
      const written = sentence.mentions.find((mention) => mention.group === group);
      const more = /\) \[/.test(group.link) ? group.link.slice(group.link.indexOf(') [') + 1) : '';
      return written ? issue.source.slice(written) + more : group.link;
    });
  if (links.length === 0) return removeBlock(issue.source, sentence);
  const bullet = /^[*+-][ \t]/.test(sentence.text) ? '* ' : '';
  return { start: sentence.start, end: sentence.end, text: bullet + consolidatedSentence(form, links) };
}
