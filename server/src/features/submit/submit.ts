import { insertEntry } from '../../newsletter/events/eventMoves';
import { sortKey } from '../../newsletter/events/eventOrder';
import { parseLocation } from '../../newsletter/events/location';
import { type EventRegion, fixedLocation, regionOfPlace } from '../../newsletter/events/meaning';
import { organiserOf } from '../../newsletter/events/organisers';
import type { Issue } from '../../newsletter/issue/issue';
import { wholeItem } from '../../newsletter/links/links';
import { tidyAddress, tidyGroup } from '../../newsletter/links/tidyAddress';
import { mediumOf, parseUrl } from '../../newsletter/links/url';
import { cutMarkers, writeMarkers } from '../../newsletter/markers/prefix';
import { SECTION_GUIDE } from '../../newsletter/sections/guide';
import { headingLine } from '../../newsletter/sections/skeletons';
import { plainTitle } from '../../newsletter/sections/titles';
import { CLOSED_SINCE } from '../../rules/project-tooling-closed';
import type { Edit } from '../../text/edits';
import { collapsed } from '../../text/whitespace';
import { PROJECT_TOOLING_CLOSED } from './guide';

/** A link that somebody would like to see in the newsletter. */
export interface LinkSubmission {
  readonly kind: 'link';
  /** Key of a section, e.g. `community/research`. */
  readonly section: string;
  readonly title: string;
  readonly url: string;
}

export interface EventSubmission {
  readonly kind: 'event';
  /** `2026-03-04`, or two with ` - ` between. */
  readonly date: string;
  /** As an event line has it, e.g. `Hybrid (Oslo, NO)`. */
  readonly location: string;
  readonly organiser: string;
  readonly organiserUrl: string;
  readonly title: string;
  readonly url: string;
}

export type Submission = LinkSubmission | EventSubmission;

/** A section that takes links. */
export interface SubmissionSection {
  readonly key: string;
  readonly title: string;
  /** What belongs there. */
  readonly guide: string;
  /** Why it takes no submissions. */
  readonly closed?: string;
}

/** The sections of the community part, in their order. */
export function submissionSections(issue: Issue): SubmissionSection[] {
  return issue.profile.sections
    .filter(({ parent }) => parent === 'community')
    .map(({ key, title }) => ({
      key,
      title: plainTitle(title),
      guide: SECTION_GUIDE[key] ?? '',
      ...(key === 'community/project-tooling' && issue.date !== undefined && issue.date >= CLOSED_SINCE
        ? { closed: PROJECT_TOOLING_CLOSED }
        : {}),
    }));
}

/** The item of a link, in the house's form: address tidy, marker by its host. */
export function linkItem(title: string, url: string, date?: string): string {
  const tidy = tidyAddress(url, date).url;
  const { markers, rest } = cutMarkers(title);
  return `* ${writeMarkers(withMedium(markers, tidy))}[${tidyTitle(rest)}](${tidy})`;
}

/** Markers that somebody has written, and what the host tells where they say nothing of it. */
export function withMedium(markers: readonly string[], url: string): readonly string[] {
  const web = parseUrl(url);
  const medium = web && mediumOf(web);
  return !medium || markers.includes('video') || markers.includes('audio') ? markers : [...markers, medium];
}

export function tidyTitle(title: string): string {
  return collapsed(title).trim();
}

/** One day, or two with ` - ` between, as somebody has written them. */
export function daysOf(written: string): string {
  return written.trim().replace(/\s*(?:[-–—]|to)\s*(?=\d{4}-)/, ' - ');
}

/** The location field as it is written into an issue. */
export function locationOf(issue: Issue, written: string): string {
  const canonical = parseLocation(written)?.canonical ?? '';
  return fixedLocation(issue, canonical, parseLocation(canonical));
}

/** The two lines of an event, in the form of the grammar. */
function eventLines(event: EventSubmission): string {
  const { date, location, organiser, organiserUrl, title, url } = event;
  const head = `* ${daysOf(date)} | ${location.trim()} | [${tidyTitle(organiser)}](${tidyGroup(organiserUrl)})`;
  return `${head}\n    * [**${tidyTitle(title)}**](${tidyAddress(url).url})`;
}

/** A known group of this address, with the name and place it usually has. */
export function knownGroup(url: string): { name: string; location: string } | undefined {
  const known = organiserOf(tidyGroup(url));
  return known && { name: known.name, location: known.location };
}

/** Puts what was submitted where it belongs. @returns none when no place can be told, e.g. for an unknown country or section */
export function submissionEdits(issue: Issue, submission: Submission): Edit[] {
  if (submission.kind === 'link') {
    const { section, title, url } = submission;
    if (!issue.profile.sections.some(({ key }) => key === section)) return [];
    return [insertItem(issue, section, linkItem(title, url, issue.date))];
  }
  const text = eventLines({ ...submission, location: locationOf(issue, submission.location) });
  // Read as an issue of its own, the entry tells where it belongs.
  const front = issue.source.text.slice(0, issue.frontMatter.bodyStart).trim();
  const alone = issue.with(`${front}\n\n## Upcoming Events\n\n### Virtual\n${text}\n`);
  const [event] = alone.events;
  if (!event || issue.sectionsOf('events').length === 0) return [];
  const key = sortKey(alone, event);
  return regionsOf(submission.location).map((region) => insertEntry(issue, region, text, key));
}

function regionsOf(written: string): EventRegion[] {
  const location = parseLocation(written);
  if (location?.kind === 'virtual') return ['virtual'];
  const region = regionOfPlace(location?.place);
  if (!location || !region) return [];
  return location.kind === 'hybrid' ? ['virtual', region] : [region];
}

/** Adds an item at the end of a section, which gets its heading when the issue does not have it. */
export function insertItem(issue: Issue, key: string, item: string): Edit {
  const { source, profile } = issue;
  const blank = profile.can.blankAfterHeading ? '\n' : '';
  const section = issue.sectionsOf(key)[0];
  const last = section?.items.at(-1);
  if (section && last) return lineAt(issue, wholeItem(issue, last).end, item);
  if (section) {
    // Below whatever stands there; a list directly under a paragraph would be none
    // (docs/newsletter.md#list-under-a-line-of-text).
    let n = source.lineNumberAt(Math.max(section.body.start, section.body.end - 1));
    const heading = source.lineNumberAt(section.start);
    while (n > heading && source.lineText(n).trim() === '') n -= 1;
    return lineAt(issue, source.fullLine(n).end, `${n > heading ? '\n' : blank}${item}`);
  }
  const index = profile.sections.findIndex((spec) => spec.key === key);
  const spec = profile.sections[index]!;
  const next = profile.sections
    .slice(index + 1)
    .filter((later) => later.parent === spec.parent || later.parent === undefined)
    .flatMap((later) => issue.sectionsOf(later.key))[0];
  const at = next?.start ?? source.text.length;
  const text = `${headingLine(spec)}\n${blank}${item}\n`;
  const before = source.text.slice(0, at);
  const gap = /(?:^|\n[ \t]*\r?\n)$/.test(before) ? '' : '\n';
  return lineAt(issue, at, `${gap}${text}`);
}

/** Lines in front of an offset at which a line begins; behind the last line, whether it has an ending or not. */
function lineAt({ source }: Issue, at: number, text: string): Edit {
  const open = at > 0 && !/[\r\n]/.test(source.text[at - 1]!);
  return { start: at, end: at, text: open ? `\n${text}` : `${text}\n` };
}
