import { startsLikeEntry, startsLikeEvent, startsLikeLink } from '../newsletter/issue/entries';
import type { Issue } from '../newsletter/issue/issue';
import type { SiteLine } from '../newsletter/issue/lines';
import { normalizeTitle } from '../newsletter/sections/sections';
import type { Range } from '../text/sourceText';
import { defineRule, type Report } from './rule';

export default defineRule({
  id: 'list-item-bullet-missing',
  summary: 'An item without bullet, or without a blank behind it',
  why: 'The site joins the line with the item above, or sets it as a paragraph of its own (#7525, #7265, #6835).',
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'a link between items',
      bad: '* [A post](https://example.com/a)\n[Another](https://example.com/b)\n* [A third](https://example.com/c)\n',
      good: '* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n* [A third](https://example.com/c)\n',
    },
    {
      title: 'no blank behind the bullet',
      bad: '*[A post](https://example.com/a)\n',
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check({ issue, report }) {
    for (const line of issue.lines) {
      const found = glued(issue, line) ?? hashed(issue, line) ?? bare(issue, line);
      if (found) report(found);
    }
  },
});

/** `*[A post](..)` */
function glued(issue: Issue, line: SiteLine): Report | undefined {
  if (line.kind !== 'text' || line.lost) return undefined;
  const text = issue.source.text.slice(line.first, line.end).trimEnd();
  if (!/^[*+-](?:\[|\d{4}-\d)/.test(text)) return undefined;
  // `*[a link](..) in italics*`
  if (text.startsWith('*') && text.endsWith('*')) return undefined;
  if (!startsLikeEntry(text.slice(1))) return undefined;
  const at = line.first + 1;
  return {
    at: { start: line.first, end: at },
    message: 'Expected a blank behind the bullet, found none: the site makes no item of this line',
    fixes: [{ title: 'Add the blank', preferred: true, edits: () => [{ start: at, end: at, text: ' ' }] }],
  };
}

/** `# 2025-09-20 | ..` */
function hashed(issue: Issue, line: SiteLine): Report | undefined {
  if (line.kind !== 'heading') return undefined;
  const match = /^#+[ \t]*/.exec(issue.source.text.slice(line.start, line.end))!;
  const start = line.start + match[0].length;
  if (!startsLikeEvent(issue.source.text.slice(start, line.end))) return undefined;
  const at = { start: line.start, end: start };
  return {
    at,
    message: 'Expected the bullet * before an event, found a heading',
    fixes: [{ title: 'Make it an item', preferred: true, edits: () => [{ ...at, text: '* ' }] }],
  };
}

/** `[A post](..)` or `2025-09-20 | ..` where items stand. */
function bare(issue: Issue, line: SiteLine): Report | undefined {
  if (line.kind !== 'text' || line.lost) return undefined;
  const text = issue.source.text.slice(line.first, line.end).trimEnd();
  const event = startsLikeEvent(text);
  if (!event && !(startsLikeLink(text) && isItemPlace(issue, line))) return undefined;
  const title = line.indent > 0 && isTitleLine(issue, line);
  const at: Range = { start: line.start, end: line.first };
  return {
    at: { start: line.first, end: line.first + text.length },
    message: `Expected the bullet * before the ${event ? 'event' : 'link'}, found none`,
    fixes: [
      {
        title: 'Add the bullet',
        preferred: true,
        edits: () => [{ ...at, text: title ? '    * ' : '* ' }],
      },
    ],
  };
}

/** Sections that hold nothing but items. */
const ITEMS_ONLY = /^(?:community|events|project|cfp)\/|^(?:approved-rfcs|new-rfcs|fcp)(?:\/|$)/;

function isItemPlace(issue: Issue, line: SiteLine): boolean {
  const above = issue.lines[line.number - 1];
  const below = issue.lines[line.number + 1];
  const section = issue.sectionAt(line.start);
  const key = section?.spec?.key ?? '';
  if (continues(issue, line)) return false;
  // The name of a group, without its `#####`: another rule's finding.
  if (key.startsWith('fcp') && isGroupName(issue, line)) return false;
  if (ITEMS_ONLY.test(key)) return true;
  const under = above?.kind === 'item' && !above.lost;
  const over = below?.kind === 'item';
  if (section?.parent?.spec?.key === 'community' || key === 'community') return under || over;
  return under && (over || line.indent < 2);
}

/** Whether a line goes on with the sentence of the line above. */
function continues(issue: Issue, line: SiteLine): boolean {
  if (line.head === line.number) return false;
  const head = issue.lines[line.head]!;
  const above = issue.source.slice(issue.lines[line.number - 1]!).trimEnd();
  if (head.kind === 'text') return !startsLikeEntry(issue.source.text.slice(head.first, head.end));
  return /(?:[+,|&(:;]|\b(?:and|or|by|in|of|the|see|from|to|for|with|on|at))$/.test(above);
}

function isTitleLine(issue: Issue, line: SiteLine): boolean {
  const above = issue.lines[line.number - 1];
  if (above?.kind !== 'item') return false;
  const head = issue.source.text.slice(above.first + 1, above.first + 80).trimStart();
  return startsLikeEvent(head);
}

function isGroupName(issue: Issue, line: SiteLine): boolean {
  const title = normalizeTitle(issue.source.slice(line));
  return issue.profile.sections.some((spec) => normalizeTitle(spec.title) === title);
}
