import { copyOf } from '../../text/copy';
import type { Dictionary } from './dictionary';
import { neighbors } from './neighbors';
import { UsualWords } from './usualWords';

/** In how many issues a word stands that others are measured by. */
const USUAL = 8;
/** Addresses are passed over; the rest of a line may be anything that has letters. */
const WORD = /\]\([^)\s]*\)|https?:\/\/\S+|[A-Za-z]{5,30}/g;

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
    const seen = new Set<string>();
    for (const [found] of text.matchAll(WORD)) {
      if (!isLetter(found.charCodeAt(0)) || found.includes(':')) continue;
      const word = found.toLowerCase();
      if (seen.has(word)) continue;
      seen.add(word);
      const days = this.days.get(word);
      if (days) {
        insert(days, day);
        if (days.length === USUAL) this.usual.add(word);
      } else this.days.set(copyOf(word), [day]);
    }
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

function insert(days: number[], day: number): void {
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
