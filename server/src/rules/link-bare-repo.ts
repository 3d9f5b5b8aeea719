import { inCommunity } from '../newsletter/links/links';
import { repositoryRoot, type WebUrl } from '../newsletter/links/url';
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
      const message = web && inCommunity(piece, link.start) && noNews(web);
      if (message) report({ at: { start: link.start, end: link.end }, message });
    }
  },
});

/** What to link instead of a page that is there all the time. */
function noNews(web: WebUrl): string | undefined {
  const { host, path } = web;
  if (host === 'www.youtube.com' && /^\/(?:@|c\/|channel\/|user\/)[^/]+\/?$/.test(path))
    return 'This is the page of a channel: link the video';
  const news = 'link the post or the release page that tells the news';
  if (repositoryRoot(web)) return `This is the first page of a repository: ${news}`;
  if (host === 'github.com' && /^\/[\w-]+\/?$/.test(path))
    return `This is the page of somebody on GitHub: ${news}`;
  return undefined;
}
