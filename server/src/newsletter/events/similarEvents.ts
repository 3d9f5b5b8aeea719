import { foldText } from '../places/places';
import type { EventEntry } from './event';
import { organiserKey, pageKey } from './meaning';

/** How many of the words of two titles are the same, from where on they are taken for one event. */
const SIMILAR = 0.7;

/** Whether two entries of one day and place seem to be the same event under two addresses. */
export function alike(a: EventEntry, b: EventEntry): boolean {
  if (pageKey(a) === pageKey(b)) return false;
  const titles = similarity(titleOf(a), titleOf(b));
  if (titles >= SIMILAR) return true;
  // The same group does not meet twice on one day under two of its addresses.
  const [groupA, groupB] = [a.organisers[0], b.organisers[0]];
  if (!groupA || !groupB || organiserKey(groupA.url) === organiserKey(groupB.url)) return false;
  return similarity(groupA.text, groupB.text) === 1;
}

function titleOf(event: EventEntry): string {
  return event.title?.links[0]?.text ?? '';
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
