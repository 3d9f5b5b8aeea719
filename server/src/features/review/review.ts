import type { Issue } from '../../newsletter/issue/issue';
import type { Item } from '../../newsletter/issue/items';
import { wholeItem } from '../../newsletter/links/links';
import { isMarkerComment, markerOf } from '../../newsletter/markers/markerComments';
import type { Edit } from '../../text/edits';
import type { Range, SourceText } from '../../text/sourceText';

/** An item of several lines is rare, and one of more than these is none. */
const MOST_LINES = 5;

/** A submission that `submerge fetch` has put into the draft and nobody has merged yet. */
export interface Submitted {
  /** Its lines, which go when it is dropped: submerge then leaves the pull request open. */
  readonly whole: Range;
  /** What the eye should go to: its link. */
  readonly at: Range;
  readonly title: string;
  readonly pr: string;
  readonly author: string;
}

/** The submissions of a draft, in order. */
export function submitted(issue: Issue): Submitted[] {
  const { source } = issue;
  const lines = new Map(issue.items.map((item) => [source.lineNumberAt(item.start), item]));
  return issue.comments.filter(isMarkerComment).flatMap((comment): Submitted[] => {
    const item = itemAbove(lines, source.lineNumberAt(comment.start));
    const marker = markerOf(comment);
    if (!item || !marker) return [];
    const link = item.links[0];
    const at = link ? { start: link.start, end: link.end } : item.content;
    const { start } = wholeItem(issue, item);
    return [
      {
        whole: { start, end: endOfItem(source, comment.end) },
        at,
        title: link?.text.trim() ?? '',
        ...marker,
      },
    ];
  });
}

/** Behind a comment, which ends what the parts of an issue call an item, indented lines still belong to it. */
function endOfItem(source: SourceText, comment: number): number {
  let line = source.lineNumberAt(comment);
  while (line + 1 < source.lineCount && /^[ \t]+\S/.test(source.lineText(line + 1))) line += 1;
  return source.fullLine(line).end;
}

function itemAbove(lines: ReadonlyMap<number, Item>, line: number): Item | undefined {
  for (let above = line; above >= Math.max(0, line - MOST_LINES); above -= 1) {
    const item = lines.get(above);
    if (item) return item;
  }
  return undefined;
}

/** The one that a place is in, or the next below it. */
export function submissionFrom(list: readonly Submitted[], offset: number): Submitted | undefined {
  return list.find(({ whole }) => whole.end > offset);
}

/** Takes a submission out, with its comment. */
export function dropEdit({ whole }: Submitted): Edit {
  return { ...whole, text: '' };
}
