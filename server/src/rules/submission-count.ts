import { digestIssue } from '../newsletter/archive/digest';
import { linkKey } from '../newsletter/links/keys';
import { defineIssueRule, type Fact, type Placed } from './rule';

const PROJECT_TOOLING = 'community/project-tooling';

/** Several submissions in one change (#7946 #8548 #5690). Asked only where the change is known: `--since`. */
export default defineIssueRule({
  id: 'submission-count',
  summary: 'One change adds more items than the guidelines allow',
  why: 'So that many people get their place, a contributor sends in one item a week, and a change adds at most one to Project/Tooling Updates.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'two posts of one contributor',
      role: 'contributor',
      before:
        'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n',
      bad: '## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n* [Mine](https://example.com/b)\n* [Mine too](https://example.com/c)\n',
      found: ['6:1-36: This change adds 2 items; a contributor sends in one a week'],
      good: '## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n* [Mine](https://example.com/b)\n',
    },
  ],
  facts: (piece) =>
    piece.communityItems.flatMap(({ start, line, content, links }): Added[] =>
      links[0]
        ? [
            {
              at: { start: line.bullet, end: content.end },
              link: piece.keys.link(links[0].url),
              isTool: piece.sectionAt(start)?.spec?.key === PROJECT_TOOLING,
            },
          ]
        : [],
    ),
  check({ uri, options }, items: readonly Placed<Added>[], report) {
    if (options.before === undefined) return;
    const known = new Set(digestIssue(uri, options.before)?.links.map(({ url }) => linkKey(url)));
    const added = items.filter(({ link }) => !known.has(link));
    const surplus = (items: readonly Placed<Added>[], message: string) => {
      // Told once: at the first that is one too many.
      const [surplus, ...others] = items.slice(1);
      if (!surplus) return;
      const related = others.map(({ at }) => ({ at, message: 'Added as well' }));
      report({ at: surplus.at, message, related });
    };
    if (options.role === 'contributor') {
      surplus(added, `This change adds ${added.length} items; a contributor sends in one a week`);
    } else {
      const tools = added.filter(({ isTool }) => isTool);
      surplus(tools, `This change adds ${tools.length} items under Project/Tooling Updates; one is allowed`);
    }
  },
});

/** An item of the community section, by its first link. */
interface Added extends Fact {
  readonly link: string;
  readonly isTool: boolean;
}
