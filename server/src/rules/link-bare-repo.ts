import { inCommunity, targets } from '../newsletter/links/links';
import { parseUrl, repositoryRoot } from '../newsletter/links/url';
import { defineRule } from './rule';

/** Repositories instead of something about them (README, CI, #6423). */
export default defineRule({
  id: 'link-bare-repo',
  summary: 'A community link leads to the first page of a repository',
  why: 'The newsletter links news: a post, a release page or a changelog tells what is new, a repository does not.',
  severity: 'warning',
  fix: 'never',
  inArchive: true,
  examples: [
    {
      title: 'a repository',
      bad: '## Updates from Rust Community\n\n* [example](https://github.com/example/example)\n',
      good: '## Updates from Rust Community\n\n* [example 1.0](https://github.com/example/example/releases/tag/v1.0)\n',
    },
  ],
  check({ issue, report }) {
    for (const { link, url } of targets(issue)) {
      if (!inCommunity(issue, link.start)) continue;
      const web = parseUrl(url);
      const repository = web && repositoryRoot(web);
      if (!repository) continue;
      report({
        at: { start: link.start, end: link.end },
        message: `Expected a post or a release page, found the repository ${repository} itself`,
      });
    }
  },
});
