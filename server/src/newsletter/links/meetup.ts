import type { Range } from '../../text/sourceText';
import type { WebUrl } from './url';

/** What an address on Meetup leads to, by its parts as they are written. */
export interface MeetupPage {
  /** `/de-DE` before the group, which every page has without it; offsets in the address. */
  readonly language: Range | undefined;
  /** The group's name in the address; also what stands there in addresses of the site's own pages, such as `find`. */
  readonly group: string;
  /** The address up to the end of the group's name. */
  readonly groupUrl: string;
  /** What follows `/events/`: the id of an event, or the name of a list of them, such as `past`. */
  readonly event: string | undefined;
  /** What follows the group, its list of events or the event: empty, or a path from its slash on. */
  readonly below: string;
}

const PAGE = /^(\/[a-z]{2}-[A-Z]{2}(?=\/[\w-]))?\/([\w-]+)(?:\/events(?:\/(\w+))?)?((?:\/.*)?)$/s;

/** Reads an address. @returns undefined for those of other sites, and for the site's first page */
export function meetupPage(web: WebUrl | undefined): MeetupPage | undefined {
  if (!web || !/^(?:www\.)?meetup\.com$/.test(web.host)) return undefined;
  const parts = PAGE.exec(web.path);
  if (!parts) return undefined;
  const [, language = '', group = '', event, below = ''] = parts;
  const { start } = web.pathRange;
  return {
    language: language === '' ? undefined : { start, end: start + language.length },
    group,
    groupUrl: web.text.slice(0, start + language.length + 1 + group.length),
    event,
    below,
  };
}

/** Whether a page is the group's own or its list of events, not one of those. */
export function isGroupPage({ event, below }: MeetupPage): boolean {
  return event === undefined && (below === '' || below === '/');
}

/** `rust-oslo` is `Rust Oslo`: the group's name as its address has it. */
export function titleOfGroup({ group }: MeetupPage): string {
  return group
    .replace(/-+/g, ' ')
    .trim()
    .replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
}
