import type { Profile, SectionSpec } from '../eras/profiles';
import { plainTitle, rightTitles } from './bodies';
import { difference } from './fixedText';
import { mainKeysOf, normalizeTitle } from './sections';

/** What a heading that the profile does not know was probably meant to be. */
export interface Meant {
  readonly spec: SectionSpec;
  /** `damaged`: a known title with text pasted behind it; `similar`: nearly a known title. */
  readonly how: 'damaged' | 'similar';
}

/** A heading as far as it matters here. */
export interface TitledHeading {
  readonly level: number;
  readonly text: string;
  readonly setext: boolean;
  readonly spec: SectionSpec | undefined;
}

interface Titled {
  readonly spec: SectionSpec;
  readonly titles: readonly string[];
  /** Without regard to capitals. */
  readonly lower: readonly string[];
}

/** Sections that a title may be meant for, in the profile's order. */
type Resembled = { readonly [How in Meant['how']]: readonly SectionSpec[] };

/** Tells what unknown headings were meant to be; what their titles resemble is found out once. */
export class MeantHeadings {
  private readonly titled: readonly Titled[];
  private readonly mainKeys: ReadonlyMap<string, string>;
  /** By the headings asked about last. */
  private resembled: ReadonlyMap<string, Resembled> = new Map();

  constructor(readonly profile: Profile) {
    this.mainKeys = mainKeysOf(profile);
    this.titled = profile.sections.map((spec) => {
      const titles = rightTitles(spec).map(plainTitle);
      return { spec, titles, lower: titles.map((title) => title.toLowerCase()) };
    });
  }

  /**
   * Finds unknown headings that were meant to be one of the profile's. A heading counts as meant only while the section
   * has no heading of its own: one-off headings ("Conference 2026") are nobody's mistake.
   *
   * @param headings of the whole issue, in order
   */
  among<T extends TitledHeading>(headings: readonly T[]): ReadonlyMap<T, Meant> {
    const found = new Map<T, Meant>();
    const resembled = new Map<string, Resembled>();
    const there = new Set(headings.map(({ spec }) => spec?.key));
    const isFree = ({ key }: SectionSpec) => !there.has(key);
    let main: string | undefined;
    for (const heading of headings) {
      const { spec: own, text, level, setext } = heading;
      if (own && own.parent === undefined) main = own.key;
      if (own || setext) continue;
      const like = this.resembled.get(text) ?? resembledBy(text, this.titled);
      resembled.set(text, like);
      const meant = meantBy(like, isFree);
      // In another main section the heading is one of the week.
      if (
        meant &&
        (meant.spec.parent === undefined ? level <= 2 : this.mainKeys.get(meant.spec.key) === main)
      )
        found.set(heading, meant);
    }
    this.resembled = resembled;
    return found;
  }
}

function resembledBy(text: string, known: readonly Titled[]): Resembled {
  const title = plainTitle(text);
  const lower = title.toLowerCase();
  const specsOf = (is: (titled: Titled) => boolean) => known.filter(is).map(({ spec }) => spec);
  return {
    damaged: specsOf(({ titles }) => titles.some((right) => isDamaged(title, right))),
    similar: specsOf((titled) => titled.lower.some((right) => isSimilar(lower, right))),
  };
}

function meantBy({ damaged, similar }: Resembled, isFree: (spec: SectionSpec) => boolean): Meant | undefined {
  const spec = damaged.find(isFree);
  if (spec) return { spec, how: 'damaged' };
  const [only, ...others] = similar.filter(isFree);
  return only && others.length === 0 ? { spec: only, how: 'similar' } : undefined;
}

/** `Crate of the Weekn-rust/pulls`: text pasted right behind a title of several words. */
function isDamaged(title: string, right: string): boolean {
  if (!title.startsWith(right) || !right.includes(' ')) return false;
  const rest = title.slice(right.length);
  return rest !== '' && /^[^\s(:,.;]/.test(rest);
}

/** `Eurpoe` */
function isSwapped(text: string, known: string): boolean {
  const { start, foundEnd, knownEnd } = difference(text, known);
  if (foundEnd - start !== 2 || knownEnd - start !== 2) return false;
  return text[start] === known[start + 1] && text[start + 1] === known[start];
}

/** How many characters may differ in what is still taken for the same title. */
const MOST_SLIPS = 3;

/** A slip of the keyboard, another form of the last word (`Libraries`), or the first half of a title with two. */
function isSimilar(title: string, known: string): boolean {
  if (title === known || title.length < 4) return false;
  const [first, second] = known.split(';');
  if (second !== undefined && title === first) return true;
  if (Math.abs(title.length - known.length) > MOST_SLIPS) return false;
  if (isSwapped(title, known)) return true;
  const limit = Math.max(1, Math.floor(known.length * 0.2));
  const distance = editDistance(title, known, MOST_SLIPS);
  if (distance <= Math.min(limit, MOST_SLIPS)) return true;
  let shared = 0;
  while (shared < known.length && title[shared] === known[shared]) shared += 1;
  return shared >= 5 && shared >= known.length * 0.75 && distance <= MOST_SLIPS;
}

/** How many characters must be changed, at most `limit + 1`; linear in the length for a fixed limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = 2 * limit + 1;
  let row = new Array<number>(width).fill(limit + 1);
  for (let d = limit; d < width; d += 1) row[d] = d - limit;
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Array<number>(width).fill(limit + 1);
    let best = limit + 1;
    for (let d = 0; d < width; d += 1) {
      const j = i + d - limit;
      if (j < 0 || j > b.length) continue;
      let cost = j === 0 ? i : row[d]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (d + 1 < width) cost = Math.min(cost, row[d + 1]! + 1);
      if (d > 0) cost = Math.min(cost, next[d - 1]! + 1);
      next[d] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    row = next;
  }
  return Math.min(row[b.length - a.length + limit]!, limit + 1);
}

/** The spec of a title, whatever its level; for headings that the parser does not see. */
export function specOfTitle(profile: Profile, title: string): SectionSpec | undefined {
  const wanted = normalizeTitle(title);
  return profile.sections.find((spec) =>
    rightTitles(spec).some((known) => plainTitle(known).toLowerCase() === wanted),
  );
}
