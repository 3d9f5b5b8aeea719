import { daysBetween } from '../newsletter/issue/date';
import { DAYS_TO_PUBLISH, isPublished } from '../protocol/newsletterFile';
import { defineIssueRule } from './rule';

/** Only while the author types: having old issues checked is fine. */
export default defineIssueRule({
  id: 'issue-location',
  summary: 'Editing an issue that is already published',
  why: 'Submissions go into the newest draft; a link added to a published issue or to an old draft is seen by nobody and has to be moved.',
  severity: 'warning',
  fix: 'never',
  tags: ['change'],
  examples: [
    {
      title: 'typing into the draft of last month',
      editedOn: '2026-03-20',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n',
      found: [
        '1:1-29: This is the draft of 2026-02-25, which has passed: new entries belong in the newest one',
      ],
      good: 'Title: This Week in Rust 644\nNumber: 644\nDate: 2026-03-25\nCategory: This Week in Rust\n',
    },
  ],
  goesBy: ['editing'],
  facts: () => [],
  check(frame, _, report) {
    if (!frame.editing) return;
    const { start, end } = frame.front.line(0);
    const at = { start, end };
    if (isPublished(frame.uri)) {
      report({ at, message: 'This issue is published: new entries belong in the newest file of draft/' });
      return;
    }
    const { date } = frame;
    const { today } = frame.options;
    const isOld = today !== undefined && date !== undefined && daysBetween(date, today) > DAYS_TO_PUBLISH;
    if (isOld && /\/draft\/[^/]*$/.test(frame.uri))
      report({
        at,
        message: `This is the draft of ${date}, which has passed: new entries belong in the newest one`,
      });
  },
});
