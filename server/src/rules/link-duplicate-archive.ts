import { inCommunity } from '../newsletter/links/links';
import { isRecent } from './link-duplicate';
import { definePieceRule } from './rule';

/** The same page in an issue longer ago than `link-duplicate` looks (#4098). */
export default definePieceRule({
  id: 'link-duplicate-archive',
  goesBy: ['archive'],
  summary: 'A community link appeared in an issue long ago',
  why: 'A page may come again when it has changed a lot; more often its announcement in an earlier issue was forgotten.',
  severity: 'info',
  fix: 'never',
  tags: ['again', 'url', 'organiser-url'],
  examples: [
    {
      title: 'an announcement of two years ago',
      earlier:
        'Title: This Week in Rust 540\nNumber: 540\nDate: 2024-03-27\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
      bad: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
      found: ['3:3-37: This link appeared in the issue of 2024-03-27: “A post”'],
      good: '## Updates from Rust Community\n\n* [What changed since a post](https://example.com/post-2)\n',
    },
  ],
  check(piece, report, frame) {
    if (!frame.archive) return;
    for (const { link, url } of piece.targets) {
      if (!inCommunity(piece, link.start)) continue;
      const earlier = frame.archive.earlierLinks(piece.keys.link(url))[0];
      if (!earlier || isRecent(piece.date, earlier)) continue;
      report({
        at: { start: link.start, end: link.end },
        message: `This link appeared in the issue of ${earlier.date}: “${earlier.title}”`,
        related: [{ uri: earlier.uri, start: earlier.start, end: earlier.end, message: 'The same link' }],
      });
    }
  },
});
