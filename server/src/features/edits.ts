import type { Eol } from '../issue/text';
import type { Edit } from '../rules/rule';

/** Applies edits that don't overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
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
 */
export function compatible(groups: readonly (readonly Edit[])[]): Edit[] {
  const taken: Edit[] = [];
  for (const group of groups) {
    if (group.every((edit) => taken.every((other) => !collide(edit, other)))) taken.push(...group);
  }
  return taken;
}

/** Two insertions at one place collide as well: their order would be a matter of chance. */
function collide(a: Edit, b: Edit): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}
