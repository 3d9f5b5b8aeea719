import { fileDate } from '../../protocol/newsletterFile';
import { indexBefore, type Range } from '../../text/sourceText';
import type { ArchiveView } from '../archive/view';
import type { IssuePart } from '../issue/part';
import { eventPageKey } from '../links/keys';
import { commentOfLine, isMarkerComment } from '../markers/markerComments';
import type { EventEntry } from './event';
import { isPast, pageKey } from './meaning';

/**
 * The lines of a past event, to be taken out by "fix all" and by organizing alike.
 *
 * @returns undefined for events that are not past, and for damaged ones: without a title line, or with further
 * lines nested below, it takes an editor to tell what belongs to it
 */
export function removableLines(issue: IssuePart, event: EventEntry): Range[] | undefined {
  if (!isPast(issue, event) || event.title === undefined) return undefined;
  const below = issue.source.lineText(event.title.lineNumber + 1);
  const hasMore = event.title.lineNumber + 1 < issue.source.lineCount && /^(?: {2,}|\t)\S/.test(below);
  return hasMore && !isEvent(issue, event.title.lineNumber + 1) ? undefined : entryLines(issue, event);
}

/**
 * Whether it is certain when an issue comes out: after a slip in `Date` all of its events may seem to be over.
 *
 * @param date that of the issue
 */
export function hasCertainDate({
  uri,
  date,
}: {
  readonly uri: string;
  readonly date: string | undefined;
}): boolean {
  const named = fileDate(uri);
  return named === undefined || named === date;
}

/** An event is listed from up to four weeks ahead: as many issues can have it. */
const LISTED_IN = 6;

/** An event as earlier issues may have it. */
export interface Listing {
  /** Its first line, without the white space around it. */
  readonly line: string;
  /** Key of its own page. */
  readonly page: string | undefined;
  readonly lastDay: string;
}

export function listingOf(part: IssuePart, event: EventEntry): Listing {
  const line = part.source.slice(part.source.line(event.lineNumber)).trim();
  return { line, page: pageKey(event), lastDay: event.dates.last };
}

/**
 * Whether an event was listed in one of the latest issues with the day that it has now. Then it is over; of a past date
 * that no issue had before nobody can tell whether it is a slip of the author's.
 */
export function stoodEarlier({ line, page, lastDay }: Listing, archive: ArchiveView | undefined): boolean {
  return (archive?.issues.slice(0, LISTED_IN) ?? []).some(
    ({ eventLines, events }) =>
      eventLines.includes(line) ||
      events.some(
        (event) =>
          page !== undefined &&
          event.titleUrl !== undefined &&
          event.lastDay === lastDay &&
          eventPageKey(event.titleUrl) === page,
      ),
  );
}

/** All lines of an entry with their endings. */
export function entryLines(issue: IssuePart, event: EventEntry): Range[] {
  const { source } = issue;
  return [
    { start: source.fullLine(event.lineNumber).start, end: source.fullLine(lastLine(issue, event)).end },
  ];
}

/** The last line of an entry: its title's, or that of a comment of `submerge` below, which tells where it is from. */
export function lastLine(issue: IssuePart, event: EventEntry): number {
  let last = event.title?.lineNumber ?? event.lineNumber;
  for (;;) {
    const comment = commentOfLine(issue, last + 1);
    if (!comment || !isMarkerComment(comment)) return last;
    last += 1;
  }
}

function isEvent(issue: IssuePart, line: number): boolean {
  const { start, end } = issue.source.line(line);
  const event = issue.events[indexBefore(issue.events, end)];
  return event !== undefined && event.start >= start;
}
