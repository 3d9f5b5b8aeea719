import { findMojibake } from '../../text/mojibake';
import { collapsed } from '../../text/whitespace';
import type { IssuePart } from '../issue/part';
import { commentOfLine, isMarkerComment } from '../markers/markerComments';
import { foldText } from '../places/places';
import type { EventEntry } from './event';
import { parseLocation } from './location';
import { fixedLocation, fixedPlace, hasSoundDates, regionOf, wantsHybridForm, yearMeant } from './meaning';

/** The lines that go where an event goes. */
export interface EventLines {
  /** Line numbers from 0, `to` exclusive: the entry, nested lines below it, comments directly above or below. */
  readonly from: number;
  readonly to: number;
  readonly key: SortKey;
}

/** An event with the lines that go where it goes. */
export interface EventBlock extends EventLines {
  readonly event: EventEntry;
}

/** Events that can change places: between them are at most blank lines, which stay where they are. */
export type EventRun = readonly EventBlock[];

export interface SortKey {
  readonly date: string;
  readonly place: string;
}

/**
 * The runs of an issue. Whatever is no sound entry (a title alone, an event with an impossible date, prose) ends
 * a run, so that it stays between its neighbors.
 */
export function eventRuns(issue: IssuePart): EventRun[] {
  const { source } = issue;
  const runs: EventBlock[][] = [];
  const flags = new LineFlags(issue);
  let run: EventBlock[] = [];
  let next = 0;
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const event of issue.events) {
    if (event.title === undefined || !hasSoundDates(event)) {
      close();
      next = source.lineNumberAt(event.end) + 1;
      continue;
    }
    const from = flags.above(event.lineNumber, next);
    // Between two entries of a run nothing stands but blank lines; anything else parts them, the headings of regions too.
    for (let n = next; n < from; n += 1) {
      if (!flags.isBlank(n)) close();
    }
    const to = flags.below(event.title.lineNumber + 1);
    run.push({ event, from, to, key: sortKey(issue, event) });
    next = to;
  }
  close();
  return runs;
}

/** The blocks of a run in the order of their keys; those with the same key as they are. */
function sorted(run: readonly EventLines[]): EventLines[] {
  return [...run].sort((a, b) => compareKeys(a.key, b.key));
}

export function compareKeys(a: SortKey, b: SortKey): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.place === b.place ? 0 : a.place < b.place ? -1 : 1;
}

/**
 * By the first day (of the year that was meant), then by the location as "fix all" would write it, without case and
 * accents: sorting before and after fixing gives the same order.
 */
export function sortKey(issue: IssuePart, event: EventEntry): SortKey {
  const year = yearMeant(issue, event);
  const { first } = event.dates;
  return {
    date: year === undefined ? first : `${year}${first.slice(4)}`,
    place: foldText(placeToSortBy(issue, event)),
  };
}

/** As long as hybrids were spelled in many ways, they were sorted by their place among the others (58 of 66 pairs). */
function placeToSortBy(issue: IssuePart, event: EventEntry): string {
  const raw = issue.source.slice(event.locationRange);
  const written = withoutDamage(raw);
  const location = written === raw ? event.location : parseLocation(written);
  if (location?.kind !== 'hybrid' || wantsHybridForm(issue)) return fixedLocation(issue, written, location);
  const place = location.places.map(fixedPlace).join('; ');
  return regionOf(event.region) === 'virtual' ? `Virtual (${place})` : place;
}

/** What the rules for damaged and invisible characters make of a text. */
function withoutDamage(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, repaired } of findMojibake(text)) {
    result += text.slice(at, start) + repaired;
    at = end;
  }
  return collapsed(result + text.slice(at)).replace(/\p{C}+/gu, '');
}

/**
 * The lines of a run with its blocks sorted, and where they stand. Blank lines between the blocks keep their place.
 *
 * @returns undefined when the run is sorted
 */
export function sortedLines(
  { source }: Pick<IssuePart, 'source'>,
  run: readonly EventLines[],
): { from: number; to: number; lines: string[] } | undefined {
  const target = sorted(run);
  const first = target.findIndex((block, n) => block !== run[n]);
  if (first < 0) return undefined;
  let last = run.length - 1;
  while (target[last] === run[last]) last -= 1;
  const lines: string[] = [];
  for (let n = first; n <= last; n += 1) {
    const block = target[n]!;
    for (let line = block.from; line < block.to; line += 1) lines.push(source.lineText(line));
    if (n < last) {
      for (let line = run[n]!.to; line < run[n + 1]!.from; line += 1) lines.push(source.lineText(line));
    }
  }
  return { from: run[first]!.from, to: run[last]!.to, lines };
}

/** What the lines around an entry are. */
class LineFlags {
  private readonly heads: ReadonlySet<number>;

  constructor(private readonly issue: IssuePart) {
    this.heads = new Set(issue.events.map((event) => event.lineNumber));
  }

  isBlank(n: number): boolean {
    return this.issue.source.lineText(n).trim() === '';
  }

  /** The first of the comment lines directly above an entry. @param limit the first line that may be taken */
  above(head: number, limit: number): number {
    let from = head;
    while (from > limit && this.isComment(from - 1)) from -= 1;
    return from;
  }

  /** Behind the nested lines and the comments directly below an entry that belong to it. */
  below(after: number): number {
    let to = after;
    while (to < this.issue.source.lineCount && this.isNested(to)) to += 1;
    const nested = to;
    while (to < this.issue.source.lineCount && this.isComment(to)) to += 1;
    // A comment between two entries speaks of the one below it, except those that the newsletter's tools write
    // behind an item (docs/newsletter.md#marker-comments).
    if (!this.heads.has(to)) return to;
    let kept = nested;
    for (; kept < to; kept += 1) {
      const comment = commentOfLine(this.issue, kept);
      if (!comment || !isMarkerComment(comment)) break;
    }
    return kept;
  }

  /** Indented and not blank: a further line of the entry above. */
  private isNested(n: number): boolean {
    const text = this.issue.source.lineText(n);
    return /^(?: {2,}|\t)\S/.test(text) && !this.heads.has(n) && !this.isComment(n);
  }

  /** A line with nothing but one whole comment. */
  private isComment(n: number): boolean {
    return commentOfLine(this.issue, n) !== undefined;
  }
}
