import { indexBefore, type Range } from '../../text/sourceText';
import type { IssuePart } from './part';

/**
 * Those of some ranges of an issue that lie within a range: links, comments, brackets.
 *
 * @param ranges sorted by their start
 */
export function within<T extends Range>(ranges: readonly T[], { start, end }: Range): T[] {
  const found: T[] = [];
  for (let n = indexBefore(ranges, start - 1) + 1; n < ranges.length && ranges[n]!.start < end; n += 1)
    if (ranges[n]!.end <= end) found.push(ranges[n]!);
  return found;
}

/** The text of a range without the comments that lie within it. */
export function withoutComments({ source, comments }: IssuePart, range: Range): string {
  let text = '';
  let at = range.start;
  for (const { start, end } of within(comments, range)) {
    text += source.text.slice(at, start);
    at = end;
  }
  return text + source.text.slice(at, range.end);
}
