import type { Range } from '../../text/sourceText';
import type { Link } from '../issue/chunk';
import type { Item } from '../issue/items';
import type { IssuePart } from '../issue/part';
import { isLanguage, markerOf } from './markers';

/** What stands between an item's bullet and its first link. */
export interface MarkerPrefix extends Range {
  readonly link: Link;
  /** As written, with the blanks around. */
  readonly text: string;
  /** The bracketed words; `marker` is what the house writes for it, undefined for a word that is no marker. */
  readonly words: readonly { readonly word: string; readonly marker: string | undefined }[];
  /** Something else than bracketed words stands there. */
  readonly prose: boolean;
}

/** Markers are short; anything longer is prose. */
const LONGEST_PREFIX = 120;
/** Markers are the newsletter's own: to Markdown they are plain text in brackets, perhaps bold, as code, or a picture. */
const TOKEN =
  /\s*[*_`]{0,2}(?:\\?\[{1,2}([^[\]\\]{1,40})\\?\]{1,2}|\(([^()]{1,40})\)|(video|audio|podcast)\b|([🎥🎬📺📹🎧🎙])\ufe0f?)[*_`]{0,2}[ \t]*[-–—:]?\s*/iuy;

/** Reads an item's markers in whatever form. @returns undefined for an item without a link */
export function readPrefix(issue: IssuePart, item: Item): MarkerPrefix | undefined {
  const link = item.links[0];
  if (!link) return undefined;
  const { start } = item.content;
  const text = issue.source.text.slice(start, link.start);
  const words: { word: string; marker: string | undefined }[] = [];
  let at = 0;
  while (at < text.length && text.length < LONGEST_PREFIX) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) break;
    const word = token[1] ?? token[2] ?? token[3] ?? token[4]!;
    const marker = markerOf(word);
    // Words in parentheses, or in none, are markers only when they are known.
    if (token[1] === undefined && marker === undefined) break;
    words.push({ word, marker });
    at = TOKEN.lastIndex;
  }
  return { start, end: link.start, link, text, words, prose: text.slice(at).trim() !== '' };
}

/** Cuts the markers off a title, as people write them: `[Video] A talk` has `video`. What else is in brackets stays. */
export function cutMarkers(text: string): { readonly markers: readonly string[]; readonly rest: string } {
  const markers: string[] = [];
  let rest = text;
  for (;;) {
    const token = /^\s*\[([^[\]\\]{1,40})\][ \t]*/.exec(rest);
    const marker = token && markerOf(token[1]!);
    if (!marker) return { markers, rest };
    markers.push(marker);
    rest = rest.slice(token[0].length);
  }
}

/** How the house writes markers: languages first, each once, a blank behind each. */
export function writeMarkers(markers: readonly string[]): string {
  const unique = [...new Set(markers)];
  const ordered = [...unique.filter(isLanguage), ...unique.filter((marker) => !isLanguage(marker))];
  return ordered.map((marker) => `[${marker}] `).join('');
}
