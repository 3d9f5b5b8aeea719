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
function codeWord(text: string, { start, end }: Range): Range {
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

/** An expression, and the first piece of code in it. */
export interface CodeWord {
  readonly code: Range;
  readonly word: Range;
}

/**
 * The expressions around pieces of code, in order. They don't touch, since each is put in backticks: after a bracket that
 * nothing closes an expression ends early, and the next one would begin with it. Such are one.
 */
export function codeWords(text: string, codes: readonly Range[]): CodeWord[] {
  const found: CodeWord[] = [];
  for (const code of codes) {
    const last = found.at(-1);
    if (last && code.start < last.word.end) continue;
    const word = codeWord(text, code);
    if (!last || word.start > last.word.end) found.push({ code, word });
    else {
      const start = Math.min(last.word.start, word.start);
      found[found.length - 1] = { code: last.code, word: { start, end: word.end } };
    }
  }
  return found;
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
