import { copyOf } from '../../text/copy';
import type { Dictionary } from './dictionary';
import { neighbors } from './neighbors';
import { UsualWords } from './usualWords';

/** In how many issues a word stands that others are measured by. */
const USUAL = 8;
/** Longer runs of letters are no words; what is shorter has too many neighbors. */
const LEAST = 5;
const MOST = 30;

/** What earlier issues tell about single words. */
export interface WordView {
  /**
   * The word that was meant by one that no earlier issue has and no dictionary knows.
   *
   * @param word in lower case, of five letters or more
   * @returns undefined for a word that is right as far as can be told
   */
  meant(word: string): string | undefined;
}

/** In which issues words stood: of each word the earliest days, which is all that is ever asked. */
export class WordHistory {
  private readonly days = new Map<string, number[]>();
  /** Those that stand in as many issues as a usual word does. */
  private readonly usual = new UsualWords();

  /** @param date of the issue, `YYYY-MM-DD` */
  add(date: string, text: string): void {
    const day = dayOf(date);
    for (let at = 0; at < text.length; ) {
      let end = endOfAddress(text, at);
      if (end > at) {
        at = end;
        continue;
      }
      while (end - at < MOST && isLetter(text.charCodeAt(end))) end += 1;
      if (end - at >= LEAST) this.take(text.slice(at, end).toLowerCase(), day);
      at = Math.max(end, at + 1);
    }
  }

  private take(word: string, day: number): void {
    const days = this.days.get(word);
    if (!days) {
      this.days.set(copyOf(word), [day]);
      return;
    }
    insert(days, day);
    if (days.length === USUAL) this.usual.add(word);
  }

  /** What the issues before a date tell. */
  before(date: string, dictionary: Dictionary): WordView {
    const day = dayOf(date);
    const known = new Map<string, string | undefined>();
    const find = (word: string): string | undefined => {
      const first = this.days.get(word)?.[0];
      if ((first !== undefined && first < day) || dictionary.has(word)) return undefined;
      return neighbors(word, this.usual).find((near) => {
        const latest = this.days.get(near)?.[USUAL - 1];
        return latest !== undefined && latest < day && isSlip(word, near);
      });
    };
    return {
      meant: (word) => {
        if (!known.has(word)) known.set(word, find(word));
        return known.get(word);
      },
    };
  }
}

const BRACKET = 93;
const LETTER_H = 104;

/** Where the address of a link, or one that stands in the text, ends; the same offset where none begins. */
function endOfAddress(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code !== BRACKET && code !== LETTER_H) return start;
  let end = start;
  if (text.startsWith('](', start)) {
    for (end += 2; end < text.length && text[end] !== ')'; end += 1)
      if (isBlank(text.charCodeAt(end))) return start;
    return end < text.length ? end + 1 : start;
  }
  if (text.startsWith('http', start) && /^https?:\/\/\S/.test(text.slice(start, start + 9))) {
    while (end < text.length && !isBlank(text.charCodeAt(end))) end += 1;
  }
  return end;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(String.fromCharCode(code)));
}

function insert(days: number[], day: number): void {
  if (days[0] === day) return;
  if (days.length === USUAL && day >= days[USUAL - 1]!) return;
  let at = days.length;
  while (at > 0 && days[at - 1]! > day) at -= 1;
  if (days[at - 1] === day) return;
  days.splice(at, 0, day);
  if (days.length > USUAL) days.pop();
}

/** A plural, another ending, another first letter is a word of its own more often than a slip. */
function isSlip(word: string, near: string): boolean {
  if (near === `${word}s` || word === `${near}s` || word === `${near}es`) return false;
  if (word[0] !== near[0] && near.slice(1) !== word && !near.startsWith(`${word[1]}${word[0]}`)) return false;
  const ending = word.slice(0, -1) === near || near.slice(0, -1) === word;
  return !(ending && /[sdrnyao]$/.test(word));
}

function dayOf(date: string): number {
  return Number(date.replaceAll('-', ''));
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
