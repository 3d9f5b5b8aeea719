import { addDays, daysBetween, weekday } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import type { Completion } from './completion';

/** The days of the issue's window in order; none for an issue without date. */
export function windowDates(issue: Issue): string[] {
  const { window } = issue;
  if (!window) return [];
  const days = daysBetween(window.first, window.last);
  return Array.from({ length: days + 1 }, (_, n) => addDays(window.first, n));
}

/** A date where an event line has or wants one: behind the bullet, or behind `2026-03-19 - `. */
export function completeDates(issue: Issue, offset: number): Completion[] {
  const line = issue.source.lineAt(offset);
  const before = issue.source.text.slice(line.start, offset);
  // A line that is being typed: what it will be is not in the tree yet.
  const match = /^[ \t]*\*[ \t]+(?:(\d{4}-\d{2}-\d{2})[ \t]+-[ \t]+)?([\d-]*)$/.exec(before);
  if (!match) return [];
  const rest = /^[\d-]*/.exec(issue.source.text.slice(offset, line.end))![0];
  const edit = { start: offset - match[2]!.length, end: offset + rest.length };
  return windowDates(issue)
    .filter((date) => match[1] === undefined || date > match[1])
    .map((date, n) => ({
      label: date,
      detail: weekday(date),
      kind: 'date',
      edit: { ...edit, text: date },
      snippet: false,
      sortText: `0${String(n).padStart(2, '0')}`,
    }));
}
