import type { EarlierLink } from '../newsletter/archive/view';
import { daysBetween } from '../newsletter/issue/date';
import type { Issue } from '../newsletter/issue/issue';
import {
  append,
  communityItems,
  inCommunity,
  type Target,
  targets,
  titleOf,
  wholeItem,
} from '../newsletter/links/links';
import { linkKey } from '../newsletter/links/url';
import { defineRule } from './rule';

/** How many issues back a repeated link is an error; the newsletter's CI looks as far. */
const RECENT_ISSUES = 25;

/** Whether an earlier link is near enough to be an error. By date, should the archive have gaps. */
export function isRecent(issue: Issue, earlier: EarlierLink): boolean {
  const days = issue.date === undefined ? undefined : daysBetween(earlier.date, issue.date);
  return Math.max(earlier.issuesAgo, (days ?? 0) / 7) <= RECENT_ISSUES;
}

/** The same page twice in the community section, or there and in one of the last issues (CI). */
export default defineRule({
  id: 'link-duplicate',
  summary: 'A community link stands twice, or stood in one of the last 25 issues',
  why: 'Every page is announced once. The second time is nearly always a merge of two submissions, or a wrong address.',
  severity: 'error',
  fix: 'never',
  inArchive: true,
  examples: [
    {
      title: 'a link of two weeks ago',
      earlier:
        'Title: This Week in Rust 638\nNumber: 638\nDate: 2026-02-11\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
      bad: '## Updates from Rust Community\n\n* [That post again](https://example.com/post/)\n',
      good: '## Updates from Rust Community\n\n* [Another post](https://example.com/another)\n',
    },
    {
      title: 'the same page under two addresses',
      bad: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n* [The same](https://www.example.com/post/)\n',
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
  ],
  check({ issue, archive, report }) {
    const items = new Map(communityItems(issue).map((item) => [item.links[0], item]));
    const fixes = (target: Target) => {
      const item = items.get(target.link);
      if (!item || item.children.length > 0) return [];
      const gone = wholeItem(issue, item);
      return [{ title: 'Delete this item', edits: () => [{ ...gone, text: '' }] }];
    };
    const line = (offset: number) => issue.source.lineNumberAt(offset) + 1;
    const seen = new Map<string, Target[]>();
    for (const target of targets(issue)) {
      if (!inCommunity(issue, target.link.start)) continue;
      const key = linkKey(target.url);
      append(seen, key, target);
    }
    for (const [key, same] of seen) {
      for (const [index, target] of same.entries()) {
        const at = { start: target.link.start, end: target.link.end };
        const other = same[index === 0 ? 1 : 0];
        if (other) {
          report({
            at,
            message: `The same link stands in line ${line(other.link.start)}: "${titleOf(other.link)}"`,
            fixes: fixes(target),
            related: [{ start: other.link.start, end: other.link.end, message: 'The same link' }],
            unnecessary: index > 0,
            // One of the two has to go; which one, only the author knows.
            ...(index === 0 ? { severity: 'info' as const } : {}),
          });
        }
        const earlier = archive?.earlierLinks(key)[0];
        if (!earlier || !isRecent(issue, earlier)) continue;
        report({
          at,
          message: `This link stood in the issue of ${earlier.date} already: "${earlier.title}"`,
          fixes: fixes(target),
          related: [{ uri: earlier.uri, start: earlier.start, end: earlier.end, message: 'The same link' }],
        });
      }
    }
  },
});
