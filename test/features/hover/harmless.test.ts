import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/src/features/hover/hover';
import type { ArchiveView } from '../../../server/src/newsletter/archive/view';
import { readIssue } from '../../../server/src/newsletter/issue/issue';

const HOSTILE = '![x](https://example.com/x.png) <img src=x> [y](command:z) `c` **b** # h';
const TEXT =
  'Date: 2026-02-25\n\n## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual | [Group](https://example.com/g)\n    * [**Evening**](https://example.com/e)\n';

/** An archive in which everything has a hostile name. */
const ARCHIVE: ArchiveView = {
  issues: [],
  published: undefined,
  organisers: () => [],
  earlierLinks: () => [
    { uri: 'file:///x.md', date: '2026-02-18', issuesAgo: 1, start: 0, end: 1, title: HOSTILE },
  ],
  answer: (_issue, _question, find) => find(),
  organiser: (key) => ({
    key,
    uses: 2,
    lastSeen: '2026-02-18',
    names: [{ value: HOSTILE, count: 2 }],
    urls: [],
    locations: [{ value: HOSTILE, count: 2, place: undefined }],
  }),
} as ArchiveView;

describe('what earlier issues say', () => {
  it('is text in a hover, and loads or runs nothing', () => {
    const issue = readIssue({ uri: 'file:///twir/draft/2026-02-25-this-week-in-rust.md', text: TEXT });
    const offset = TEXT.indexOf('Group') + 2;
    const shown = hover({
      issue,
      findings: [],
      offset,
      today: '2026-02-20',
      archive: ARCHIVE,
      rulePage: () => undefined,
    });
    const tree = remark().parse(shown!.markdown);
    const kinds = new Set<string>();
    visit(tree, ({ type }) => void kinds.add(type));
    expect([...kinds].sort()).toEqual(['paragraph', 'root', 'text', 'thematicBreak']);
    const text = plainText(tree);
    expect(text).toContain(`Appeared in the issue of 2026-02-18: ${HOSTILE}`);
    expect(text).toContain(`mostly ${HOSTILE}`);
  });
});
