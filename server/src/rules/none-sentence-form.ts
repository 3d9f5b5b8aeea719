import type { Piece } from '../newsletter/issue/piece';
import { GROUP_NONE_FORM, NONE_FORMS } from '../newsletter/sections/noneForms';
import {
  type NoneSentence,
  noneSentencesOf,
  realItems,
  sentenceLetters,
} from '../newsletter/sections/noneSentences';
import type { Section } from '../newsletter/sections/sections';
import { stripEnd } from '../text/strip';
import { definePieceRule, type Fix, type Report } from './rule';

/** A sentence this much longer than the usual one says something more: not to be replaced unseen. */
const MORE_TO_SAY = 1.4;

/** Sections without items have one fixed sentence each. */
export default definePieceRule({
  id: 'none-sentence-form',
  in: ['cfp', 'cft', 'approved-rfcs', 'new-rfcs', 'fcp'],
  summary: 'The sentence of a section without items differs from the usual one',
  why: 'The same sentence every week lets readers skip it; slips in bullet, italics and wording pile up otherwise.',
  severity: 'hint',
  fix: 'sometimes',
  examples: [
    {
      title: 'italics missing',
      bad: '## Updates from the Rust Project\n\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n\n* No RFCs were approved this week.\n',
      found: ['5:1-35: This sentence is usually “* *No RFCs were approved this week.*”'],
      fixes: ['Write “* *No RFCs were approved this week.*”'],
      good: '## Updates from the Rust Project\n\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n\n* *No RFCs were approved this week.*\n',
    },
    {
      title: 'a comma at its end',
      bad: '## Calls for Testing\n*No calls for testing were issued this week by\n[Rust](https://github.com/rust-lang/rust/labels/call-for-testing),*\n',
      found: ['2:1-3:68 info: This sentence ends with “,”, not with a full stop'],
      fixes: ['Write the sentence in italics, with a full stop'],
      good: '## Calls for Testing\n*No calls for testing were issued this week by\n[Rust](https://github.com/rust-lang/rust/labels/call-for-testing).*\n',
    },
    {
      title: 'a comma before the last group',
      bad: '## Calls for Testing\n*No calls for testing were issued this week by\n[Rust](https://github.com/rust-lang/rust/labels/call-for-testing), or\n[Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing).*\n',
      found: ['2:1-4:70 info: There is no comma before the “or” of this sentence'],
      fixes: ['Remove the comma'],
      good: '## Calls for Testing\n*No calls for testing were issued this week by\n[Rust](https://github.com/rust-lang/rust/labels/call-for-testing) or\n[Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing).*\n',
    },
  ],
  check(piece, report) {
    const sentences = noneSentencesOf(piece);
    const withItems = new Map<Section, boolean>();
    const hasItems = (section: Section): boolean => {
      const known = withItems.get(section) ?? realItems(section, sentences).length > 0;
      withItems.set(section, known);
      return known;
    };
    for (const sentence of sentences) {
      const { start, end } = sentence;
      if (sentence.form) {
        const problem = consolidatedProblem(sentence);
        if (problem) report({ at: { start, end }, ...problem });
        continue;
      }
      const right = rightLines(piece, sentence);
      if (right.length === 0 || right.includes(sentence.text)) continue;
      if (sentence.kind === 'fcp-group' && GROUP_NONE_FORM.test(sentence.text)) continue;
      const text = right[0]!;
      const long =
        sentenceLetters(sentence.text).length > sentenceLetters(text).length * MORE_TO_SAY ||
        hasItems(sentence.section);
      const fix: Fix = {
        title: `Write “${text}”`,
        ...(long ? {} : { all: true }),
        edits: () => [{ start, end, text }],
      };
      report({
        at: { start, end },
        ...(showsAsterisk(sentence) ? { severity: 'info' } : {}),
        message: `This sentence is usually “${text}”`,
        fixes: [fix],
      });
    }
  },
});

/** Whether an asterisk has no partner: the site shows it. */
const showsAsterisk = ({ text }: NoneSentence) => text.replace(/^\* /, '').split('*').length % 2 === 0;

/** The lines that are right for a sentence; none where this profile has no fixed one. */
function rightLines(piece: Piece, { kind }: NoneSentence): string[] {
  const form = NONE_FORMS.find((row) => row.kind === kind && row.profiles.includes(piece.profile.id));
  return form ? [form.text, ...(form.also ?? [])] : [];
}

/** Sentences that name groups: one pair of asterisks around all of it, a full stop, commas and one `or`. */
function consolidatedProblem(
  sentence: NoneSentence,
): Pick<Report, 'message' | 'severity' | 'fixes'> | undefined {
  const { start, text } = sentence;
  // With and without a bullet: the template has one for calls for testing, 2026's issues mostly have none.
  const lead = /^(?:[*+-][ \t]+)*[*_]*/.exec(text)![0];
  const tail = text.slice(stripEnd(text, /[\s.,;:*_]/).length);
  const bullet = /^[*+-][ \t]/.test(lead) ? '* ' : '';
  const edits = [
    ...(lead === `${bullet}*` ? [] : [{ start, end: start + lead.length, text: `${bullet}*` }]),
    ...(tail === '.*'
      ? []
      : [{ start: start + text.length - tail.length, end: start + text.length, text: '.*' }]),
  ];
  if (edits.length > 0) {
    const sign = /[,;:]/.exec(tail)?.[0];
    return {
      ...(sign || showsAsterisk(sentence) ? { severity: 'info' } : {}),
      message: sign
        ? `This sentence ends with “${sign}”, not with a full stop`
        : 'This sentence is usually in italics and ends with a full stop: “*No … .*”',
      fixes: [{ title: 'Write the sentence in italics, with a full stop', all: true, edits: () => edits }],
    };
  }
  const joint = jointProblem(sentence);
  if (joint) return joint;
  const unknown = sentence.mentions.find(({ group }) => !group);
  if (unknown) return { message: `“${unknown.name}” is not a group of this section`, fixes: [] };
  return undefined;
}

/** Before the last of several groups is an “or”, and no comma. */
function jointProblem({
  start,
  text,
  mentions,
}: NoneSentence): Pick<Report, 'message' | 'severity' | 'fixes'> | undefined {
  const [before, last] = mentions.slice(-2);
  if (!before || !last) return undefined;
  const from = text.lastIndexOf(')', last.start - start);
  const joint = /^\s*,\s*(or\b)?\s*$/.exec(text.slice(from + 1, last.start - start));
  if (from < 0 || !joint) return undefined;
  const comma = start + from + 1 + joint[0].indexOf(',');
  return {
    severity: 'info',
    message: joint[1]
      ? 'There is no comma before the “or” of this sentence'
      : 'The last group follows “or”, not a comma',
    fixes: [
      {
        title: joint[1] ? 'Remove the comma' : 'Write “or”',
        all: true,
        edits: () => [{ start: comma, end: comma + 1, text: joint[1] ? '' : ' or' }],
      },
    ],
  };
}
