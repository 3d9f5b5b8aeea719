import { inCommunity, targets } from '../newsletter/links/links';
import { siteNameIn } from '../newsletter/links/titles';
import { parseUrl } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** The name of the site behind the title, as browsers show it. */
export default definePieceRule({
  id: 'link-title-suffix',
  summary: "A title has the site's name appended",
  why: 'It comes from the window title of a browser; in a list of titles it only takes room.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'the name of the host',
      bad: '## Updates from Rust Community\n\n* [A post | Example](https://example.com/post)\n',
      found: ['3:10-20: Expected the title alone, found the name of the site: "Example"'],
      fixes: ['Remove "Example"'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    for (const { link, url } of targets(piece)) {
      const web = parseUrl(url);
      if (!web || link.kind === 'autolink' || !inCommunity(piece, link.start)) continue;
      const written = piece.source.slice(link.textRange);
      const title = written.trimEnd();
      const site = siteNameIn(title, web);
      if (!site) continue;
      const at = { start: link.textRange.start + site.start, end: link.textRange.start + site.end };
      report({
        at,
        message: `Expected the title alone, found the name of the site: "${site.name}"`,
        fixes: [{ title: `Remove "${site.name}"`, preferred: true, edits: () => [{ ...at, text: '' }] }],
      });
    }
  },
});
