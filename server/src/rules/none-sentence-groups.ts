import type { Issue } from '../newsletter/issue/issue';
import {
  CONSOLIDATED_FORMS,
  consolidatedSentence,
  groupMention,
  withRemark,
} from '../newsletter/sections/noneForms';
import {
  expectedGroups,
  type GroupItem,
  groupItems,
  groupsWithItems,
  noneSentencesOf,
} from '../newsletter/sections/noneSentences';
import type { Edit } from '../text/edits';
import { removeBlock } from '../text/lines';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Fixes, type Place, type Placed } from './rule';

/** The sentence of p3 and p4 names exactly the groups that have no items. */
export default defineIssueRule({
  id: 'none-sentence-groups',
  summary: 'The sentence about groups without items names the wrong groups',
  why: 'Editors take a group out of the sentence when it gets items, and put it back a week later; both are easily forgotten.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a group that has items',
      bad: '## Calls for Testing\n\n[Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing)\n\n* [A new release](https://github.com/rust-lang/rustup/issues/1)\n\n*No calls for testing were issued this week by\n  [Rust](https://github.com/rust-lang/rust/labels/call-for-testing),\n  [Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing),\n  [Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing) or\n  [Rust language RFCs](https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing).*\n',
      found: ['10:3-72: “Rustup” has items this week, and does not belong in this sentence'],
      fixes: ['Name the groups without items'],
      good: '## Calls for Testing\n\n[Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing)\n\n* [A new release](https://github.com/rust-lang/rustup/issues/1)\n\n*No calls for testing were issued this week by\n  [Rust](https://github.com/rust-lang/rust/labels/call-for-testing),\n  [Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing) or\n  [Rust language RFCs](https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing).*\n',
    },
  ],
  facts(piece) {
    const sentences = noneSentencesOf(piece);
    const said = sentences.flatMap((sentence): GroupFact[] =>
      sentence.form && sentence.mentions.length > 0
        ? [
            {
              at: { start: sentence.start, end: sentence.end },
              opening: sentence.form.opening,
              names: sentence.mentions.map(({ group }) => group?.name),
              places: Object.fromEntries(
                sentence.mentions.map(({ start, end }, n) => [`${n}`, { start, end }] as const),
              ),
            },
          ]
        : [],
    );
    const items = groupItems(piece, sentences);
    const item = items.length > 0 ? [{ at: { start: 0, end: 0 }, items, places: {} }] : [];
    return [...item, ...said];
  },
  check({ date }, facts: readonly Placed<GroupFact>[], report) {
    const items = facts.flatMap((fact) => fact.items ?? []);
    for (const { at: sentence, opening, names = [], places } of facts) {
      const form = CONSOLIDATED_FORMS.find((form) => form.opening === opening);
      if (!form) continue;
      const filled = groupsWithItems(form, items);
      const fixes: Fixes<Place> = (issue, at) => [
        {
          title: 'Name the groups without items',
          edits: () => rebuild(issue, at(sentence).start),
        },
      ];
      for (const [n, name] of names.entries()) {
        const group = form.groups.find((group) => group.name === name);
        if (!group || !filled.has(group)) continue;
        report({
          at: places[`${n}`]!,
          message: `“${group.name}” has items this week, and does not belong in this sentence`,
          fixes,
        });
      }
      const missing = expectedGroups(form, date).filter(
        (group) => !names.includes(group.name) && !filled.has(group),
      );
      if (missing.length === 0) continue;
      report({
        at: sentence,
        message: `This sentence does not name ${missing.map(({ name }) => `“${name}”`).join(', ')}, without items this week`,
        fixes,
      });
    }
  },
});

/** A sentence that names groups, with the places of the names by their number; or the items of a piece. */
interface GroupFact extends Fact {
  readonly opening?: string;
  /** Of the groups that it names, undefined for one that nobody knows. */
  readonly names?: readonly (string | undefined)[];
  readonly items?: readonly GroupItem[];
  readonly places: Readonly<Record<string, Range>>;
}

/** The sentence anew; groups keep the links with which they are written, for their queries change over time. */
function rebuild(issue: Issue, start: number): Edit[] {
  const sentences = noneSentencesOf(issue);
  const sentence = sentences.find((other) => other.start === start);
  const form = sentence?.form;
  if (!form) return [];
  const filled = groupsWithItems(form, groupItems(issue, sentences));
  const links = expectedGroups(form, issue.date)
    .filter((group) => !filled.has(group))
    .map((group) => {
      const written = sentence.mentions.find((mention) => mention.group === group);
      return written ? withRemark(issue.source.slice(written), group) : groupMention(group, issue.date);
    });
  if (links.length === 0) return [removeBlock(issue.source, sentence)];
  // Of a sentence that is written anew.
  const bullet = /^[*+-][ \t]/.test(sentence.text) ? '* ' : '';
  const text = bullet + consolidatedSentence(form, links, issue.date);
  return [{ start: sentence.start, end: sentence.end, text }];
}
