import type { IssuePart } from '../issue/part';
import { foldText } from '../places/places';
import type { EventEntry } from './event';
import { pageKey } from './meaning';

/** How many of the words of two titles are the same, from where on they are taken for one event. */
const SIMILAR = 0.7;

/** What tells whether two entries speak of one event. */
export interface EventLook {
  /** Key of its page. */
  readonly page: string | undefined;
  readonly title: string;
  /** Its first group: the key of its address, and its name. */
  readonly group: { readonly key: string; readonly name: string } | undefined;
}

export function lookOf({ keys }: IssuePart, event: EventEntry): EventLook {
  const group = event.organisers[0];
  return {
    page: pageKey(event, keys.page),
    title: event.title?.links[0]?.text ?? '',
    group: group && { key: keys.group(group.url), name: group.text },
  };
}

/** Whether two entries of one day and place seem to be the same event under two addresses. */
export function alike(a: EventLook, b: EventLook): boolean {
  if (a.page === b.page) return false;
  if (similarity(a.title, b.title) >= SIMILAR) return true;
  // The same group does not meet twice on one day under two of its addresses.
  if (!a.group || !b.group || a.group.key === b.group.key) return false;
  return similarity(a.group.name, b.group.name) === 1;
}

/** Share of the words that two texts have in common; 0 when one has none. */
function similarity(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}

function wordsOf(text: string): Set<string> {
  return new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}
