import type { TextChange } from '../text/sourceText';

const FAR_REACHING = /`{3}|~{3}|<(?!https?:|!--)/;
const COMMENT_MARK = /<!--|-->/g;
/** What ends a line or may be a part of what opens or closes a comment. */
const MARKING = /[\r\n<>!-]/;

/**
 * Whether a change may open or close something that goes over headings: fences, comments, HTML. Where nothing of it
 * stands on the lines of the change and on those next to them, all of it means what it meant before; so do comments
 * that are neither opened nor closed nor moved from the beginning of their line.
 */
export function reachesFar(before: string, after: string, { start, end, newEnd }: TextChange): boolean {
  const old = linesAround(before, start, end);
  const lines = linesAround(after, start, newEnd);
  if (FAR_REACHING.test(old) || FAR_REACHING.test(lines)) return true;
  const marks = lines.match(COMMENT_MARK) ?? [];
  if (marks.join() !== (old.match(COMMENT_MARK) ?? []).join()) return true;
  if (marks.length === 0) return false;
  if (MARKING.test(before.slice(start, end)) || MARKING.test(after.slice(start, newEnd))) return true;
  return /^.*<!--/.test(after.slice(newEnd, newEnd + lines.length));
}

/** The lines of a range with the line before and the line after. */
function linesAround(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1);
  const lineEnd = text.indexOf('\n', end);
  const next = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1);
  return text.slice(
    lineStart <= 0 ? 0 : text.lastIndexOf('\n', lineStart - 1) + 1,
    next < 0 ? text.length : next,
  );
}
