import type { Edit } from '../../text/edits';
import type { Range } from '../../text/sourceText';

/** The parentheses of a stretch of text as addresses have them everywhere, `%28` and `%29`. */
export function escapeParentheses(text: string, { start, end }: Range): Edit[] {
  return [...text.slice(start, end).matchAll(/[()]/g)].map(({ index, 0: sign }) => ({
    start: start + index,
    end: start + index + 1,
    text: sign === '(' ? '%28' : '%29',
  }));
}
