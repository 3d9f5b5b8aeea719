import { inCommunity } from '../newsletter/links/links';
import { repositoryRoot } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** Repositories instead of something about them (README, CI, #6423). */
export default definePieceRule({
  id: 'link-bare-repo',
  in: ['community'],
  summary: 'A community link leads to the first page of a repository',
  why: 'The newsletter links news: a post, a release page or a changelog tells what is new, a repository does not.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  inArchive: true,
  examples: [
    {
      title: 'a repository',
      bad: '## Updates from Rust Community\n\n* [example](https://github.com/example/example)\n',
      found: [
        '3:3-48: This is the first page of a repository: link the post or the release page that tells the news',
      ],
      good: '## Updates from Rust Community\n\n* [example 1.0](https://github.com/example/example/releases/tag/v1.0)\n',
    },
  ],
  check(piece, report) {
    for (const { link, web } of piece.targets) {
      if (!inCommunity(piece, link.start)) continue;
      if (!web) continue;
      const what = repositoryRoot(web)
        ? 'the first page of a repository'
        : /^\/[\w-]+\/?$/.test(web.path) && web.host === 'github.com'
          ? 'the page of somebody on GitHub'
          : /^\/(?:@|c\/|channel\/|user\/)[^/]+\/?$/.test(web.path) && web.host === 'www.youtube.com'
            ? 'the page of a channel'
            : undefined;
      if (!what) continue;
      report({
        at: { start: link.start, end: link.end },
        message: `This is ${what}: link ${what.endsWith('channel') ? 'the video' : 'the post or the release page that tells the news'}`,
      });
    }
  },
});
