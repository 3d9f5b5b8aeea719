import type { Edit } from '../../text/edits';
import { applyEdits } from '../../text/edits';
import { isGroupPage, meetupPage } from './meetup';
import { textFragment, trackingParameters, withoutParameters } from './tracking';
import { canonicalForm, escapeUrl, parseUrl, redirectorOf } from './url';

/** An address as the newsletter would link it. */
export interface TidyAddress {
  readonly url: string;
  /** What was done to it, for the author to read: `linked without utm_source`. */
  readonly changes: readonly string[];
}

/** A redirector may lead to another one; nobody nests more. */
const MAX_REDIRECTS = 3;

/**
 * Takes an address as it comes from a browser's address bar, a mail or a chat: redirectors that say where they lead are
 * followed, what tracks readers goes, hosts get their usual names.
 *
 * @param date of the issue: some names are younger than the newsletter
 */
export function tidyAddress(written: string, date?: string): TidyAddress {
  const changes: string[] = [];
  let url = written.trim().replace(/^<(.*)>$/, '$1');
  if (/^(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)/i.test(url)) url = `https://${url}`;
  const change = (edits: readonly Edit[], what: string) => {
    if (edits.length === 0) return;
    url = applyEdits(url, edits);
    changes.push(what);
  };
  for (let n = 0; n < MAX_REDIRECTS; n += 1) {
    const web = parseUrl(url);
    const redirection = web && redirectorOf(web);
    if (!redirection?.target) break;
    url = redirection.target;
    changes.push(`redirect by ${redirection.host} followed`);
  }
  const tracked = parseUrl(url);
  if (tracked) {
    const found = trackingParameters(tracked);
    const names = [...new Set(found.map(({ name }) => name))].join(', ');
    change(
      withoutParameters(tracked, found).map((range) => ({ ...range, text: '' })),
      `linked without ${names}`,
    );
  }
  // The site in a reader's language is the same site.
  const language = meetupPage(parseUrl(url))?.language;
  if (language) url = applyEdits(url, [{ ...language, text: '' }]);
  url = url.replace(/^http:\/\/(?=(?:www\.)?(?:meetup|luma|eventbrite)\.com(?:\/|$))/i, 'https://');
  const marked = parseUrl(url);
  const words = marked && textFragment(marked);
  if (words) change([{ ...words, text: '' }], 'linked without the words that were marked');
  const named = parseUrl(url);
  const form = named && canonicalForm(named, date);
  if (form?.sure) change(form.edits, `linked on ${form.host}`);
  return { url: isPaired(url) ? escapeUrl(url, /[\s<>]/g) : escapeUrl(url), changes };
}

/** A group's address as the newsletter links it: tidy, without `/events` and slash at its end (docs/newsletter.md#groups). */
export function tidyGroup(url: string): string {
  const bare = tidyAddress(url).url.replace(/\/+$/, '');
  const page = meetupPage(parseUrl(bare));
  return page && isGroupPage(page) ? page.groupUrl : bare;
}

/** Whether each parenthesis has its other half, so that Markdown reads the address to its end. */
function isPaired(url: string): boolean {
  let depth = 0;
  for (const char of url) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
