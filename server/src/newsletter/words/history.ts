import { copyOf } from '../../text/copy';
import { nearlySame } from '../../text/words';
import type { Dictionary } from './dictionary';
import { neighbors } from './neighbors';
import { UsualWords } from './usualWords';

/** In how many issues a word stands that others are measured by. */
const USUAL = 8;
/** In how many a word stands that long ones are measured by if a dictionary knows it, too: of such a one another word is rarely near. */
const KNOWN = 2;
const LONG = 7;
/** So long a word is measured even if issues have it, for slips are copied and made again. */
const VERY_LONG = 8;
/**
 * Addresses of links and in the text, which are passed over, and words: longer runs of letters are none, and what is
 * shorter has too many neighbors.
 */
const ADDRESS_OR_WORD = /\]\([^)\s]*\)|https?:\/\/\S+|[A-Za-z]{5,30}/g;
const NO_LETTER = /[^A-Za-z]/;

/** What earlier issues tell about single words. */
export interface WordView {
  /**
   * Whether so many earlier issues have a word that others are measured by it: such a one is right.
   *
   * @param word in lower case, of five letters or more
   */
  isUsual(word: string): boolean;
  /**
   * The word that was meant by one that no earlier issue has and no dictionary knows.
   *
   * @param word in lower case, of five letters or more
   * @returns undefined for a word that is right as far as can be told
   */
  meant(word: string): string | undefined;
  /**
   * Which of the words beside it was meant by one that no dictionary knows, and few issues have.
   *
   * @param word in lower case, of five letters or more
   * @param beside words in lower case that say the same, as those in the address of a link say what its title does
   * @returns undefined for a word that is right as far as can be told
   */
  meantBeside(word: string, beside: () => readonly string[]): string | undefined;
}

/** In which issues words stood: of each word the earliest days, which is all that is ever asked. */
export class WordHistory {
  /** The latest first. */
  private readonly days = new Map<string, number[]>();
  /** Those that others may be measured by. */
  private readonly usual = new UsualWords();

  /** @param date of the issue, `YYYY-MM-DD` */
  add(date: string, text: string): void {
    const day = dayOf(date);
    for (const word of text.match(ADDRESS_OR_WORD) ?? [])
      if (!NO_LETTER.test(word)) this.take(word.toLowerCase(), day);
  }

  private take(word: string, day: number): void {
    const days = this.days.get(word);
    if (!days) {
      this.days.set(copyOf(word), [day]);
      return;
    }
    if (insert(days, day) && days.length === KNOWN) this.usual.add(word);
  }

  /** What the issues before a date tell. */
  before(date: string, dictionary: Dictionary): WordView {
    const day = dayOf(date);
    /** What was meant by those that no earlier issue has. */
    const asked = new Map<string, string | undefined>();
    const isUsual = (word: string) => {
      const days = this.days.get(word);
      return days?.length === USUAL && days[0]! < day;
    };
    const isKnown = (word: string) => this.isBefore(day, KNOWN, word) && dictionary.has(word);
    const find = (word: string, isNew: boolean) =>
      neighbors(word, this.usual).find((near) => {
        if (!isSlip(word, near)) return false;
        if (isNew && isUsual(near)) return true;
        return !changesEnd(word, near) && (isUsual(near) || (isNew && word.length >= LONG && isKnown(near)));
      });
    return {
      isUsual,
      meantBeside: (word, beside) => {
        if (isUsual(word) || dictionary.has(word)) return undefined;
        const words = beside();
        if (words.includes(word)) return undefined;
        return words.find((near) => isSlipOf(word, near) && (isUsual(near) || dictionary.has(near)));
      },
      meant: (word) => {
        if (this.isBefore(day, word.length < VERY_LONG ? 1 : KNOWN + 1, word)) return undefined;
        if (!asked.has(word)) {
          const isNew = !this.isBefore(day, 1, word);
          asked.set(copyOf(word), dictionary.has(word) ? undefined : find(word, isNew));
        }
        return asked.get(word);
      },
    };
  }

  /** Whether so many issues before a day have a word. */
  private isBefore(day: number, issues: number, word: string): boolean {
    const days = this.days.get(word);
    return days !== undefined && days.length >= issues && days[days.length - issues]! < day;
  }
}

/**
 * @param days the latest first, as a checkout is read: most go to the end
 * @returns whether there are more of them now
 */
function insert(days: number[], day: number): boolean {
  let at = days.length;
  while (at > 0 && days[at - 1]! < day) at -= 1;
  if (days[at - 1] === day || (at === 0 && days.length === USUAL)) return false;
  if (at === days.length) days.push(day);
  else days.splice(at, 0, day);
  if (days.length <= USUAL) return true;
  days.shift();
  return false;
}

/** Whether it is a letter away from a word beside it. Other languages have other endings: `evento`, `events`; `annexe`, `annex`. */
function isSlipOf(word: string, near: string): boolean {
  const stem = word.slice(0, -1);
  return stem !== near && stem !== near.slice(0, -1) && nearlySame(word, near, 1) && isSlip(word, near);
}

/** A plural, another ending, another first letter is a word of its own more often than a slip. */
function isSlip(word: string, near: string): boolean {
  if (near === `${word}s` || word === `${near}s` || word === `${near}es`) return false;
  if (word[0] !== near[0] && near.slice(1) !== word && !near.startsWith(`${word[1]}${word[0]}`)) return false;
  const ending = word.slice(0, -1) === near || near.slice(0, -1) === word;
  return !(ending && /[sdrnyao]$/.test(word));
}

/** Whether two words differ in the last letter only: `configurably` is none of the slips of `configurable`. */
const changesEnd = (word: string, near: string) => word.slice(0, -1) === near.slice(0, -1);

function dayOf(date: string): number {
  return Number(date.replaceAll('-', ''));
}
