import type { EventEntry } from '../../newsletter/events/event';
import { entryText, insertEntry } from '../../newsletter/events/eventMoves';
import { sortKey } from '../../newsletter/events/eventOrder';
import { entryLines } from '../../newsletter/events/eventRemoval';
import { type EventRegion, regionOf } from '../../newsletter/events/meaning';
import { pieceAround } from '../../newsletter/issue/around';
import type { Issue } from '../../newsletter/issue/issue';
import type { Item } from '../../newsletter/issue/items';
import { itemText, wholeItem } from '../../newsletter/links/links';
import type { Edit } from '../../text/edits';
import { contains, type Range, shifted } from '../../text/sourceText';
import { insertItem } from './submit';

/** A submission on its way from a file that takes none to the draft that does. */
export interface Transfer {
  /** What is moved, e.g. `item` or `event`. */
  readonly what: 'item' | 'event';
  /** Takes it out where it is. */
  readonly from: readonly Edit[];
  /** Puts it into the draft. */
  readonly to: readonly Edit[];
}

/** Whether there is an item or an event at a place. */
export function isTransferable(issue: Issue, at: Range): boolean {
  const { piece, start } = pieceAround(issue, at.start);
  const own = shifted(at, -start);
  return [...piece.events, ...piece.items].some((part) => contains(part, own));
}

/**
 * Moves the item or the event at a place into the same section of another issue.
 *
 * @returns undefined where there is none, or the draft has no such section
 */
export function transfer(issue: Issue, draft: Issue, at: Range): Transfer | undefined {
  const event = issue.events.find(({ start, end }) => start <= at.start && at.end <= end);
  if (event) return transferEvent(issue, draft, event);
  const item = issue.items.find(({ start, end }) => start <= at.start && at.end <= end);
  return item && transferItem(issue, draft, item);
}

function transferEvent(issue: Issue, draft: Issue, event: EventEntry): Transfer | undefined {
  const region: EventRegion | undefined = regionOf(event.region);
  if (!region || draft.sectionsOf('events').length === 0) return undefined;
  return {
    what: 'event',
    from: entryLines(issue, event).map((range) => ({ ...range, text: '' })),
    to: [insertEntry(draft, region, entryText(issue, event), sortKey(issue, event))],
  };
}

function transferItem(issue: Issue, draft: Issue, item: Item): Transfer | undefined {
  const key = issue.sectionAt(item.start)?.spec?.key;
  if (key === undefined || !draft.profile.sections.some((spec) => spec.key === key)) return undefined;
  const whole = wholeItem(issue, item);
  const text = itemText(issue, item);
  return { what: 'item', from: [{ ...whole, text: '' }], to: [insertItem(draft, key, text)] };
}
