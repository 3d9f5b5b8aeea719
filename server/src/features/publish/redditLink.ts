import type { Link } from '../../newsletter/issue/chunk';
import { issueNumberOf } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import { isDiscussion } from '../../newsletter/sections/discussion';
import { threadId } from '../../newsletter/sections/jobs';
import type { Edit } from '../../text/edits';

export type RedditLink =
  | { readonly edits: readonly Edit[]; readonly url: string; readonly numberKnown: boolean }
  | { readonly problem: string };

/**
 * Sets the link to the discussion of an issue on r/rust, in the place of the placeholder or of the address that is there.
 *
 * @param address as copied from a browser or an app; parameters and other names of the host go
 * @returns no edits when the link is there already; a problem, a sentence without its full stop, for the address of
 *   anything else, or of another issue
 */
export function redditLink(issue: Issue, address: string): RedditLink {
  const given = address.trim();
  const id = threadId(given) ?? /^https?:\/\/redd\.it\/(\w+)/i.exec(given)?.[1]?.toLowerCase();
  if (id === undefined) return { problem: 'This is not the address of a thread on Reddit' };
  const slug = /\/comments\/\w+\/([\w%-]+)/i.exec(given)?.[1]?.toLowerCase();
  const number = issueNumberOf(issue.date ?? '') ?? issue.frontMatter.number;
  const told = slug === undefined ? undefined : /^this[_-]week[_-]in[_-]rust[_-](\d+)/.exec(slug)?.[1];
  if (slug !== undefined && told === undefined)
    return { problem: `The thread “${slug.replaceAll('_', ' ')}” is not about an issue of the newsletter` };
  if (told !== undefined && number !== undefined && Number(told) !== number)
    return { problem: `The thread is about issue ${Number(told)}, and this is issue ${number}` };
  const footer = discussion(issue);
  if (!footer) return { problem: 'There is no link “Discuss on r/rust” in this issue' };
  const url =
    slug === undefined && number === undefined
      ? `https://www.reddit.com/r/rust/comments/${id}/`
      : `https://www.reddit.com/r/rust/comments/${id}/${slug ?? `this_week_in_rust_${number}`}/`;
  const { start, end } = footer.urlRange;
  const edits = footer.url === url ? [] : [{ start, end, text: url }];
  return { edits, url, numberKnown: told !== undefined };
}

/** The footer’s link; the last of several, as a quote may have one. */
function discussion(issue: Issue): Link | undefined {
  return issue.links.findLast((link) => link.kind === 'inline' && isDiscussion(link));
}
