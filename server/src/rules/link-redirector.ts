import { looksShortened, redirectorOf } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** Links through a shortener or a site's exit page (#2808 #5949, README). */
export default definePieceRule({
  id: 'link-redirector',
  summary: 'A link goes through a redirecting service',
  why: 'Readers cannot see where such a link leads, the service counts them, and the link dies with the service.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  examples: [
    {
      title: 'an exit page with its target',
      bad: '* [A chat](https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fchat&sa=D)\n',
      found: ['1:12-78: www.google.com only redirects to https://example.com/chat: link that page itself'],
      fixes: ['Link https://example.com/chat itself'],
      good: '* [A chat](https://example.com/chat)\n',
    },
    {
      title: 'a shortener',
      bad: '* [A post](https://bit.ly/3abcde)\n',
      found: ['1:12-33: bit.ly only redirects to another page: link that page itself'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'what looks like one',
      bad: '* [A post](https://q9.gg/a8Xk2)\n',
      found: ['1:12-31: This looks like a short link of q9.gg: link the page itself'],
      good: '* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    for (const address of piece.webAddresses) {
      const redirection = redirectorOf(address.web);
      if (!redirection && looksShortened(address.web))
        report({
          at: { start: address.start, end: address.end },
          message: `This looks like a short link of ${address.web.host}: link the page itself`,
        });
      if (!redirection) continue;
      const { host, target } = redirection;
      report({
        at: { start: address.start, end: address.end },
        message: target
          ? `${host} only redirects to ${target}: link that page itself`
          : `${host} only redirects to another page: link that page itself`,
        fixes: target
          ? [
              {
                title: `Link ${target} itself`,
                preferred: true,
                edits: () => [{ start: address.start, end: address.end, text: target }],
              },
            ]
          : [],
      });
    }
  },
});
