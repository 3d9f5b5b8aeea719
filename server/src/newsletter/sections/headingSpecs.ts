import { editDistance } from '../../text/editDistance';
import { mainKeysOf, type Profile, type SectionSpec } from '../eras/profiles';
import type { Heading } from '../issue/chunk';
import { difference } from './fixedText';
import { normalizeTitle, plainTitle, rightTitles } from './titles';

/** How a heading differs from a known one: `damaged` has text pasted behind it, `similar` is nearly one. */
export type Slip = 'damaged' | 'similar';

/** What a heading of an issue stands for. */
export interface HeadingSpec {
  readonly spec: SectionSpec;
  /** undefined where it is written as it should be, but for punctuation and the like. */
  readonly slip: Slip | undefined;
}

/** Finds out what headings of a profile stand for. */
export class HeadingSpecs {
  /** By title without case and punctuation. */
  private readonly byTitle = new Map<string, HeadingSpec[]>();
  /** Key of the main section in which a key stands. */
  private readonly mainKeys: ReadonlyMap<string, string>;
  private readonly titled: readonly Titled[];
  /** Those that a heading may stand for by its title, of each that has been asked about. */
  private readonly written = new WeakMap<Heading, readonly HeadingSpec[]>();
  private readonly meant = new WeakMap<Heading, readonly Like[]>();

  constructor(profile: Profile) {
    this.mainKeys = mainKeysOf(profile);
    for (const spec of profile.sections) {
      for (const title of rightTitles(spec)) {
        const key = normalizeTitle(title);
        this.byTitle.set(key, [...(this.byTitle.get(key) ?? []), { spec, slip: undefined }]);
      }
    }
    this.titled = profile.sections.map((spec) => {
      const titles = rightTitles(spec).map(plainTitle);
      return { spec, titles, lower: titles.map((title) => title.toLowerCase()) };
    });
  }

  /**
   * The spec of each heading of an issue. A heading with a slip counts as the one that was meant, so that what stands
   * below it is read as before; but only while the section has no heading of its own: one-off headings
   * ("Conference 2026") are nobody's mistake.
   *
   * @param headings of the whole issue, in order
   */
  of(headings: readonly Heading[]): readonly (HeadingSpec | undefined)[] {
    const written = this.match(headings);
    if (!written.includes(undefined)) return written;
    return this.match(headings, new Set(written.map((known) => known?.spec)));
  }

  /** @param there specs that have a heading, to which those are added that are meant by others; without, none is meant */
  private match(
    headings: readonly Heading[],
    there?: Set<SectionSpec | undefined>,
  ): (HeadingSpec | undefined)[] {
    /** By key, which of the sections seen was the latest: a heading belongs to the parent that was opened last. */
    const opened = new Map<string, number>();
    let seen = 0;
    let main: string | undefined;
    return headings.map((heading) => {
      const known = this.writtenAs(heading, opened, main) ?? (there && this.meantBy(heading, there, main));
      if (!known) return undefined;
      there?.add(known.spec);
      const { key, parent } = known.spec;
      opened.set(key, seen);
      seen += 1;
      if (parent === undefined) main = key;
      return known;
    });
  }

  private writtenAs(
    heading: Heading,
    opened: ReadonlyMap<string, number>,
    main: string | undefined,
  ): HeadingSpec | undefined {
    const candidates = remembered(
      this.written,
      heading,
      () => this.byTitle.get(normalizeTitle(heading.text)) ?? [],
    );
    let best: HeadingSpec | undefined;
    let bestRank = -1;
    for (const known of candidates) {
      const { parent } = known.spec;
      const rank = parent === undefined ? 0 : (opened.get(parent) ?? -1);
      if (rank > bestRank) [best, bestRank] = [known, rank];
    }
    best ??= candidates.find(({ spec }) => spec.level === heading.level);
    if (!best) return undefined;
    const { key, parent, level } = best.spec;
    // `##### [Rustup]` among the FCP groups is not the Rustup of Calls for Testing.
    return this.mainKeys.get(key) !== main && parent && level !== heading.level ? undefined : best;
  }

  private meantBy(
    heading: Heading,
    there: ReadonlySet<SectionSpec | undefined>,
    main: string | undefined,
  ): HeadingSpec | undefined {
    if (heading.setext) return undefined;
    const like = remembered(this.meant, heading, () => resembledBy(heading.text, this.titled));
    // In another main section the heading is one of the week.
    const fits = ({ key, parent }: SectionSpec) =>
      parent === undefined ? heading.level <= 2 : this.mainKeys.get(key) === main;
    const [first, second] = like.filter(({ known: { spec } }) => !there.has(spec) && fits(spec));
    return first?.slips === second?.slips ? undefined : first?.known;
  }
}

function remembered<T>(known: WeakMap<Heading, T>, heading: Heading, find: () => T): T {
  let value = known.get(heading);
  if (value === undefined) {
    value = find();
    known.set(heading, value);
  }
  return value;
}

interface Titled {
  readonly spec: SectionSpec;
  readonly titles: readonly string[];
  /** Without regard to capitals. */
  readonly lower: readonly string[];
}

/** A heading that a title may be meant for. */
interface Like {
  readonly known: HeadingSpec;
  /** How many characters differ; 0 where what is surplus is plain. */
  readonly slips: number;
}

/** What a title may be meant for, the likest first. */
function resembledBy(text: string, known: readonly Titled[]): readonly Like[] {
  const title = plainTitle(text);
  const lower = title.toLowerCase();
  const found = known.flatMap(({ spec, titles, lower: others }): Like[] => {
    if (titles.some((right) => isDamaged(title, right)))
      return [{ known: { spec, slip: 'damaged' }, slips: 0 }];
    const slips = Math.min(...others.map((right) => slipsBetween(lower, right)));
    return slips === Infinity ? [] : [{ known: { spec, slip: 'similar' }, slips }];
  });
  return found.sort((a, b) => a.slips - b.slips);
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

/** `Updates from Rust Project` */
const withoutArticles = (title: string) => title.replace(/\bthe /g, '');

/** How many characters may differ in what is still taken for the same title. */
const MOST_SLIPS = 3;

/**
 * How many characters differ by a slip of the keyboard, by another form of the last word (`Libraries`), or not at all in
 * the first half of a title with two; `Infinity` for another title.
 */
function slipsBetween(title: string, known: string): number {
  if (title === known || title.length < 3) return Infinity;
  if (withoutArticles(title) === withoutArticles(known)) return 1;
  const [first, second] = known.split(';');
  if (second !== undefined && title === first) return 0;
  if (Math.abs(title.length - known.length) > MOST_SLIPS) return Infinity;
  if (isSwapped(title, known)) return 1;
  const limit = Math.max(1, Math.floor(known.length * 0.2));
  const distance = editDistance(title, known, MOST_SLIPS);
  if (distance <= Math.min(limit, MOST_SLIPS)) return distance;
  let shared = 0;
  while (shared < known.length && title[shared] === known[shared]) shared += 1;
  return shared >= 5 && shared >= known.length * 0.75 && distance <= MOST_SLIPS ? distance : Infinity;
}
