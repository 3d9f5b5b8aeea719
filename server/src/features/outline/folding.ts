import type { Issue } from '../../newsletter/issue/issue';
import type { Range } from '../../text/sourceText';

/** Lines (from 0, both included) that can be folded away under the first. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind: 'region' | 'comment';
}

/** The front matter, sections with all below them, and comments of several lines. */
export function folds(issue: Issue): Fold[] {
  const fold = (range: Range, kind: Fold['kind']): Fold[] => {
    const { source } = issue;
    const first = source.lineNumberAt(range.start);
    let last = source.lineNumberAt(Math.max(range.start, range.end - 1));
    // Blank lines between two sections stay visible, so that the headings keep apart.
    while (last > first && source.lineText(last).trim() === '') last -= 1;
    return last > first ? [{ first, last, kind }] : [];
  };
  return [
    ...fold(issue.frontMatter.range, 'region'),
    ...issue.sections.flatMap((section) => fold(section, 'region')),
    ...issue.comments.flatMap((comment) => fold(comment, 'comment')),
  ];
}
