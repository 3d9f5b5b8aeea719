import type { Line } from './lines';
import { type Draft, draft } from './tree';

/** Three or more of `-`, `_` or `*` and nothing else, at most two blanks apart. */
export function isThematicBreak(text: string, line: Line): boolean {
  const marker = text[line.first];
  if (line.indent > 3 || (marker !== '-' && marker !== '*' && marker !== '_')) return false;
  let count = 0;
  let gap = 0;
  for (let at = line.first; at < line.end; at++) {
    const character = text[at];
    if (character === marker) {
      if (gap > 2) return false;
      gap = 0;
      count++;
    } else if (character === ' ') gap++;
    else if (character === '\t') gap += 4;
    else return false;
  }
  return count > 2;
}

export function thematicBreak(_text: string, line: Line): Draft {
  return draft({ type: 'thematicBreak' }, line.first, line.end);
}
