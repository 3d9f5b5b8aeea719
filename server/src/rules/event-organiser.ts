import type { ArchiveView, OrganiserHistory } from '../newsletter/archive/view';
import { plainTitle } from '../newsletter/events/boldTitle';
import type { EventEntry } from '../newsletter/events/event';
import { countryToWrite } from '../newsletter/events/meaning';
import { organiserOf } from '../newsletter/events/organisers';
import { type PlaceRanges, placeRanges } from '../newsletter/events/placeRanges';
import type { Link } from '../newsletter/issue/chunk';
import type { Piece } from '../newsletter/issue/piece';
import { isGroupPage, meetupPage } from '../newsletter/links/meetup';
import { parseUrl } from '../newsletter/links/url';
import { countryOf, foldText } from '../newsletter/places/places';
import { nearlySame } from '../text/words';
import { definePieceRule, type Report } from './rule';

/** From how many entries on in earlier issues a name or spelling is in use. */
const NEW_NAME_USES = 3;
/** From how many letters on another letter in a city is a slip: `Lyon` and `Lynn` are two. */
const MISTYPED_LENGTH = 5;
/** From how many entries on a spelling or a country is the usual one. */
const CLEAR_USES = 5;

export default definePieceRule({
  id: 'event-organiser',
  in: ['events'],
  goesBy: ['archive'],
  summary:
    'A known group under another name, in another place than usual, or beside an event of another group',
  why: 'Groups are easier to find under one name; another country than usual is mostly a slip.',
  severity: 'info',
  fix: 'never',
  tags: ['organiser'],
  examples: [
    {
      title: 'name in another form',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | London, UK | [Rust LDN UG](https://www.meetup.com/rust-london-user-group)\n    * [**Talks**](https://example.com/london/1)\n',
      found: ['4:30-41 hint: This group is usually called “Rust London User Group”, not “Rust LDN UG”'],
      fixes: ['Write “Rust London User Group”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | London, UK | [Rust London User Group](https://www.meetup.com/rust-london-user-group)\n    * [**Talks**](https://example.com/london/1)\n',
    },
    {
      title: 'an event of another group',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Narvik, NO | [Rust Narvik](https://www.meetup.com/rust-narvik-no)\n    * [**Talks**](https://www.meetup.com/rust-narvik/events/300000001)\n',
      found: ['4:43-80: The event is on the page of another group, meetup.com/rust-narvik'],
      fixes: ['Write “https://www.meetup.com/rust-narvik”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Narvik, NO | [Rust Narvik](https://www.meetup.com/rust-narvik)\n    * [**Talks**](https://www.meetup.com/rust-narvik/events/300000001)\n',
    },
    {
      title: 'a group’s address that leads to an event',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Example Group](https://www.meetup.com/example-group/events/123456789/)\n    * [**Talks**](https://www.meetup.com/example-group/events/123456789/)\n',
      found: ['4:43-97 warning: This address leads to a single event, not to the group'],
      fixes: ['Write “https://www.meetup.com/example-group”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Example Group](https://www.meetup.com/example-group)\n    * [**Talks**](https://www.meetup.com/example-group/events/123456789/)\n',
    },
  ],
  check(piece, report, frame) {
    for (const event of piece.events) {
      const page = event.title?.links[0];
      if (page && isOfGroup(page.url))
        report({
          at: page.urlRange,
          message: 'This address leads to the group, not to the event',
        });
      const other = otherGroup(piece, event, frame.archive);
      if (other) report(other);
      for (const link of event.organisers) {
        const single = eventInstead(link);
        if (single) report(single);
        const key = piece.keys.group(link.url);
        const earlier = frame.archive?.organiser(key);
        const known = organiserOf(link.url, piece.keys.group);
        const titled = known && swappedNames(piece, event, known.name);
        if (titled) report(titled);
        else if (known?.nameIsClear && isOtherName(link.text, known.name) && !isInUse(link.text, earlier)) {
          const { start, end } = link.textRange;
          report({
            at: { start, end },
            // Groups do change their names, but hardly by a letter.
            severity: nearlySame(foldName(link.text), foldName(known.name), 2) ? 'info' : 'hint',
            message: `This group is usually called “${known.name}”, not “${link.text}”`,
            fixes: [{ title: `Write “${known.name}”`, edits: () => [{ start, end, text: known.name }] }],
          });
        }
        if (event.organisers.length > 1) continue;
        // Conferences move from country to country; those on Meetup are groups.
        const isGroup = key.startsWith('meetup.com/');
        const usual = () =>
          known?.countryIsClear ? known.country : isGroup ? usualCountry(earlier) : undefined;
        const [place, ...more] = placeRanges(piece, event);
        if (!place || more.length > 0) continue;
        const elsewhere =
          (isAtHome(piece, event) && countryReport(place, usual())) ||
          spellingReport(place, earlier) ||
          stateReport(place, earlier);
        if (elsewhere) report(elsewhere);
      }
    }
  },
});

/** Pages of single events that do not tell their group. */
const SINGLE_EVENT: readonly RegExp[] = [
  /^https:\/\/(?:www\.)?eventbrite\.[a-z.]+\/e\//i,
  /^https:\/\/(?:www|calendar)\.google\.com\/calendar\/(?:u\/\d+\/)?(?:r\/)?event/i,
];

/** Whether an address is one of a group whose events have pages of their own. */
function isOfGroup(url: string): boolean {
  const page = meetupPage(parseUrl(url));
  return page !== undefined && isGroupPage(page);
}

/** A group's link that leads to one of its events, which is over soon. */
function eventInstead({ url, urlRange }: Link): Report | undefined {
  const page = meetupPage(parseUrl(url));
  const group = /^[a-z]*\d|^[a-z]{11,}$/i.test(page?.event ?? '') ? page!.groupUrl : undefined;
  if (group === undefined && !SINGLE_EVENT.some((form) => form.test(url))) return undefined;
  const { start, end } = urlRange;
  return {
    at: { start, end },
    severity: 'warning',
    message: 'This address leads to a single event, not to the group',
    fixes: group ? [{ title: `Write “${group}”`, edits: () => [{ start, end, text: group }] }] : [],
  };
}

/** The address of the group whose event the title leads to; undefined for events that do not tell. */
function groupOfTitle(event: EventEntry): string | undefined {
  const page = meetupPage(parseUrl(event.title?.links[0]?.url ?? ''));
  return /^\d/.test(page?.event ?? '') ? page!.groupUrl : undefined;
}

/** The line names one group, the title leads to an event of another: one of the two addresses is a slip. */
function otherGroup(
  { keys }: Piece,
  event: EventEntry,
  archive: ArchiveView | undefined,
): Report | undefined {
  const text = groupOfTitle(event);
  if (text === undefined) return undefined;
  const [first, ...others] = event.organisers;
  const isGroup = (url: string) => /^meetup\.com\/[^/]+$/.test(keys.group(url));
  // An event of several is on the page of one of them.
  if (!first || others.length > 0 || !isGroup(first.url) || keys.group(first.url) === keys.group(text))
    return undefined;
  const title = event.title!.links[0]!;
  if (goTogether(keys.group(first.url), keys.group(text), title.url, archive)) return undefined;
  const { start, end } = first.urlRange;
  return {
    at: { start, end },
    message: `The event is on the page of another group, ${keys.group(text)}`,
    related: [{ ...title.urlRange, message: 'The address of the event' }],
    fixes: [{ title: `Write “${text}”`, edits: () => [{ start, end, text }] }],
  };
}

/** The name of the group stands below, and that of the event where the group belongs. */
function swappedNames(
  { source }: Piece,
  { organisers, title }: EventEntry,
  name: string,
): Report | undefined {
  const [group, ...others] = organisers;
  const page = title?.links[0];
  // Most groups are called by their name.
  if (!group || others.length > 0 || group.text === name) return undefined;
  if (!page || isOfGroup(page.url)) return undefined;
  const written = plainTitle(source.slice(page.textRange));
  const fold = foldName(group.text);
  if (foldName(written) !== foldName(name) || fold === foldName(name) || /\b(?:rust|meetup|group)/.test(fold))
    return undefined;
  return {
    at: group.textRange,
    severity: 'warning',
    message: 'The names of the group and of the event are swapped',
    related: [{ ...page.textRange, message: 'The name of the group' }],
    fixes: [
      {
        title: 'Swap them',
        edits: () => [
          { ...group.textRange, text: written },
          { ...page.textRange, text: `**${group.text}**` },
        ],
      },
    ],
  };
}

/** How many issues back two groups that share their events are looked for. */
const SHARED_IN = 60;

/** Whether an earlier issue had another event of the one group under the name of the other: chapters, groups renamed. */
function goTogether(
  organiser: string,
  group: string,
  page: string,
  archive: ArchiveView | undefined,
): boolean {
  const starts = (url: string, key: string) => {
    const at = url.toLowerCase().indexOf(key);
    return at >= 0 && /^(?:[/?#]|$)/.test(url.slice(at + key.length));
  };
  return (archive?.issues.slice(0, SHARED_IN) ?? []).some(({ events }) =>
    events.some(
      ({ organiserUrl, titleUrl }) =>
        titleUrl !== undefined &&
        titleUrl !== page &&
        starts(titleUrl, group) &&
        starts(organiserUrl, organiser),
    ),
  );
}

/** Whether an event is announced on its group's own pages; a guest of another group is where that one is. */
function isAtHome({ keys }: Piece, event: EventEntry): boolean {
  const host = (url: string) => keys.group(url).split('/')[0];
  const group = groupOfTitle(event);
  const organiser = event.organisers[0]!.url;
  const title = event.title?.links[0]?.url;
  if (group !== undefined) return keys.group(group) === keys.group(organiser);
  return title === undefined || host(title) === host(organiser);
}

/** Another state than the group's earlier events in this city have. */
function stateReport(ranges: PlaceRanges, history: OrganiserHistory | undefined): Report | undefined {
  const at = ranges.states[0];
  if (!at || ranges.states.length > 1) return undefined;
  const { city, country, states } = ranges.place;
  const counts = new Map<string, number>();
  for (const { place: usual, count } of history?.locations ?? []) {
    if (usual?.states.length !== 1 || usual.country !== country) continue;
    if (foldText(usual.city) !== foldText(city)) continue;
    counts.set(usual.states[0]!, (counts.get(usual.states[0]!) ?? 0) + count);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  const found = states[0]!;
  if (!best || best[1] < NEW_NAME_USES || best[0] === found || (counts.get(found) ?? 0) > 1) return undefined;
  return {
    at,
    message: `This group’s events in ${city} are in ${best[0]}, not in ${found}`,
    fixes: [{ title: `Write “${best[0]}”`, edits: () => [{ ...at, text: best[0] }] }],
  };
}

/** The country of a group that the bundled table does not have, by at least 5 entries, 9 of 10 of them there. */
function usualCountry(history: OrganiserHistory | undefined): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { place, count } of history?.locations ?? []) {
    const written = place?.country;
    if (!written) continue;
    const country = countryToWrite(written) ?? written;
    all += count;
    counts.set(country, (counts.get(country) ?? 0) + count);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && all >= CLEAR_USES && best[1] >= all * 0.9 ? best[0] : undefined;
}

function countryReport(ranges: PlaceRanges, text: string | undefined): Report | undefined {
  if (!text) return undefined;
  const found = ranges.place.country;
  const meant = found && (countryToWrite(found) ?? found);
  // What is no country at all is the matter of event-location and event-country.
  if (!meant || meant === text || !countryOf(meant)) return undefined;
  return {
    at: ranges.country,
    message: `This group’s events are usually in ${text}, not in ${found}`,
    fixes: [{ title: `Write “${text}”`, edits: () => [{ ...ranges.country, text }] }],
  };
}

/** A city in other letters than this group's earlier events have it: `Mountain view`. */
function spellingReport(ranges: PlaceRanges, history: OrganiserHistory | undefined): Report | undefined {
  const written = ranges.place.city;
  // With its parenthesis it is the matter of event-location.
  if (written.startsWith('(')) return undefined;
  const counts = new Map<string, number>();
  for (const { place, count } of history?.locations ?? [])
    if (place?.city) counts.set(place.city, (counts.get(place.city) ?? 0) + count);
  if ((counts.get(written) ?? 0) >= NEW_NAME_USES) return undefined;
  const folded = foldText(written);
  const isSame = (city: string) => {
    const other = foldText(city);
    return other === folded || (written.length >= MISTYPED_LENGTH && nearlySame(other, folded, 1));
  };
  const [best] = [...counts].filter(([city]) => city === written || isSame(city)).sort((a, b) => b[1] - a[1]);
  if (!best || best[0] === written || best[1] < CLEAR_USES) return undefined;
  return {
    at: ranges.city,
    message: `This group’s city is usually written “${best[0]}”, not “${written}”`,
    fixes: [{ title: `Write “${best[0]}”`, edits: () => [{ ...ranges.city, text: best[0] }] }],
  };
}

function isOtherName(written: string, usual: string): boolean {
  return written !== usual && written.trim() !== '' && foldName(written) !== foldName(usual);
}

function isInUse(name: string, history: OrganiserHistory | undefined): boolean {
  return history?.names.some(({ value, count }) => value === name && count >= NEW_NAME_USES) ?? false;
}

/** Names are the same whatever their case, accents, pictures and punctuation. */
function foldName(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
