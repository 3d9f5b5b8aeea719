import type { Eol, Range } from './sourceText';

/** Replace `range` by `text`. Line endings are LF; whoever applies an edit turns them into the document's own. */
export interface Edit extends Range {
  readonly text: string;
}

/** Applies edits that don't overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort(compare)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Turns the LF of an edit's text into the document's own line ending. */
export function withEol<T extends { readonly text: string }>(edit: T, eol: Eol): T {
  return eol === '\n' ? edit : { ...edit, text: edit.text.replace(/\r\n|\r|\n/g, eol) };
}

/**
 * Chooses from several groups of edits those that can be applied together, first come first served. A group is
 * taken whole or not at all.
 *
 * @returns the edits in the order of the text
 */
export function compatible(groups: readonly (readonly Edit[])[]): Edit[] {
  const taken: Edit[] = [];
  for (const group of groups) {
    const added: Edit[] = [];
    for (const edit of group) {
      if (collidesWithAny(taken, edit)) break;
      taken.splice(placeOf(taken, edit), 0, edit);
      added.push(edit);
    }
    if (added.length < group.length) for (const edit of added) taken.splice(placeOf(taken, edit), 1);
  }
  return taken;
}

/** Edits at one place: an insertion stands before a replacement that begins there. */
function compare(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/** Where an edit belongs among edits in order. */
function placeOf(sorted: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle]!, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param sorted edits that do not collide with each other: so only the next ones can collide with another edit */
function collidesWithAny(sorted: readonly Edit[], edit: Edit): boolean {
  const place = placeOf(sorted, edit);
  return sorted.slice(Math.max(0, place - 2), place + 2).some((other) => collide(edit, other));
}

/** Two insertions at one place collide as well: their order would be a matter of chance. */
function collide(a: Edit, b: Edit): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}
