import { addDays, isDate, issueDateOf, wednesdayFrom, weekday } from '../newsletter/issue/date';
import { dateEdits } from '../newsletter/issue/dating';
import { fileDate } from '../protocol/newsletterFile';
import { defineIssueRule, type Fix } from './rule';

/** The date chooses everything else: number, event window, era. */
export default defineIssueRule({
  id: 'issue-date',
  summary: 'Date is an existing Wednesday',
  why: 'Issues come out on Wednesdays; the number, the event window and the file name follow from the date.',
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'a Tuesday',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-24\nCategory: This Week in Rust\n',
      found: ['3:7-17: 2026-02-24 is a Tuesday; issues come out on Wednesdays'],
      fixes: [
        'Set the date to the Wednesday before, 2026-02-18',
        'Set the date to the Wednesday after, 2026-02-25',
      ],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n',
    },
    {
      title: 'a day that does not exist',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-30\nCategory: This Week in Rust\n',
      found: ['3:7-17: “2026-02-30” is not a date like 2026-02-25'],
      fixes: ['Set the date to 2026-02-25'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n',
    },
  ],
  facts: () => [],
  check(frame, _, report) {
    const field = frame.frontMatter.fields.find(({ key }) => key === 'Date');
    if (!field || field.value === '') return;
    const at = field.valueRange;
    const set = (date: string, title = `Set the date to ${date}`): Fix => ({
      title,
      edits: () => dateEdits(frame.frontMatter, date),
    });
    if (!isDate(field.value)) {
      const { number } = frame.frontMatter;
      const guesses = [fileDate(frame.uri), number === undefined ? undefined : issueDateOf(number)];
      const dates = [...new Set(guesses.filter((date) => date !== undefined && isDate(date)))];
      report({
        at,
        message: `“${field.value}” is not a date like 2026-02-25`,
        fixes: dates.map((date) => set(date!)),
      });
      return;
    }
    const day = weekday(field.value);
    if (day === 'Wednesday') return;
    const next = wednesdayFrom(field.value);
    const previous = addDays(next, -7);
    report({
      at,
      message: `${field.value} is a ${day}; issues come out on Wednesdays`,
      fixes: [
        set(previous, `Set the date to the Wednesday before, ${previous}`),
        set(next, `Set the date to the Wednesday after, ${next}`),
      ],
    });
  },
});
