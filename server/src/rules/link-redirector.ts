import { redirectorOf } from '../newsletter/links/url';
import { defineRule } from './rule';

/** Links through a shortener or a site's exit page (#2808 #5949, README). */
export default defineRule({
  id: 'link-redirector',
  summary: 'A link goes through a redirecting service',
  why: 'Readers cannot see where such a link leads, the service counts them, and the link dies with the service.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'an exit page with its target',
      bad: '* [A chat](https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fchat&sa=D)\n',
      good: '* [A chat](https://example.com/chat)\n',
    },
    {
      title: 'a shortener',
      bad: '* [A post](https://bit.ly/3abcde)\n',
      good: '* [A post](https://example.com/post)\n',
    },
  ],
  check({ issue, report }) {
    for (const address of issue.webAddresses) {
      const redirection = redirectorOf(address.web);
      if (!redirection) continue;
      const { host, target } = redirection;
      report({
        at: { start: address.start, end: address.end },
        message: target
          ? `Expected the page itself, found a redirect by ${host} to ${target}`
          : `Expected the page itself, found a redirect by ${host}`,
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
