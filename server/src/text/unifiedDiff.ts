import { createTwoFilesPatch } from 'diff';

/**
 * What changes in a file, as `diff -u` and git show it.
 *
 * @param path as the reader knows the file
 * @returns empty when nothing changes
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^(?:Index: .*\n)?={3,}\n/, '');
}
