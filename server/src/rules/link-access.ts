import { PAYWALLED_HOSTS } from '../newsletter/links/hosts';
import { inCommunity } from '../newsletter/links/links';
import { isUnder, type WebUrl } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** Pages that not everybody may read (README, #4687 #6254). */
export default definePieceRule({
  id: 'link-access',
  in: ['community'],
  summary: 'A page may be open to subscribers only',
  why: 'The newsletter links what everybody can read. LWN gives out subscriber links, Medium friend links.',
  // Most of LWN is free after a week or two, and most of Medium always: nothing that an editor must see each week.
  severity: 'hint',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  examples: [
    {
      title: 'a post that may need an account',
      bad: '## Updates from Rust Community\n\n* [A post](https://medium.com/@example/a-post-0123456789ab)\n',
      found: [
        '3:3-60: Pages of medium.com may be open to subscribers only: check this one, or use a link that everybody can open',
      ],
      good: '## Updates from Rust Community\n\n* [A post](https://medium.com/@example/a-post-0123456789ab?sk=0123)\n',
    },
  ],
  check(piece, report) {
    for (const { link, web } of piece.targets) {
      if (!web || !inCommunity(piece, link.start)) continue;
      const host = PAYWALLED_HOSTS.find((host) => isUnder(web.host, host));
      if (!host || isOpen(web)) continue;
      report({
        at: { start: link.start, end: link.end },
        message: `Pages of ${host} may be open to subscribers only: check this one, or use a link that everybody can open`,
      });
    }
  },
});

function isOpen(url: WebUrl): boolean {
  return /^\/SubscriberLink\//.test(url.path) || url.parameters.some(({ name }) => name === 'sk');
}
