import type { Range } from '../../text/sourceText';
import type { Item } from '../issue/items';
import type { IssuePart } from '../issue/part';
import { isLanguage, markerOf } from './markers';
import type { MarkerPrefix } from './prefix';

/** A marker that stands inside a title or behind the link. */
export interface MisplacedMarker extends Range {
  readonly word: string;
  readonly marker: string;
}

const LONGEST_TITLE = 400;
/** Markers are the newsletter's own: to Markdown they are plain text in brackets. */
const AT_START = /^\s*(?:\\?\[([^[\]\\]{2,20})\\?\]|\(([^()]{2,20})\)|(video)\s*:)\s*/i;
const AT_END = /\s*(?:\\?\[([^[\]\\]{2,20})\\?\]|\(([^()]{2,20})\))\s*$/;

/** Finds the marker of an item's first link where it does not belong. */
export function misplacedMarker(
  issue: IssuePart,
  item: Item,
  prefix: MarkerPrefix,
): MisplacedMarker | undefined {
  const { link } = prefix;
  if (link.kind === 'autolink') return undefined;
  const title = issue.source.slice(link.textRange);
  const behind = issue.source.text.slice(link.end, item.links[1]?.start ?? item.content.end);
  const places: readonly (readonly [RegExp, string, number])[] = [
    [AT_START, title, link.textRange.start],
    [AT_END, title, link.textRange.start],
    ...(item.links.length === 1 && AT_START.exec(behind)?.[0].length === behind.length
      ? ([[AT_START, behind, link.end]] as const)
      : []),
  ];
  for (const [pattern, text, offset] of places) {
    const match = text.length > LONGEST_TITLE ? null : pattern.exec(text);
    if (!match || (match[0].length === text.length && offset !== link.end)) continue;
    const word = match[1] ?? match[2] ?? match[3]!;
    const marker = markerOf(word);
    if (!marker || !isCertain(word, marker)) continue;
    return { start: offset + match.index, end: offset + match.index + match[0].length, word, marker };
  }
  return undefined;
}

/** `(US)`, `(AI)` or `(stream)` may be part of a title. */
function isCertain(word: string, marker: string): boolean {
  if (isLanguage(marker)) return false;
  return /^(?:videos?|audio|podcast|series)$/i.test(word);
}
