import { defineRule, type Fix } from './rule';

/** Fixed characters and breaks that readers never see but that make diffs and merges noisy. */
export default defineRule({
  id: 'whitespace',
  summary: 'Trailing blanks, tabs, mixed line endings, double blank lines, no newline at the end',
  why: 'Stray white space makes every later diff noisier, and a line of blanks can end or join a list on the site.',
  severity: 'info',
  fix: 'always',
  inTemplate: true,
  examples: [
    {
      title: 'blanks at the end of a line',
      bad: '* [A post](https://example.com/a)  \n',
      good: '* [A post](https://example.com/a)\n',
    },
    { title: 'two blank lines', bad: 'One.\n\n\nTwo.\n', good: 'One.\n\nTwo.\n' },
  ],
  check({ issue, report }) {
    const { source } = issue;
    const remove = (start: number, end: number, title: string): Fix[] => [
      { title, all: true, edits: () => [{ start, end, text: '' }] },
    ];
    let blanks = 0;
    for (let n = 0; n < source.lineCount; n += 1) {
      const line = source.line(n);
      const text = source.slice(line);
      const kept = text.trimEnd().length;
      const last = n === source.lineCount - 1;
      if (text.trim() === '' && !last) {
        blanks += 1;
        if (kept < text.length) {
          report({
            at: { start: line.start + kept, end: line.end },
            message: 'Expected an empty line, found blanks',
            fixes: remove(line.start + kept, line.end, 'Remove the blanks'),
          });
        }
        continue;
      }
      if (blanks > 1) {
        const first = source.line(n - blanks);
        report({
          at: { start: first.start, end: source.line(n - 1).end },
          message: `Expected one blank line, found ${blanks}`,
          fixes: remove(source.fullLine(n - blanks + 1).start, line.start, 'Leave one blank line'),
        });
      }
      blanks = 0;
      if (kept < text.length && !issue.inCode(line.start)) {
        report({
          at: { start: line.start + kept, end: line.end },
          message: 'Unexpected blanks at the end of the line',
          fixes: remove(line.start + kept, line.end, 'Remove the blanks'),
        });
      }
    }
    const end = source.text.length;
    if (end > 0 && source.line(source.lineCount - 1).start < end) {
      report({
        at: { start: source.line(source.lineCount - 1).start, end },
        message: 'Expected a line ending at the end of the file, found none',
        fixes: [{ title: 'Add the line ending', all: true, edits: () => [{ start: end, end, text: '\n' }] }],
      });
    }
  },
});
