import { lazy } from '../../text/lazy';
import { collapsed } from '../../text/whitespace';
import { FIXED_PARAGRAPHS, FOOTER_STARTS } from '../eras/boilerplate';

/** Where two texts differ, from the first different character to the last. */
export interface Difference {
  readonly start: number;
  readonly foundEnd: number;
  readonly knownEnd: number;
}

export function difference(found: string, known: string): Difference {
  const shorter = Math.min(found.length, known.length);
  let start = 0;
  while (start < shorter && found[start] === known[start]) start += 1;
  let back = 0;
  while (back < shorter - start && found[found.length - 1 - back] === known[known.length - 1 - back])
    back += 1;
  return { start, foundEnd: found.length - back, knownEnd: known.length - back };
}

/** What got behind a fixed text by accident: one word. */
export const STRAY_WORD = /^\s*\S{1,20}$/;

const ADDRESS = /https?:\/\/[^\s)\]]+/g;

/**
 * Whether the texts differ in addresses only, and those of `found` are sound: pages move (`master` became `main`,
 * Twitter became X), and the template follows sooner or later.
 */
export function isAddressChange(found: string, known: string): boolean {
  const addresses = found.match(ADDRESS) ?? [];
  if (addresses.some((address) => /[^\x21-\x7e]/.test(address))) return false;
  return found.replace(ADDRESS, '{}') === known.replace(ADDRESS, '{}');
}

/** So many letters of a paragraph's beginning or end tell which one it is. */
const TELLING = 40;

const BY_TEXT = lazy(
  () =>
    new Map(FIXED_PARAGRAPHS.flatMap(({ id, versions }) => versions.map((text) => [collapsed(text), id]))),
);
/** Beginnings and ends that only one of the paragraphs has. */
const BY_EDGE = lazy(edges);

function edges(): (readonly [edge: string, id: string])[] {
  const found = new Map<string, Set<string>>(FOOTER_STARTS.map((start) => [start, new Set(['editors'])]));
  for (const { id, versions } of FIXED_PARAGRAPHS)
    for (const version of versions) {
      const [head, tail = head] = collapsed(version).split('{url}');
      for (const edge of [head!.slice(0, TELLING), tail!.slice(-TELLING)])
        if (edge.length > 1) found.set(edge, (found.get(edge) ?? new Set()).add(id));
    }
  return [...found].flatMap(([edge, [id, other]]) => (other === undefined ? [[edge, id!] as const] : []));
}

/**
 * Which fixed paragraphs a text is made of, whatever was changed in them; `editors` for the one that names them.
 *
 * @param text white space collapsed
 */
export function fixedParagraphsIn(text: string): string[] {
  const known = BY_TEXT().get(text);
  if (known !== undefined) return [known];
  // Formatters write `_This Week in Rust_`.
  const plain = text.replace(/(?<!\w)_|_(?!\w)/g, '*');
  return BY_EDGE().flatMap(([edge, id]) => (plain.includes(edge) ? id : []));
}
