import type { ArchiveView } from '../../newsletter/archive/view';
import type { EventEntry } from '../../newsletter/events/event';
import { twinOf } from '../../newsletter/events/twins';
import { pieceAround } from '../../newsletter/issue/around';
import type { Link } from '../../newsletter/issue/chunk';
import type { Issue } from '../../newsletter/issue/issue';
import { linkKey } from '../../newsletter/links/keys';
import { touches } from '../../text/sourceText';
import { type Label, labelAt } from './labels';
import type { Place } from './places';

/** What an author is at when asking where else it is. */
export interface NavigateRequest {
  readonly issue: Issue;
  readonly archive: ArchiveView | undefined;
  readonly offset: number;
}

/**
 * Where something comes from: the definition of a label, the first place of a page that stands twice, the earlier issue
 * that had it, the other copy of a hybrid event.
 */
export function definitionsOf({ issue, archive, offset }: NavigateRequest): Place[] {
  const label = labelAt(issue, offset);
  if (label) return label.definitions.map(({ start, end }) => ({ start, end }));
  const event = eventAt(issue, offset);
  const link = linkAt(issue, offset);
  if (link && event?.organisers.includes(link)) return [];
  const twin = event && twinOf(issue, event);
  if (twin) return [{ start: twin.start, end: twin.end }];
  if (!link) return [];
  const [first] = linksTo(issue, link.url);
  const before = first && first !== link ? [{ ...first.urlRange }] : [];
  const earlier = archive?.earlierLinks(linkKey(link.url))[0];
  return [...before, ...(earlier ? [{ uri: earlier.uri, start: earlier.start, end: earlier.end }] : [])];
}

/** Everything that is the same as what is at an offset: links by one label, to one page, events of one group, twins. */
export function referencesOf(request: NavigateRequest, withDefinitions: boolean): Place[] {
  const { issue, archive, offset } = request;
  const label = labelAt(issue, offset);
  if (label) return labelPlaces(label, withDefinitions);
  const { places, link } = within(request);
  const earlier = link && archive ? archive.earlierLinks(linkKey(link.url)) : [];
  return [...places, ...earlier.map(({ uri, start, end }) => ({ uri, start, end }))];
}

/** The same within the issue, for marks in its text. */
export function highlightsOf(request: NavigateRequest): Place[] {
  if (!isAtSomething(request)) return [];
  const label = labelAt(request.issue, request.offset);
  const places = label ? labelPlaces(label, true) : within(request).places;
  return places.length > 1 ? places : [];
}

/** Whether there is anything at the offset that may stand elsewhere: editors ask wherever the cursor goes. */
function isAtSomething({ issue, offset }: NavigateRequest): boolean {
  const { piece, start } = pieceAround(issue, offset);
  return [...piece.links, ...piece.definitions, ...piece.events].some((one) => touches(one, offset - start));
}

function labelPlaces({ links, definitions }: Label, withDefinitions: boolean): Place[] {
  return [...links.map(({ urlRange }) => urlRange), ...(withDefinitions ? definitions : [])]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

/** @returns the link at the offset as well, when it is one to a page */
function within({ issue, offset }: NavigateRequest): { places: Place[]; link?: Link } {
  const event = eventAt(issue, offset);
  const link = linkAt(issue, offset);
  if (link && event?.organisers.includes(link)) {
    const group = issue.keys.group(link.url);
    const same = issue.events.flatMap(({ organisers }) =>
      organisers.filter(({ url }) => issue.keys.group(url) === group),
    );
    return { places: same.map(({ urlRange }) => urlRange) };
  }
  if (link) return { places: linksTo(issue, link.url).map(({ urlRange }) => urlRange), link };
  const twin = event && twinOf(issue, event);
  if (!event || !twin) return { places: [] };
  const both = [event, twin].sort((a, b) => a.start - b.start);
  return { places: both.map(({ start, end }) => ({ start, end })) };
}

function eventAt(issue: Issue, offset: number): EventEntry | undefined {
  return issue.events.find((event) => touches(event, offset));
}

function linkAt(issue: Issue, offset: number): Link | undefined {
  return issue.links.find((link) => link.kind !== 'reference' && touches(link, offset) && link.url !== '');
}

/** Links to a page, in order. */
function linksTo(issue: Issue, url: string): Link[] {
  const key = issue.keys.link(url);
  return issue.links.filter((link) => link.kind !== 'reference' && issue.keys.link(link.url) === key);
}
