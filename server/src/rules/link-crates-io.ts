import { inCommunity } from '../newsletter/links/links';
import { definePieceRule } from './rule';

/** Crate pages outside "Crate of the Week" (CI). */
export default definePieceRule({
  id: 'link-crates-io',
  summary: 'A community link leads to a page of crates.io',
  why: 'The newsletter links news about a crate; its page on crates.io belongs in “Crate of the Week” only.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  inArchive: true,
  examples: [
    {
      title: 'a crate',
      bad: '## Updates from Rust Community\n\n* [example](https://crates.io/crates/example)\n',
      found: ['3:3-46: This is the page of example on crates.io: link a post or a release page'],
      good: '## Updates from Rust Community\n\n* [example 1.0](https://example.com/blog/example-1-0)\n',
    },
  ],
  check(piece, report) {
    for (const { link, web } of piece.targets) {
      if (!web || !/^(?:(?:www\.)?crates\.io|lib\.rs)$/.test(web.host) || !inCommunity(piece, link.start))
        continue;
      const crate = /^\/crates\/([^/]+)/.exec(web.path)?.[1];
      if (!crate && /^\/(?:stats|policies|docs|data-access|about)\b/.test(web.path)) continue;
      report({
        at: { start: link.start, end: link.end },
        message: crate
          ? `This is the page of ${crate} on ${web.host}: link a post or a release page`
          : `This is a page of ${web.host}: link a post or a release page`,
      });
    }
  },
});
