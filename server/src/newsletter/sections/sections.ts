import type { Range } from '../../text/sourceText';
import type { Profile, SectionSpec } from '../eras/profiles';
import type { Heading } from '../issue/chunk';
import type { Item } from '../issue/items';
import { plainTitle } from './bodies';

/** A heading with all that stands under it. */
export interface Section extends Range {
  readonly heading: Heading;
  /** What the profile knows of this heading; undefined for a heading of the week. */
  readonly spec: SectionSpec | undefined;
  /** See {@link keyOf}. */
  readonly key: string | undefined;
  /** Between the heading's line and the next heading of any level. */
  readonly body: Range;
  /** The section in which it stands by the levels of the headings. */
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** Top-level items of its body. */
  readonly items: readonly Item[];
}

/** How headings are compared: without links, case, trailing punctuation and extra blanks. */
export function normalizeTitle(title: string): string {
  return plainTitle(title)
    .replace(/(?<![\s:;,.])[\s:;,.]+$/, '')
    .toLowerCase();
}

/** Whether a section is the one with a key, or stands in it. */
export function isWithin(section: Section | undefined, key: string): boolean {
  for (let at = section; at; at = at.parent) if (at.spec?.key === key) return true;
  return false;
}

/** For every key of the profile the key of the main section in which it stands. */
export function mainKeysOf(profile: Profile): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  // Parents stand before their children.
  for (const spec of profile.sections) {
    keys.set(spec.key, spec.parent === undefined ? spec.key : (keys.get(spec.parent) ?? spec.parent));
  }
  return keys;
}

/** The archive's profile has no sections of its own, but rules about links go by this one. */
const ARCHIVE_COMMUNITY = /^updates from (?:the )?rust community$/i;

/** Key of a section with a heading: of its spec, without one that of the archive's community part. */
export function keyOf(spec: SectionSpec | undefined, text: string): string | undefined {
  return spec?.key ?? (ARCHIVE_COMMUNITY.test(text) ? 'community' : undefined);
}

/** A heading as it is known to the pieces below it, to which it makes no difference how a heading of the week is called. */
export interface OpenHeading {
  readonly level: number;
  readonly setext: boolean;
  readonly spec: SectionSpec | undefined;
  readonly key: string | undefined;
}

export interface SectionsInput {
  readonly headings: readonly Heading[];
  /** The spec of each heading. */
  readonly specs: readonly (SectionSpec | undefined)[];
  /** The headings above the text in whose sections it stands, the outermost first; none for a whole issue. */
  readonly above: readonly OpenHeading[];
  /** Where the text ends. */
  readonly end: number;
  /** The top-level items of a section. */
  readonly itemsOf: (section: Section) => readonly Item[];
}

/**
 * Builds the sections of a text in the order of their headings.
 *
 * @returns them, and the one in which the text begins if not with a heading: like those above it, its heading is an
 * empty range at offset 0, without a text
 */
export function buildSections({ headings, specs, above, end, itemsOf }: SectionsInput): {
  sections: readonly Section[];
  opened: Section | undefined;
} {
  const stack: SectionDraft[] = [];
  const open = (heading: Heading, { spec, key }: Pick<Section, 'spec' | 'key'>, bodyEnd: number) => {
    const body = { start: heading.end, end: bodyEnd };
    const section = new SectionDraft(heading, end, spec, key, body, stack.at(-1), itemsOf);
    stack.push(section);
    return section;
  };
  for (const [index, { level, setext, ...known }] of above.entries()) {
    const bodyEnd = index === above.length - 1 ? (headings[0]?.start ?? end) : 0;
    open({ level, setext, text: '', start: 0, end: 0, content: { start: 0, end: 0 } }, known, bodyEnd);
  }
  const opened = stack.at(-1);
  const sections = headings.map((heading, index) => {
    while (stack.length > 0 && stack.at(-1)!.heading.level >= heading.level) stack.pop()!.end = heading.start;
    const parent = stack.at(-1);
    const spec = specs[index];
    const known = { spec, key: keyOf(spec, heading.text) };
    const section = open(heading, known, headings[index + 1]?.start ?? end);
    parent?.children.push(section);
    return section;
  });
  return { sections, opened: headings[0]?.start === 0 ? undefined : opened };
}

/** A section while the tree is built. A class: each object of a literal with a getter has a hidden class of its own. */
class SectionDraft implements Section {
  readonly start: number;
  readonly children: SectionDraft[] = [];
  readonly #itemsOf: SectionsInput['itemsOf'];

  constructor(
    readonly heading: Heading,
    public end: number,
    readonly spec: SectionSpec | undefined,
    readonly key: string | undefined,
    readonly body: Range,
    readonly parent: SectionDraft | undefined,
    itemsOf: SectionsInput['itemsOf'],
  ) {
    this.start = heading.start;
    this.#itemsOf = itemsOf;
  }

  get items(): readonly Item[] {
    return this.#itemsOf(this);
  }
}

/** The headings of a profile by their titles. */
export class SpecTitles {
  private readonly byTitle = new Map<string, SectionSpec[]>();
  /** Of each heading that has been asked about. */
  private readonly byHeading = new WeakMap<Heading, readonly SectionSpec[]>();
  /** Key of the main section in which a key stands. */
  readonly mainKeys: ReadonlyMap<string, string>;

  constructor(profile: Profile) {
    this.mainKeys = mainKeysOf(profile);
    for (const spec of profile.sections) {
      for (const title of [spec.title, ...(spec.aliases ?? [])]) {
        const key = normalizeTitle(title);
        this.byTitle.set(key, [...(this.byTitle.get(key) ?? []), spec]);
      }
    }
  }

  of(heading: Heading): readonly SectionSpec[] {
    let specs = this.byHeading.get(heading);
    if (!specs) {
      specs = this.byTitle.get(normalizeTitle(heading.text)) ?? [];
      this.byHeading.set(heading, specs);
    }
    return specs;
  }
}

/** Finds the spec of each heading of an issue, from the first to the last. */
export class SpecMatcher {
  /** Keys of the sections seen, the latest last: a heading belongs to the parent that was opened last. */
  private readonly opened: string[] = [];
  /** The main section opened last. */
  main: string | undefined;

  /** @param above the specs of the headings above the first that is asked about */
  constructor(
    private readonly titles: SpecTitles,
    above: readonly (SectionSpec | undefined)[] = [],
  ) {
    for (const spec of above) this.open(spec);
  }

  match(heading: Heading): SectionSpec | undefined {
    const candidates = this.titles.of(heading);
    let best: SectionSpec | undefined;
    let bestRank = -1;
    for (const spec of candidates) {
      const rank = spec.parent === undefined ? 0 : this.opened.lastIndexOf(spec.parent);
      if (rank > bestRank) [best, bestRank] = [spec, rank];
    }
    best ??= candidates.find((spec) => spec.level === heading.level);
    // `##### [Rustup]` among the FCP groups is not the Rustup of Calls for Testing.
    if (
      best &&
      this.titles.mainKeys.get(best.key) !== this.main &&
      best.parent &&
      best.level !== heading.level
    )
      return undefined;
    this.open(best);
    return best;
  }

  private open(spec: SectionSpec | undefined): void {
    if (!spec) return;
    this.opened.push(spec.key);
    if (spec.parent === undefined) this.main = spec.key;
  }
}
