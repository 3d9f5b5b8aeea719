import type { Range } from '../../text/sourceText';

/** A way to give a backtick its partner. */
export interface Partner {
  readonly what: 'closes' | 'opens' | 'surplus';
  /** Where the missing one belongs, or the one too many is. */
  readonly at: number;
  /** The word that the code then ends after or begins with; the text of the code for a surplus one. */
  readonly word: string;
}

/** What a piece of code may be followed by. */
const AFTER = /[\s.,:;!?)\]}'"’”/-]/;
const BEFORE = /[\s([{'"‘“/-]/;

/**
 * Where the partner of a lone backtick belongs, told from which of them begin and which end a word.
 *
 * @param text in which the backticks are
 * @param range of a line or a title with an odd number of single backticks
 */
export function partnersOf(text: string, { start, end }: Range): Partner[] {
  const ticks: number[] = [];
  for (let at = text.indexOf('`', start); at >= 0 && at < end; at = text.indexOf('`', at + 1)) ticks.push(at);
  if (ticks.length % 2 === 0 || ticks.length > 9 || ticks.some((at, n) => ticks[n + 1] === at + 1)) return [];
  const char = (at: number) => (at >= start && at < end ? text[at]! : ' ');
  const opens = (at: number) => BEFORE.test(char(at - 1)) && /\S/.test(char(at + 1));
  const closes = (at: number) =>
    /\S/.test(char(at - 1)) && (AFTER.test(char(at + 1)) || /^s\b/.test(text.slice(at + 1, at + 3)));
  let open: number | undefined;
  for (const [n, at] of ticks.entries()) {
    if (open === undefined) {
      if (!opens(at) && closes(at))
        return opened(text, at, ticks[n - 1] === undefined ? start : ticks[n - 1]! + 1);
      open = at;
    } else if (opens(at) && !closes(at)) {
      const next = ticks[n + 1];
      const surplus =
        next === undefined
          ? []
          : [{ what: 'surplus' as const, at, word: text.slice(open + 1, at) + text.slice(at + 1, next) }];
      return [...closed(text, open, at), ...surplus];
    } else open = undefined;
  }
  return open === undefined ? [] : closed(text, open, end);
}

/** After the word that a backtick begins. */
function closed(text: string, open: number, limit: number): Partner[] {
  const word = /^[^\s`]+/.exec(text.slice(open + 1, limit))?.[0].replace(/[.,:;!?]+$/, '') ?? '';
  return word === '' ? [] : [{ what: 'closes', at: open + 1 + word.length, word }];
}

/** Before the word that a backtick ends. */
function opened(text: string, close: number, from: number): Partner[] {
  const word = /[^\s`]+$/.exec(text.slice(from, close))?.[0].replace(/^["'“(]+/, '') ?? '';
  return word === '' ? [] : [{ what: 'opens', at: close - word.length, word }];
}
