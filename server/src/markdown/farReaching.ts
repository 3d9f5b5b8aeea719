import type { TextChange } from '../text/sourceText';

const FENCE = /`{3}|~{3}/;
/** What opens a tag or a comment, or closes one. */
const MARKS = /<!--|-->|<(?!https?:)/g;
/** What ends a line or may be a part of a mark or of a tag. */
const MARKING = /[\r\n<>!"'-]/;
const UNCLOSED_TAG = /<(?!!--|https?:)[^>]*$/;
const LINE_WITH_MARK = /^.*<(?!https?:)/;

/**
 * Whether a change may open or close something that goes over headings: fences, comments, HTML. Where nothing of it
 * stands on the lines of the change and on those next to them, all of it means what it meant before; so do comments
 * and tags that are neither opened nor closed nor moved from the beginning of their line.
 */
export function reachesFar(before: string, after: string, { start, end, newEnd }: TextChange): boolean {
  const gone = before.slice(start, end);
  // Without a `>` after it, what is opened reaches to the end.
  if (gone.includes('>') && !after.includes('>', start)) return true;
  const old = linesAround(before, start, end);
  const from = beginOfLines(after, start);
  const lines = linesAround(after, start, newEnd);
  if (FENCE.test(old) || FENCE.test(lines)) return true;
  const marks = lines.match(MARKS) ?? [];
  if (marks.join() !== (old.match(MARKS) ?? []).join()) return true;
  if (marks.length === 0) return false;
  if (MARKING.test(gone) || MARKING.test(after.slice(start, newEnd))) return true;
  return (
    UNCLOSED_TAG.test(after.slice(from, start)) ||
    LINE_WITH_MARK.test(after.slice(newEnd, from + lines.length))
  );
}

/** The lines of a range with the line before and the line after. */
function linesAround(text: string, start: number, end: number): string {
  const lineEnd = text.indexOf('\n', end);
  const next = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1);
  return text.slice(beginOfLines(text, start), next < 0 ? text.length : next);
}

/** Where the line above that of an offset begins. */
function beginOfLines(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1);
  return lineStart <= 0 ? 0 : text.lastIndexOf('\n', lineStart - 1) + 1;
}
