import { communityItems } from '../newsletter/links/links';
import { misplacedMarker } from '../newsletter/markers/misplaced';
import { readPrefix } from '../newsletter/markers/prefix';
import { definePieceRule } from './rule';

/** Between the links of an item: `([..], [..])`, ` and [..]`, `| [..]`, a full stop. */
const JOINTS = /^(?:[\s.,;:|/+()&–—-]|\band\b|\bor\b|\bplus\b|\bby\b)*$/i;

/** Descriptions beside the link; editors removed them 159 times (#8599). */
export default definePieceRule({
  id: 'link-trailing-text',
  summary: 'An item of the community section has text beside its link',
  why: 'An item is a link and nothing else: its title says what it is about.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  examples: [
    {
      title: 'a description',
      bad: '## Updates from Rust Community\n\n* [A book](https://example.com/book) - a book for everybody.\n',
      found: ['3:37-61: Expected a link alone, found text behind it'],
      fixes: ['Delete the text behind the link'],
      good: '## Updates from Rust Community\n\n* [A book](https://example.com/book)\n',
    },
  ],
  check(piece, report) {
    for (const item of communityItems(piece)) {
      const prefix = readPrefix(piece, item);
      if (!prefix) continue;
      const { source } = piece;
      if (prefix.prose && /\p{L}{2}/u.test(prefix.text)) {
        const text = prefix.text.trimEnd();
        report({
          at: { start: prefix.start, end: prefix.start + text.length },
          message: 'Expected a link alone, found text before it',
        });
        continue;
      }
      if (misplacedMarker(piece, item, prefix)) continue;
      const end = item.content.start + source.slice(item.content).trimEnd().length;
      const first = item.links[0]!;
      const gaps = item.links.map((link, index) => ({
        start: link.end,
        end: item.links[index + 1]?.start ?? end,
      }));
      if (gaps.every((gap) => gap.end <= gap.start || isJoint(source.slice(gap)))) continue;
      const at = { start: first.end, end };
      report({
        at,
        message: 'Expected a link alone, found text behind it',
        unnecessary: true,
        fixes: [{ title: 'Delete the text behind the link', edits: () => [{ ...at, text: '' }] }],
      });
    }
  },
});

/** A remark in parentheses, e.g. on the language, says what no marker says. */
function isJoint(text: string): boolean {
  return JOINTS.test(text) || /^\s*\([^()]{1,30}\)[.,]?\s*$/.test(text);
}
