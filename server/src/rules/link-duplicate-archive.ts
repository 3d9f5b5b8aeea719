import { linkKey } from '../issue/url';
import { RECENT_ISSUES } from './link-duplicate';
import { defineRule } from './rule';
import { inCommunity, targets } from './support/links';

/** The same page in an issue longer ago than {@link RECENT_ISSUES} (#4098). */
export default defineRule({
  id: 'link-duplicate-archive',
  summary: 'A community link stood in an issue of long ago',
  why: 'A page may come again when it has changed a lot; more often its announcement in an earlier issue was forgotten.',
  severity: 'info',
  fix: 'never',
  examples: [],
  check({ issue, archive, report }) {
    if (!archive) return;
    for (const { link, url } of targets(issue)) {
      if (!inCommunity(issue, link.start)) continue;
      const earlier = archive.earlierLinks(linkKey(url))[0];
      if (!earlier || earlier.issuesAgo <= RECENT_ISSUES) continue;
      report({
        at: { start: link.start, end: link.end },
        message: `This link stood in the issue of ${earlier.date}: "${earlier.title}"`,
        related: [{ uri: earlier.uri, start: earlier.start, end: earlier.end, message: 'The same link' }],
      });
    }
  },
});
