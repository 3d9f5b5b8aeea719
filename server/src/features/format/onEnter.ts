import type { Issue } from '../../newsletter/issue/issue';
import type { Edit } from '../../text/edits';

/**
 * What follows Enter in a list: after an event the next one begins at the margin, its title line is nested, and Enter
 * after an empty bullet ends the list.
 *
 * @param offset in the new line, which has at most the white space that the editor put there
 */
export function onEnterEdits(issue: Issue, offset: number): Edit[] {
  const { source } = issue;
  const number = source.lineNumberAt(offset);
  const { start, end } = source.line(number);
  const above = issue.lines[number - 1];
  if (!above || source.text.slice(start, end).trim() !== '') return [];
  if (above.kind === 'item' && source.text.slice(above.first + 1, above.end).trim() === '')
    return [{ start: above.start, end, text: '' }];
  const next = issue.events.flatMap(({ lineNumber, title }) => {
    if (title?.lineNumber === above.number) return ['* '];
    return lineNumber === above.number && !title ? ['    * '] : [];
  })[0];
  return next === undefined || next === source.text.slice(start, end) ? [] : [{ start, end, text: next }];
}
