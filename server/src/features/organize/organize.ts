import type { ArchiveView } from '../../newsletter/archive/view';
import type { EventEntry } from '../../newsletter/events/event';
import { sortedLines } from '../../newsletter/events/eventOrder';
import {
  entryLines,
  hasCertainDate,
  type Listing,
  listingOf,
  removableLines,
  stoodEarlier,
} from '../../newsletter/events/eventRemoval';
import { isSorted, runsOf, runsOfLines, sortablesOf } from '../../newsletter/events/pieceRuns';
import { orderRegions, regionBlocks } from '../../newsletter/events/regionOrder';
import type { Issue } from '../../newsletter/issue/issue';
import type { Piece } from '../../newsletter/issue/piece';
import type { CheckOptions } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { type Range, shifted } from '../../text/sourceText';
import { atOnce, type Steps } from '../../text/steps';

/** Puts Upcoming Events in order. @returns edits by whole lines; none when everything is in order */
export function organizeEvents(
  issue: Issue,
  options: Pick<CheckOptions, 'stage'> = { stage: 'draft' },
  archive?: ArchiveView,
): Edit[] {
  return atOnce(organizeInSteps(issue, options, archive));
}

/** {@link organizeEvents} with what takes long in it in steps. */
export function* organizeInSteps(
  issue: Issue,
  options: Pick<CheckOptions, 'stage'>,
  archive?: ArchiveView,
): Steps<Edit[]> {
  return lineEdits(issue.source.text, yield* organized(issue, options, archive));
}

/**
 * The text with past events taken out, each region sorted, and the regions in their order. What is no sound entry
 * stays between its neighbors, and nothing else is touched. At stage release regions without entries lose their
 * heading.
 */
export function organizeText(
  issue: Issue,
  options: Pick<CheckOptions, 'stage'> = { stage: 'draft' },
  archive?: ArchiveView,
): string {
  return atOnce(organized(issue, options, archive));
}

/** Whether {@link organizeEvents} would change nothing. Asks the pieces, of which most have been asked before. */
export function isOrganized(
  issue: Issue,
  { stage }: Pick<CheckOptions, 'stage'>,
  archive?: ArchiveView,
): boolean {
  if (!hasOrder(issue)) return true;
  const { pieces } = issue;
  return (
    (!hasCertainDate(issue) || pieces.every(({ piece }) => overOf(piece, archive).length === 0)) &&
    runsOf(pieces.flatMap(({ piece }) => sortablesOf(piece))).every(isSorted) &&
    orderRegions(issue).length === 0 &&
    (stage !== 'release' || dropEmptyRegions(issue).length === 0)
  );
}

function* organized(
  issue: Issue,
  options: Pick<CheckOptions, 'stage'>,
  archive: ArchiveView | undefined,
): Steps<string> {
  return yield* afterSteps(issue, stepsFor(issue, options, archive));
}

/** What is done one after the other; none of it undoes what another has done. */
function stepsFor(
  issue: Issue,
  { stage }: Pick<CheckOptions, 'stage'>,
  archive: ArchiveView | undefined,
): ((issue: Issue) => Edit[])[] {
  if (!hasOrder(issue)) return [];
  const steps = [(given: Issue) => trimPast(given, archive), sortRuns, orderRegions];
  return stage === 'release' ? [...steps, dropEmptyRegions] : steps;
}

function hasOrder({ kind, profile }: Issue): boolean {
  return kind !== 'template' && !profile.can.linksOnly;
}

/** The text with each region sorted and nothing else changed. */
export function sortedText(issue: Issue): string {
  return atOnce(afterSteps(issue, [sortRuns]));
}

function* afterSteps(issue: Issue, steps: readonly ((issue: Issue) => Edit[])[]): Steps<string> {
  let current = issue;
  for (const step of steps) {
    yield;
    current = yield* current.withInSteps(step(current));
  }
  return current.source.text;
}

function trimPast(issue: Issue, archive: ArchiveView | undefined): Edit[] {
  if (!hasCertainDate(issue)) return [];
  const lines = issue.pieces.flatMap(({ piece, start }) =>
    overOf(piece, archive).flatMap((event) => event.lines.map((range) => shifted(range, start))),
  );
  return removeEntries(issue, lines);
}

/** A past event whose lines are known. */
interface Past extends Listing {
  readonly lines: readonly Range[];
  /** The day on which it was over stands there as the newsletter writes it. */
  readonly inFull: boolean;
}

/**
 * A past date that may be a slip is left to the author: one that none of the earlier issues had, or where none are
 * known, one that is not written in full: `2023-10-9` lacks a digit somewhere.
 */
function overOf(piece: Piece, archive: ArchiveView | undefined): readonly Past[] {
  if (piece.events.length === 0) return [];
  return pastOf(piece).filter((event) => (archive ? stoodEarlier(event, archive) : event.inFull));
}

function pastOf(piece: Piece): readonly Past[] {
  return piece.kept(pastOf, () =>
    piece.events.flatMap((event): Past[] => {
      const lines = removableLines(piece, event);
      if (!lines) return [];
      const inFull = piece.source.slice(event.dates).includes(event.dates.last);
      return [{ ...listingOf(piece, event), lines, inFull }];
    }),
  );
}

/** Takes entries out, with one of the blank lines around them where nothing else is left of their list. */
export function removeEvents(issue: Issue, events: readonly EventEntry[]): Edit[] {
  return removeEntries(
    issue,
    events.flatMap((event) => entryLines(issue, event)),
  );
}

/** @param removed the lines of entries, in order */
function removeEntries({ source }: Issue, removed: readonly Range[]): Edit[] {
  const edits: Edit[] = [];
  for (const [n, { start, end }] of removed.entries()) {
    const previous = edits.at(-1);
    if (previous?.end === start) edits[edits.length - 1] = { ...previous, end };
    else edits.push({ start, end, text: '' });
    if (removed[n + 1]?.start === end) continue;
    // Where a region becomes empty, one of the blank lines around its list is enough.
    const range = edits.at(-1)!;
    const above = source.lineNumberAt(range.start) - 1;
    let below = source.lineNumberAt(range.end);
    if (above < 0 || source.lineText(above).trim() !== '') continue;
    while (below < source.lineCount - 1 && source.lineText(below).trim() === '') below += 1;
    edits[edits.length - 1] = { ...range, end: source.line(below).start };
  }
  return edits;
}

function sortRuns(issue: Issue): Edit[] {
  return runsOfLines(issue).flatMap((run) => {
    const lines = sortedLines(issue, run);
    if (!lines) return [];
    const start = issue.source.line(lines.from).start;
    return [{ start, end: issue.source.line(lines.to - 1).end, text: lines.lines.join('\n') }];
  });
}

function dropEmptyRegions(issue: Issue): Edit[] {
  const { source } = issue;
  return regionBlocks(issue)
    .flat()
    .flatMap((block) => {
      let to = block.from + 1;
      while (to < source.lineCount - 1 && source.lineText(to).trim() === '') to += 1;
      if (to < block.to) return [];
      return [{ start: source.line(block.from).start, end: source.line(to).start, text: '' }];
    });
}
