import type { ArchiveView } from '../../newsletter/archive/view';
import { parseLocation } from '../../newsletter/events/location';
import { type EventRegion, regionOf, regionOfPlace } from '../../newsletter/events/meaning';
import type { Organiser } from '../../newsletter/events/organisers';
import type { Issue } from '../../newsletter/issue/issue';
import { groupKey } from '../../newsletter/links/keys';
import { foldText } from '../../newsletter/places/places';
import { count } from '../../protocol/wording';
import { snippetText } from '../../text/snippet';
import { beginsWith, type Completion, type CompletionProvider } from './completion';
import { completeDates, windowDates } from './dates';
import { groupsToOffer } from './groups';
import { completeLocations } from './locations';

/** A line that may become an event: nothing, a bullet, or the first letters of a group or city. */
const FRESH_LINE = /^[ \t]*(\*?[ \t]*)([\p{L}\p{N}&+'. -]*)$/u;
/** The cursor behind the second bar of an event line, perhaps in the bracket of a link. */
const IN_ORGANISER =
  /^[ \t]*\*[ \t]+\d{4}-\d{2}-\d{2}[^|]*\|(?<place>[^|]*)\|(?:.*[+][ \t]|[ \t]*)(?<bracket>\[?)(?<typed>[\p{L}\p{N}&+'. -]*)$/u;

/** Everything of an event's two lines, inside Upcoming Events only. */
export const completeEvents: CompletionProvider = ({ issue, offset, archive }) => {
  const section = issue.sectionAt(offset);
  const inEvents = section?.spec?.key === 'events' || section?.spec?.parent === 'events';
  if (!section || !inEvents || offset < section.body.start) return [];
  if (issue.links.some((link) => link.start < offset && offset < link.end)) return [];
  return [
    ...completeEntries(issue, offset, archive),
    ...[
      ...completeDates(issue, offset),
      ...completeLocations(issue, offset),
      ...completeOrganisers(issue, offset, archive),
    ].map((completion) => outdented(issue, offset, apart(issue, completion))),
  ];
};

/** What is accepted right behind a bar brings the blank along that belongs there. */
function apart({ source }: Issue, completion: Completion): Completion {
  const { edit } = completion;
  return source.text[edit.start - 1] === '|'
    ? { ...completion, edit: { ...edit, text: ` ${edit.text}` } }
    : completion;
}

/**
 * After the title of an event editors indent the next line like it. An event begins at the margin: what is accepted in
 * an indented event line takes the indent away.
 */
function outdented(issue: Issue, offset: number, completion: Completion): Completion {
  const { text } = issue.source;
  const { start } = issue.source.lineAt(offset);
  const indent = /^[ \t]*/.exec(text.slice(start, offset))![0].length;
  if (indent === 0) return completion;
  const { edit, label, filterText = label, snippet } = completion;
  const kept = text.slice(start + indent, edit.start);
  const escaped = snippet ? snippetText(kept) : kept;
  return {
    ...completion,
    edit: { start, end: edit.end, text: `${escaped}${edit.text}` },
    filterText: `${kept}${filterText}`,
  };
}

/** Whole entries: empty ones to fill in, and those of known groups. */
function completeEntries(issue: Issue, offset: number, archive: ArchiveView | undefined): Completion[] {
  const line = issue.source.lineAt(offset);
  if (issue.source.text.slice(offset, line.end).trim() !== '') return [];
  const match = FRESH_LINE.exec(issue.source.text.slice(line.start, offset));
  if (!match || /^\d/.test(match[2]!)) return [];
  const [, bullet, typed] = match as unknown as [string, string, string];
  const region = regionOf(issue.sectionAt(offset));
  // A bullet at the margin stays: editors compare the word at the cursor, and what stands in the edit's range.
  const kept = /^\*[ \t]/.test(issue.source.text.slice(line.start, offset));
  const edit = { start: kept ? offset - typed.length : line.start, end: offset };
  const prefix = bullet.startsWith('*') && !kept ? '* ' : '';
  const start = kept ? '' : '* ';
  const date = dateStop(issue);
  const online = region === 'virtual';
  const forms: [label: string, detail: string, location: string, order: number][] = [
    ['In-person event', 'City, CC', `\${2:City}, \${3:CC}`, online ? 2 : 0],
    ['Hybrid event', 'Hybrid (City, CC)', `Hybrid (\${2:City}, \${3:CC})`, 1],
    ['Virtual event', 'Virtual (City, CC)', `Virtual (\${2:City}, \${3:CC})`, online ? 0 : 2],
  ];
  const empty = forms.map(
    ([label, detail, location, order]): Completion => ({
      label,
      detail,
      kind: 'event',
      edit: {
        ...edit,
        text: `${start}${date} | ${location} | [\${4:Group}](\${5:https://})\n    * [**\${6:Title}**](\${7:https://})`,
      },
      snippet: true,
      filterText: `${prefix}${label}`,
      // Before the days of the window, which whoever types a digit is left with.
      sortText: `/${order}`,
    }),
  );
  const known = organisersFor(archive, region, typed).map(([organiser, location]): Completion => {
    const page = organiser.url.includes('meetup.com/') ? `${organiser.url}/events/` : 'https://';
    return {
      label: organiser.name,
      detail: detailOf(organiser, location, archive),
      kind: 'event',
      edit: {
        ...edit,
        text: `${start}${date} | ${snippetText(location)} | [${snippetText(organiser.name)}](${snippetText(organiser.url)})\n    * [**\${2:Title}**](\${3:${snippetText(page)}})`,
      },
      snippet: true,
      filterText: `${prefix}${asTyped(typed, `${organiser.name} ${location}`)}`,
      sortText: `2${organiser.name}`,
    };
  });
  return [...empty, ...known];
}

/** The organiser's link, behind place and bar: groups of that place first. */
function completeOrganisers(issue: Issue, offset: number, archive: ArchiveView | undefined): Completion[] {
  const line = issue.source.lineAt(offset);
  const match = IN_ORGANISER.exec(issue.source.text.slice(line.start, offset));
  if (!match) return [];
  const { place, bracket, typed } = match.groups as Record<'place' | 'bracket' | 'typed', string>;
  const rest = issue.source.text.slice(offset, line.end).trimEnd();
  // A bracket that an editor closed by itself is replaced as well.
  if (rest !== '' && !(bracket && rest === ']')) return [];
  const edit = { start: offset - typed.length, end: offset + rest.length };
  // The bracket stays: editors compare the word at the cursor.
  const open = bracket ? '' : '[';
  const here = parseLocation(place)?.place;
  const isHere = (location: string) => {
    const home = parseLocation(location)?.place;
    return here && home && home.country === here.country && foldText(home.city) === foldText(here.city);
  };
  return organisersFor(archive, undefined, typed).map(([organiser, location]) => ({
    label: organiser.name,
    detail: detailOf(organiser, location, archive),
    kind: 'event',
    edit: { ...edit, text: `${open}${organiser.name}](${organiser.url})` },
    snippet: false,
    filterText: asTyped(typed, `${organiser.name} ${location}`),
    sortText: `${isHere(location) ? 0 : 1}${organiser.name}`,
  }));
}

/** Where a group usually meets, and how often it did. @example `Oslo, NO · 12 events` */
function detailOf(organiser: Organiser, location: string, archive: ArchiveView | undefined): string {
  const uses = archive?.organiser(groupKey(organiser.url))?.uses;
  return uses === undefined ? location : `${location} · ${count(uses, 'event')}`;
}

/** What is compared with what the author types: some editors want it to begin so, and we have found it by other words. */
function asTyped(typed: string, text: string): string {
  return beginsWith(text, typed) ? text : `${typed} ${text}`;
}

/** Groups whose name or place has words that begin with what was typed, with the location that fits the region. */
function organisersFor(
  archive: ArchiveView | undefined,
  region: EventRegion | undefined,
  typed: string,
): [Organiser, string][] {
  const wanted = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  return groupsToOffer(archive).flatMap((organiser): [Organiser, string][] => {
    const words = foldText(`${organiser.name} ${organiser.location}`).split(/[^\p{L}\p{N}+]+/u);
    if (!wanted.every((start) => words.some((word) => word.startsWith(start)))) return [];
    const location = locationIn(region, organiser.location);
    return location === undefined ? [] : [[organiser, location]];
  });
}

/** The usual location in the form that stands in a region; undefined when the group is at home elsewhere. */
function locationIn(region: EventRegion | undefined, usual: string): string | undefined {
  const location = parseLocation(usual);
  if (region === undefined || !location) return usual;
  const { kind, place } = location;
  if (region === 'virtual') return place && kind === 'in-person' ? `Virtual (${place.text})` : usual;
  if (!place || regionOfPlace(place) !== region) return undefined;
  return kind === 'virtual' ? place.text : usual;
}

/** A tab stop with the days of the window to choose from. */
function dateStop(issue: Issue): string {
  const dates = windowDates(issue);
  return dates.length > 0 ? `\${1|${dates.join(',')}|}` : `\${1:YYYY-MM-DD}`;
}
