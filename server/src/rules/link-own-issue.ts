import { withNested } from '../newsletter/issue/items';
import { wholeItem } from '../newsletter/links/links';
import { meetupPage } from '../newsletter/links/meetup';
import type { WebUrl } from '../newsletter/links/url';
import { definePieceRule } from './rule';

const NEWSLETTER = /^(?:www\.)?(?:this-week-in-rust\.org|thisweekinrust\.(?:org|com))$/;
/** A page of the repository that is no place to send readers to. */
const OWN_PAGE = /^\/[\w-]+\/this-week-in-rust\/(?:pull|issues|compare|commit|blob|tree|edit|raw)(?:\/|$)/i;
const ISSUE_PAGE = /^\/blog\/\d{4}\/|^\/blog\/?$|^\/atom\.xml|^\/rss\.xml|^\/?$/;
/** Hosts that are kept free for examples, RFC 2606. */
const EXAMPLE_HOST = /^(?:[\w-]+\.)*example\.(?:com|org|net)(?::\d+)?$/;
const EXAMPLE_PATH = /^\/?$|\/(?:my|your|the)[-_]/i;
/** Parts of addresses as forms show them: `your-username`, `my_article`, `link-to-post`, `<slug>`. */
const FORM_PART =
  /^(?:your|my)[-_]?(?:user(?:name)?|name|blog|site|website|domain|org|company|group|meetup|repo(?:sitory)?|project|crate|post|article|talk|video|podcast|slug|event|link|url|page)\b|^(?:post|article|link|event|project|page|video)[-_]?(?:url|here|link|slug)$|^(?:insert|link-to|url-to)[-_]|^(?:username|yourname|slug|todo|tbd|xxx+)$|^(?:<|%3c|\{|%7b|\[).+(?:>|%3e|\}|%7d|\])$/i;

/** Pages on which authors and organizers work. */
const DESK =
  /^https?:\/\/(?:github\.dev\/|github\.com\/[^/]+\/[^/]+\/(?:(?:releases\/)?(?:edit|new)(?:\/|$)|settings(?![^/?#])|wiki\/(?:[^?#]+\/_edit|_new)(?![^?#]))|(?:gist\.github\.com|dev\.to|hackmd\.io|medium\.com\/p)\/[^?#]+\/(?:edit|manage)(?![^?#])|hackmd\.io\/[^?#]+\?(?:both|edit)|(?:www|draft)\.blogger\.com\/|hashnode\.com\/(?:edit|draft|preview)\/|[\w-]+\.substack\.com\/publish\/|studio\.youtube\.com\/|lu\.?ma(?:\.com)?\/event\/manage\/|[^/]+\/(?:myevent\b|manage\/events\/|wp-admin\/|ghost\/#|p\/[\da-f]{8}-[\da-f]{4}-))/;
/** Where sites are tried out before they are published. */
const TRIAL =
  /^(?:deploy-preview-\d+|[\da-f]{24})--|-git-[\w-]+\.vercel\.app$|^[\da-f]{8}\.[\w-]+\.pages\.dev$|\.ngrok(?:-free)?\.(?:app|dev|io)$|\.app\.github\.dev$/;

/** Addresses copied from the window in which their author was working, from an earlier issue or left as the form shows them, in place of the submitted page's. */
export default definePieceRule({
  id: 'link-own-issue',
  in: ['community', 'events', 'cfp'],
  summary: 'An item leads to the newsletter itself, to a placeholder, or to an editor or preview',
  why: 'The address was copied from an issue, a pull request, the example in the form or the window of an editor, and the page that was meant is missing.',
  severity: 'warning',
  fix: 'never',
  tags: ['url'],
  examples: [
    {
      title: 'the address of an issue',
      bad: '## Updates from Rust Community\n\n* [A runtime](https://this-week-in-rust.org/blog/2026/01/07/this-week-in-rust-633/)\n',
      found: ['3:15-83: This address leads to the newsletter itself, not to the page that the item is about'],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n* [A runtime](https://example.com/runtime)\n',
    },
    {
      title: 'the address of a form',
      bad: '## Updates from Rust Community\n\n* [A post](https://blog.example.com/your-post-url)\n',
      found: ['3:12-50: “your-post-url” was not replaced by the real address'],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n* [A post](https://blog.example.com/why)\n',
    },
  ],
  check(piece, report) {
    for (const { start, end, web, link } of piece.webAddresses) {
      if (!link || link.kind === 'image') continue;
      const own = isOwn(web);
      const desk = isDesk(web);
      const placeholder = desk ? undefined : placeholderIn(web);
      if (!own && !desk && !placeholder) continue;
      const item = piece.items.flatMap(withNested).find(({ links }) => links.includes(link));
      if (!item) continue;
      const main = piece.mainAt(item.start);
      if (main !== 'community' && main !== 'events' && main !== 'cfp') continue;
      // The newsletter calls for help with its own issues, too.
      const ofIssue = own && main !== 'cfp';
      const what = ofIssue
        ? 'This address leads to the newsletter itself, not to the page that the item is about'
        : desk
          ? 'Only its author can open this page: link the one for readers'
          : placeholder && `“${placeholder}” was not replaced by the real address`;
      if (!what) continue;
      const text = desk && !ofIssue ? forReaders(web.text) : web.text;
      report({
        at: { start, end },
        message: what,
        fixes:
          text !== web.text
            ? [{ title: `Link ${text}`, preferred: true, edits: () => [{ start, end, text }] }]
            : item.children.length > 0 || (desk && !ofIssue)
              ? []
              : [{ title: 'Delete this item', edits: () => [{ ...wholeItem(piece, item), text: '' }] }],
      });
    }
  },
});

/** What stands in an address in the place of the real one. */
function placeholderIn({ host, path }: WebUrl): string | undefined {
  const part = [...host.split('.'), ...path.split('/')].find((word) => FORM_PART.test(word));
  return part ?? (EXAMPLE_HOST.test(host) && EXAMPLE_PATH.test(path) ? host : undefined);
}

function isOwn({ host, path }: WebUrl): boolean {
  return NEWSLETTER.test(host)
    ? ISSUE_PAGE.test(path)
    : /(?:^|\.)github\.com$/.test(host) && OWN_PAGE.test(path);
}

function isDesk(web: WebUrl): boolean {
  const meetup = meetupPage(web);
  return (
    DESK.test(web.text) ||
    (meetup?.event !== undefined && /^\/(?:edit|attendees)\b/.test(meetup.below)) ||
    TRIAL.test(web.host) ||
    web.parameters.some(({ name }) => name === 'preview')
  );
}

/** The address of the same file for everybody; any other address as it is. */
function forReaders(url: string): string {
  return url
    .replace(/(?<=^https:\/\/github\.)dev(?=\/)/, 'com')
    .replace(/(?<=^https:\/\/github\.com\/[^/]+\/[^/]+\/)edit(?=\/)/, 'blob')
    .replace(/(?<=^https:\/\/github\.com\/[^/]+\/[^/]+\/wiki\/[^?#]+)\/_edit\b.*/, '')
    .replace(/(?<=\/events\/\w+\/)(?:edit|attendees)\b.*/, '');
}
