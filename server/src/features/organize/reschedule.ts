import type { EventEntry } from '../../newsletter/events/event';
import { twinOf } from '../../newsletter/events/twins';
import { pieceAround } from '../../newsletter/issue/around';
import { addDays, daysBetween, weekday } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import type { Edit } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { contains, type Range, shifted } from '../../text/sourceText';
import { sortedText } from './organize';

/** Groups that meet regularly put a meeting off by a day, a week or a month of four. */
const OFFERED_DAYS = [1, 7, 14, 28] as const;

/** An event on another day, and where that leads. */
export interface Rescheduling {
  /** Its new first day. */
  readonly date: string;
  readonly title: string;
  /** The new dates in the entry and its twin, both in their place in the order of their region. */
  edits(): readonly Edit[];
}

/** The event in whose two lines a range lies; undefined elsewhere and for dates that don't exist. */
export function eventAt(issue: Issue, range: Range): EventEntry | undefined {
  return inItsPiece(issue, range) && issue.events.find((event) => contains(event, range));
}

/** {@link eventAt} as the piece around has it, in the piece's offsets: nothing of the whole has to be put together. */
function inItsPiece(issue: Issue, range: Range): EventEntry | undefined {
  const { piece, start } = pieceAround(issue, range.start);
  const own = shifted(range, -start);
  const event = piece.events.find((event) => contains(event, own));
  return event?.dates.valid ? event : undefined;
}

/** Whether there are {@link reschedulingDays} for the event in which a range lies. */
export function canReschedule(issue: Issue, range: Range): boolean {
  return issue.window !== undefined && inItsPiece(issue, range) !== undefined;
}

/** Days to which the event in which a range lies can be put off, those in the issue's window. */
export function reschedulings(issue: Issue, range: Range): Rescheduling[] {
  const dates = inItsPiece(issue, range)?.dates;
  if (!dates) return [];
  return OFFERED_DAYS.map((days) => addDays(dates.first, days))
    .filter((date) => !issue.window || date <= issue.window.last)
    .map((date) => ({
      date,
      title: `Reschedule to ${date}, ${weekday(date)}`,
      edits: () => reschedule(issue, eventAt(issue, range)!, date),
    }));
}

/** All days of the window on which an event may be, with how full they are. */
export function reschedulingDays(
  issue: Issue,
  event: EventEntry,
): readonly { readonly date: string; readonly weekday: string; readonly events: number }[] {
  const { window } = issue;
  if (!window) return [];
  const counts = new Map<string, number>();
  for (const { dates } of issue.events) counts.set(dates.first, (counts.get(dates.first) ?? 0) + 1);
  const first = event.dates.first < window.first ? window.first : event.dates.first;
  const days = daysBetween(window.first, window.last) + 1;
  const all = Array.from({ length: days }, (_, n) => addDays(window.first, n));
  // Later days first: events are put off more often than brought forward.
  return [...all.filter((date) => date >= first), ...all.filter((date) => date < first)].map((date) => ({
    date,
    weekday: weekday(date),
    events: counts.get(date) ?? 0,
  }));
}

/** Puts an event and its twin on another day. @param date a valid date; a longer event keeps its length */
export function reschedule(issue: Issue, event: EventEntry, date: string): Edit[] {
  const length = daysBetween(event.dates.first, event.dates.last);
  const written = length > 0 ? `${date} - ${addDays(date, length)}` : date;
  const twin = twinOf(issue, event);
  const entries = twin ? [event, twin] : [event];
  const edits = entries.map(({ dates }) => ({ start: dates.start, end: dates.end, text: written }));
  return lineEdits(issue.source.text, sortedText(issue.with(edits)));
}
