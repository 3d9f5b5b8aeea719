/** A place on the page that is known to show a line of the document. */
export interface Mark {
  readonly line: number;
  readonly top: number;
}

/** Where on the page a line is; between two marks in proportion. @param marks in the order of the page */
export function topOf(marks: readonly Mark[], line: number): number {
  let before: Mark = { line: 0, top: 0 };
  for (const mark of marks) {
    if (mark.line > line) {
      const part = (line - before.line) / Math.max(1, mark.line - before.line);
      return before.top + part * (mark.top - before.top);
    }
    before = mark;
  }
  return before.top;
}

/** The line at a height of the page. @param marks in the order of the page @returns undefined for an empty page */
export function lineAt(marks: readonly Mark[], top: number): number | undefined {
  if (marks.length === 0) return undefined;
  let before: Mark = { line: 0, top: 0 };
  for (const mark of marks) {
    if (mark.top > top) {
      const part = (top - before.top) / Math.max(1, mark.top - before.top);
      return Math.floor(before.line + part * (mark.line - before.line));
    }
    before = mark;
  }
  return before.line;
}
