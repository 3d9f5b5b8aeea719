import { isDate } from '../newsletter/issue/date';
import { dateEdits } from '../newsletter/issue/dating';
import { decode } from '../newsletter/links/url';
import { fileDate, issueFileName } from '../protocol/newsletterFile';
import { defineIssueRule } from './rule';

/** The newsletter's own checks and its publishing look for files by this name. */
export default defineIssueRule({
  id: 'issue-file-name',
  summary: 'The file is named for its date',
  why: "The newsletter's checks skip files of another name, and the next draft is made from the file that the date names.",
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'a date of another week (in 2026-02-25-this-week-in-rust.md)',
      bad: 'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n',
      found: ['3:7-17: The date is 2026-02-18, but the file is named for 2026-02-25'],
      fixes: ['Set the date to 2026-02-25'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n',
    },
  ],
  facts: () => [],
  check(frame, _, report) {
    const field = frame.frontMatter.fields.find(({ key }) => key === 'Date');
    const { date } = frame.frontMatter;
    if (!field || date === undefined) return;
    const named = fileDate(frame.uri);
    const expected = issueFileName(date);
    if (named === undefined) {
      // Unsaved documents and files of other editors' making have no name to judge.
      const name = /[^/\\]+\.(?:md|markdown)$/i.exec(frame.uri)?.[0];
      if (!name || !/\/(?:draft|content)\/[^/]*$/.test(frame.uri)) return;
      report({
        at: field.valueRange,
        message: `This file is usually named ${expected}, not ${decode(name)}`,
      });
      return;
    }
    if (named === date) return;
    report({
      at: field.valueRange,
      message: `The date is ${date}, but the file is named for ${named}`,
      fixes: isDate(named)
        ? [{ title: `Set the date to ${named}`, edits: () => dateEdits(frame.frontMatter, named) }]
        : [],
    });
  },
});
