import { meetupPage } from '../../newsletter/links/meetup';
import { parseUrl } from '../../newsletter/links/url';
import { foldText } from '../../newsletter/places/places';
import { oneLine } from './imported';
import { isFeed, usable } from './pages';

/** What calendars are called by the programs that make them, folded: no group's name. */
const NO_GROUPS =
  /^(?:my |your |meine? |mes |mis )?(?:all |upcoming |public |private |personal |default |main |new |shared |untitled |unnamed )*(?:meetups?|luma|lu\.ma|eventbrite|google|outlook|icloud|apple|exchange|calendars?|kalender|calendrier|calendario|agenda|events?|meetings?|termine|veranstaltungen|event feed|feed|home|work|private|personal|family|birthdays|holidays|untitled|unnamed|ical|ics|export|schedule|noreply|no reply|organizer|organiser|unknown|unknown organizer|none|n\/?a|admin|info|team|host|hosts)(?: (?:calendars?|events?|meetups?|feed|export))*$/;

/** Words in the names of groups, companies and institutions rather than of people; folded. */
const GROUP_WORDS =
  /(?:^|[^\p{L}])(?:rust|rust-?lang\p{L}*|\p{L}{2,}rust|rustaceans?|meet-?ups?|groups?|gruppe|community|communaute|comunidad|clubs?|society|association|foundation|conf|conference|days?|nights?|hack(?:ers?|ing|athons?|nights?|labs?|spaces?|days?)|makers?(?:spaces?)?|devs?|developers?|programm(?:ers?|ing)|cod(?:e|ers|ing)|engineer(?:s|ing)|tech(?:nology|nologies|ies|s)?|software|systems?|labs?|university|universit\p{L}*|college|school|academy|institute?|library|space|hub|works?|workshop|gmbh|inc|ltd|llc|ag|ev|bv|oy|as|usergroup|user|users|team|crew|collective|guild|lug|women|girls|org|network|wasm|webassembly|linux|c\+\+|python|bevy|embedded|open source)(?:[^\p{L}]|$)/u;

/** The name of a calendar as the group's: `Events - Rust Oslo` (Meetup) is `Rust Oslo`; undefined for what names none. */
export function calendarGroup(name: string): string | undefined {
  const bare = oneLine(name)
    .replace(/^(?:events|calendar|luma|meetup)\s*[-–—:|]\s*/i, '')
    .replace(/\s*[-–—:|]\s*(?:luma|meetup|google calendar|eventbrite)$/i, '')
    .replace(/\s+[-–|]?\s*(?:events|calendar|event calendar|public calendar)$/i, '')
    .replace(/['’]s calendar$/i, '');
  return isGroupName(oneLine(name)) && isGroupName(bare) ? bare : undefined;
}

/** Whether a text can be a group's name: no address, nothing that a program put there. */
export function isGroupName(name: string): boolean {
  return (
    /\p{L}/u.test(name) &&
    !/@|:\/\/|\bnoreply\b|^www\./i.test(name) &&
    !NO_GROUPS.test(foldText(name)) &&
    !/^[0-9a-f-]{16,}$/i.test(name)
  );
}

/** Whether a name is surely not one of a person. */
export function soundsLikeGroup(name: string): boolean {
  return GROUP_WORDS.test(foldText(name));
}

/** Slugs of Meetup that are pages of the site. */
const MEETUP_PAGES: ReadonlySet<string> = new Set(
  (
    'events find topics pro apps home messages members help blog about lp cities groups login register account ' +
    'settings profile notifications start dashboard your-events media api privacy terms gift cc'
  ).split(' '),
);

/** The group's address in that of one of its events or calendars. */
export function groupOfAddress(url: string): string | undefined {
  const meetup = meetupPage(parseUrl(url))?.group;
  if (meetup && !MEETUP_PAGES.has(meetup.toLowerCase())) return `https://www.meetup.com/${meetup}`;
  const luma = /^https?:\/\/(?:www\.)?(?:luma\.com|lu\.ma)\/([\w.-]+)\?(?:.*&)?e=evt-/.exec(url)?.[1];
  return luma ? `https://luma.com/${luma}` : undefined;
}

/** The address of a group as a calendar gives it; undefined for the calendar's own, and for pages of the site. */
export function groupAddress(written: string): string | undefined {
  const url = usable(written)?.text;
  if (url === undefined) return undefined;
  const group = groupOfAddress(url);
  if (group) return group;
  return isFeed(url) || /^https?:\/\/(?:www\.)?meetup\.com(?:\/|$)/i.test(url) ? undefined : url;
}
