import { issueNumberOf } from '../newsletter/issue/date';
import { numberEdits } from '../newsletter/issue/dating';
import { defineIssueRule } from './rule';

/** Number and Title follow from the date: an issue a week, without a gap since 424. */
export default defineIssueRule({
  id: 'issue-number',
  summary: 'Number and Title agree with Date',
  why: 'Every issue since 424 came out a week after the one before; a number copied from the last issue puts two issues under one address.',
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the number of the issue before',
      bad: 'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-25\nCategory: This Week in Rust\n',
      found: [
        '1:8-29: The issue of 2026-02-25 is “This Week in Rust 640”, not “This Week in Rust 639”',
        '2:9-12: The issue of 2026-02-25 has number 640, not “639”',
      ],
      fixes: ['Set number and title to 640'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n',
    },
  ],
  facts: () => [],
  check(frame, _, report) {
    const { frontMatter } = frame;
    const expected = frontMatter.date === undefined ? undefined : issueNumberOf(frontMatter.date);
    if (expected === undefined) return;
    const title = `This Week in Rust ${expected}`;
    const number = frontMatter.fields.find((field) => field.key === 'Number');
    const named = frontMatter.fields.find((field) => field.key === 'Title');
    const fixes = [
      {
        title: `Set number and title to ${expected}`,
        preferred: true,
        edits: () => numberEdits(frontMatter, frontMatter.date!),
      },
    ];
    if (named && named.value !== title)
      report({
        at: named.value === '' ? named.range : named.valueRange,
        message: `The issue of ${frontMatter.date} is “${title}”, not “${named.value}”`,
        fixes,
      });
    if (number && number.value !== String(expected))
      report({
        at: number.value === '' ? number.range : number.valueRange,
        message: `The issue of ${frontMatter.date} has number ${expected}, not “${number.value}”`,
        fixes,
      });
  },
});
