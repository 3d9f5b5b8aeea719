import type { Range } from '../text/sourceText';
import { defineRule } from './rule';

const LINE = /rusty\s+events\s+between/i;
const DATES = /(\d{4}-\d{1,2}-\d{1,2})(\s*\S{1,3}\s*)(\d{4}-\d{1,2}-\d{1,2})/;

export default defineRule({
  id: 'event-window-line',
  summary: 'The line “Rusty Events between .. - ..” is missing or has other dates than the issue',
  why: 'It tells readers which four weeks are listed; carried over from last week it tells the wrong ones.',
  severity: 'error',
  fix: 'never',
  carriedOver: 'same',
  examples: [
    {
      title: "last week's dates",
      bad: '## Upcoming Events\n\nRusty Events between 2026-02-18 - 2026-03-18 🦀\n',
      good: '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n',
    },
  ],
  check({ issue, report }) {
    const area = issue.sectionsOf('events')[0];
    if (!area || !issue.window) return;
    const { source } = issue;
    const { first, last } = issue.window;
    const exact = `Rusty Events between ${first} - ${last} 🦀`;
    const line = findLine();
    if (!line) {
      // Only where events are listed: an empty section has worse troubles.
      if (issue.events.length === 0) return;
      const { end } = source.lineAt(area.heading.start);
      report({
        at: { start: area.heading.start, end: area.heading.end },
        message: `Expected the line “${exact}”, found none`,
        fixes: [{ title: 'Add the line', edits: () => [{ start: end, end, text: `\n\n${exact}` }] }],
      });
      return;
    }
    const text = source.slice(line);
    // A damaged crab is told by the rule for damaged characters.
    if (text.startsWith(exact.slice(0, -2)) && /^[\P{ASCII} ]+$/u.test(text.slice(exact.length - 2))) return;
    // The first issues of 2022 wrote `1/5/2022 - 2/2/2022`.
    if (issue.profile.id === 'p1' && text.includes(` ${american(first)} - ${american(last)} `)) return;
    const dates = DATES.exec(text);
    const right = dates && dates[1] === first && dates[2] === ' - ' && dates[3] === last;
    const fix = (range: Range, replacement: string) => [
      {
        title: `Write “${exact}”`,
        preferred: true,
        edits: () => [{ ...range, text: replacement }],
      },
    ];
    if (dates && !right) {
      const at = { start: line.start + dates.index, end: line.start + dates.index + dates[0].length };
      report({
        at,
        message: `Expected “${first} - ${last}”, found “${dates[0]}”`,
        fixes: fix(at, `${first} - ${last}`),
      });
    } else {
      report({ at: line, message: `Expected “${exact}”, found “${text}”`, fixes: fix(line, exact) });
    }

    function findLine(): Range | undefined {
      for (let n = source.lineNumberAt(area!.start) + 1; n < source.lineCount; n += 1) {
        const { start, end } = source.line(n);
        if (start >= area!.body.end) return undefined;
        const content = source.lineText(n);
        const indent = content.length - content.trimStart().length;
        if (LINE.test(content) && !issue.inComment(start + indent))
          return {
            start: start + indent,
            end: Math.max(start + indent, end - (content.length - content.trimEnd().length)),
          };
      }
      return undefined;
    }
  },
});

function american(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}
