import { diffArrays } from 'diff';
import { type Eol, type Range, SourceText } from './sourceText';

/** Replace `range` by `text`. Line endings are LF; whoever applies an edit turns them into the document's own. */
export interface Edit extends Range {
  readonly text: string;
}

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

/** The edits, whole lines with their endings, that make `after` of `before`. */
export function lineEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = () => {
    if (open) edits.push(open);
    open = undefined;
  };
  for (const part of diffArrays(splitLines(before), splitLines(after))) {
    const text = part.value.join('');
    if (part.added || part.removed) {
      open ??= { start: at, end: at, text: '' };
      if (part.added) open.text += text;
      else open.end = at += text.length;
    } else {
      close();
      at += text.length;
    }
  }
  close();
  return edits;
}

function splitLines(text: string): string[] {
  const source = new SourceText(text);
  return source.lineStarts.map((_, n) => source.slice(source.fullLine(n))).filter((line) => line !== '');
}
