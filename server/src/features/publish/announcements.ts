import type { Issue } from '../../newsletter/issue/issue';
import { within } from '../../newsletter/issue/within';
import type { Place } from '../../protocol/announcementPlaces';
import { count } from '../../protocol/wording';
import { siteAddress } from '../page/documents';

/** What is said about an issue in one place. */
export interface Announcement {
  readonly place: Place;
  /** Of the post or the mail, where the place has titles. */
  readonly title?: string;
  /** The text of the post; for Reddit the address that is posted, for the mail none: its body is the rendered issue. */
  readonly text: string;
  /** As the place counts, with the most that it takes. */
  readonly length: number;
  readonly limit: number;
}

/** https://docs.bsky.app: 300 graphemes. https://docs.joinmastodon.org: 500 characters, an address counts as 23. */
const LIMITS = { reddit: 300, bluesky: 300, mastodon: 500, email: 78 } as const;
const MASTODON_ADDRESS = 23;

/** The texts with which an issue is announced. What does not fit is left out, least important first. */
export function announcements(issue: Issue): Announcement[] {
  const { number } = issue.frontMatter;
  const title = `This Week in Rust${number === undefined ? '' : ` ${number}`}`;
  const address = siteAddress(issue);
  const crate = crateOf(issue);
  const updates = issue.sectionsOf('community').length > 0 ? communityLinks(issue) : 0;
  const events = issue.events.length;
  const told = [
    ...(crate === undefined ? [] : [`Crate of the week: ${crate}`]),
    [
      ...(updates > 0 ? [`${count(updates, 'link')} from the community`] : []),
      ...(events > 0 ? [count(events, 'event')] : []),
    ].join(', '),
    '#rustlang',
  ].filter((line) => line !== '');
  const post = (place: 'bluesky' | 'mastodon', lengthOf: (text: string) => number): Announcement => {
    const limit = LIMITS[place];
    const extras = [...told];
    let text: string;
    do {
      text = [`${title} is out: ${address}`, ...extras].join('\n\n');
    } while (lengthOf(text) > limit && extras.pop() !== undefined);
    return { place, text, length: lengthOf(text), limit };
  };
  return [
    { place: 'reddit', title, text: address, length: graphemes(title), limit: LIMITS.reddit },
    post('bluesky', graphemes),
    post('mastodon', (text) => graphemes(text.replace(address, 'x'.repeat(MASTODON_ADDRESS)))),
    { place: 'email', title, text: '', length: graphemes(title), limit: LIMITS.email },
  ];
}

/** No post has room for more. */
const LONGEST_NAME = 500;

/** The label of the line that asks for suggestions, and the forum where they are made. */
const SUGGESTIONS = /^(?:submit_crate$|https:\/\/users\.rust-lang\.org\/)/;

/** The name of the crate of the week; undefined as long as the section has only the way to suggest one. */
function crateOf(issue: Issue): string | undefined {
  const body = issue.sectionsOf('cotw')[0]?.body;
  if (!body) return undefined;
  const name = within(issue.links, body)
    .find(({ url }) => !SUGGESTIONS.test(url))
    ?.text.trim();
  return name && name.length <= LONGEST_NAME ? name : undefined;
}

function communityLinks(issue: Issue): number {
  return issue.items.filter(({ start, links }) => links.length > 0 && issue.mainAt(start) === 'community')
    .length;
}

function graphemes(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}
