import { indexBefore, type Range } from '../../text/sourceText';

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
