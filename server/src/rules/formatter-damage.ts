import type { Issue } from '../newsletter/issue/issue';
import type { SiteLine } from '../newsletter/issue/lines';
import { indentEdit, isForeignBullet, isReformatted, itemForms } from '../newsletter/issue/listForm';
import type { Edit } from '../text/edits';
import { defineRule } from './rule';

export default defineRule({
  id: 'formatter-damage',
  summary: 'A Markdown formatter went over the text',
  why: 'Formatters for other kinds of Markdown change every list of the issue: the diff is unreadable, and the site loses the nesting of all events (2025-07-31, 2025-09-04).',
  severity: 'warning',
  fix: 'always',
  inTemplate: true,
  examples: [
    {
      title: 'the footer in underscores',
      bad: '_This Week in Rust is edited by: [somebody](https://example.com/somebody)_\n',
      good: '*This Week in Rust is edited by: [somebody](https://example.com/somebody)*\n',
    },
  ],
  check({ issue, report }) {
    if (isReformatted(issue)) {
      const items = issue.lines.filter((line) => line.kind === 'item' && line.lost !== 'code');
      const foreign = items.filter(isForeignBullet);
      const { first, end } = foreign[0]!;
      report({
        at: { start: first, end },
        message: `Expected lists with * and 4 blanks, found ${foreign.length} of ${items.length} items in a formatter's style`,
        fixes: [{ title: 'Restore the house style of all lists', all: true, edits: () => listEdits(issue) }],
      });
    }
    for (const line of issue.lines) {
      const marks = underscores(issue, line);
      if (!marks) continue;
      report({
        at: { start: line.first, end: marks.at(-1)!.end },
        message: 'Expected emphasis with *, found _',
        fixes: [{ title: 'Use *', all: true, edits: () => marks }],
      });
    }
  },
});

function listEdits(issue: Issue): Edit[] {
  return itemForms(issue).flatMap(({ line, level }) => [
    ...(line.indent === level * 4 ? [] : [indentEdit(line, level * 4)]),
    ...(isForeignBullet(line) ? [{ start: line.first, end: line.first + 1, text: '*' }] : []),
  ]);
}

/** Words of the fixed text that stand in italics; the sentences for empty sections have a rule of their own. */
const FIXED = /^_(?:This Week in Rust_(?= is )|(?:This Week in Rust is edited|Email list hosting)\b.*_$)/;

/** The two marks around them. */
function underscores(issue: Issue, line: SiteLine): Edit[] | undefined {
  if (line.kind !== 'text' || issue.source.text.charCodeAt(line.first) !== 95) return undefined;
  const text = FIXED.exec(issue.source.text.slice(line.first, line.end).trimEnd())?.[0];
  if (!text) return undefined;
  const end = line.first + text.length;
  return [
    { start: line.first, end: line.first + 1, text: '*' },
    { start: end - 1, end, text: '*' },
  ];
}
