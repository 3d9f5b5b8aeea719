import type { EventEntry } from '../../newsletter/events/event';
import type { Issue } from '../../newsletter/issue/issue';
import { count } from '../../protocol/wording';
import { appendTo } from '../../text/lists';
import { collapsed } from '../../text/whitespace';

/** Tells what organizing did to the events of an issue, e.g. `11 past events removed, 3 moved`. */
export function organizeSummary(before: Issue, after: Issue): string {
  const places = new Map<string, number[]>();
  for (const [n, event] of after.events.entries()) {
    const key = keyOf(after, event);
    appendTo(places, key, n);
  }
  const kept: number[] = [];
  for (const event of before.events) {
    const place = places.get(keyOf(before, event))?.shift();
    if (place !== undefined) kept.push(place);
  }
  const removed = before.events.length - kept.length;
  // The fewest that must have gone elsewhere for the rest to be in order.
  const moved = kept.length - longestGrowing(kept);
  if (removed > 0) return `${count(removed, 'past event')} removed${moved > 0 ? `, ${moved} moved` : ''}`;
  if (moved > 0) return `${count(moved, 'event')} moved`;
  const headings = before.sections.length - after.sections.length;
  return headings > 0 ? `${count(headings, 'empty region')} removed` : 'The regions were put in order';
}

function keyOf({ source }: Issue, event: EventEntry): string {
  return collapsed(source.slice(event)).trim();
}

/** Length of the longest choice of numbers that grow. */
function longestGrowing(numbers: readonly number[]): number {
  const tops: number[] = [];
  for (const number of numbers) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle]! < number) low = middle + 1;
      else high = middle;
    }
    tops[low] = number;
  }
  return tops.length;
}
