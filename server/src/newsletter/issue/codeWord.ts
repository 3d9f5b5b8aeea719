import type { Range } from '../../text/sourceText';
import { FILLER } from './prose';

/** Longer pieces are no expression. */
const REACH = 120;

/**
 * The expression around a piece of code that stands in prose: as far as its characters go, blanks only within angle
 * brackets.
 *
 * @example codeWord('a Vec<Vec<T>> here', the range of `<T>`) // the range of `Vec<Vec<T>>`
 */
export function codeWord(text: string, { start, end }: Range): Range {
  let depth = 0;
  let from = start;
  for (let at = start - 1; at >= 0 && start - at < REACH; at -= 1) {
    const char = text[at]!;
    if (char === '>' && text[at - 1] !== '-') depth += 1;
    else if (char === '<' && depth > 0) depth -= 1;
    else if (depth === 0 ? !isWordChar(char) && char !== '<' && !isAmpersand(text, at) : isBreak(char)) break;
    if (depth === 0) from = at;
  }
  depth = 0;
  for (const char of text.slice(from, end)) depth += char === '<' ? 1 : char === '>' ? -1 : 0;
  let to = end;
  for (let at = end; at < text.length && at - end < REACH; at += 1) {
    const char = text[at]!;
    if (char === '<') depth += 1;
    else if (char === '>') depth -= 1;
    else if (depth <= 0 ? !isWordChar(char) : isBreak(char)) break;
    if (depth <= 0) to = at + 1;
    if (depth < 0) break;
  }
  // A sentence's full stop or colon behind the code.
  while (to > end && /[.:!,;]/.test(text[to - 1]!)) to -= 1;
  return { start: from, end: to };
}

const WORD_CHARS = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:!#.\\/');

function isWordChar(char: string): boolean {
  return WORD_CHARS.has(char);
}

function isAmpersand(text: string, at: number): boolean {
  return text[at] === '&' && /\S/.test(text[at + 1] ?? ' ');
}

function isBreak(char: string): boolean {
  return char === '\n' || char === '\r' || char === FILLER || char === '`';
}
