import type { Range } from '../../text/sourceText';
import type { Profile, SectionSpec } from '../eras/profiles';
import type { Heading } from '../issue/chunk';
import type { Item } from '../issue/items';

/** A heading with all that stands under it. */
export interface Section extends Range {
  readonly heading: Heading;
  /** What the profile knows of this heading; undefined for a heading of the week. */
  readonly spec: SectionSpec | undefined;
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
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:;,.]+$/, '')
    .toLowerCase();
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

/** The mutable state while the tree is built; `items` are filled in by the issue once they are known. */
export interface SectionDraft extends Section {
  end: number;
  readonly children: SectionDraft[];
  readonly items: Item[];
}

/** Builds the sections of an issue, in the order of their headings. @param end where the text ends */
export function buildSections(headings: readonly Heading[], profile: Profile, end: number): SectionDraft[] {
  const specs = new SpecMatcher(profile);
  const sections: SectionDraft[] = [];
  const stack: SectionDraft[] = [];
  for (const [index, heading] of headings.entries()) {
    while (stack.length > 0 && stack.at(-1)!.heading.level >= heading.level) stack.pop()!.end = heading.start;
    const next = headings[index + 1];
    const section: SectionDraft = {
      start: heading.start,
      end,
      heading,
      spec: specs.match(heading),
      body: { start: heading.end, end: next?.start ?? end },
      parent: stack.at(-1),
      children: [],
      items: [],
    };
    stack.at(-1)?.children.push(section);
    stack.push(section);
    sections.push(section);
  }
  return sections;
}

/** Finds the spec of each heading of an issue, from the first to the last. */
class SpecMatcher {
  private readonly byTitle = new Map<string, SectionSpec[]>();
  /** Keys of the sections seen, the latest last: a heading belongs to the parent that was opened last. */
  private readonly opened: string[] = [];
  /** Key of the main section in which a key stands. */
  private readonly mainKeys: ReadonlyMap<string, string>;
  /** The main section opened last. */
  private main: string | undefined;

  constructor(profile: Profile) {
    this.mainKeys = mainKeysOf(profile);
    for (const spec of profile.sections) {
      for (const title of [spec.title, ...(spec.aliases ?? [])]) {
        const key = normalizeTitle(title);
        this.byTitle.set(key, [...(this.byTitle.get(key) ?? []), spec]);
      }
    }
  }

  match(heading: Heading): SectionSpec | undefined {
    const candidates = this.byTitle.get(normalizeTitle(heading.text)) ?? [];
    let best: SectionSpec | undefined;
    let bestRank = -1;
    for (const spec of candidates) {
      const rank = spec.parent === undefined ? 0 : this.opened.lastIndexOf(spec.parent);
      if (rank > bestRank) [best, bestRank] = [spec, rank];
    }
    best ??= candidates.find((spec) => spec.level === heading.level);
    // `##### [Rustup]` among the FCP groups is not the Rustup of Calls for Testing.
    if (best && this.mainKeys.get(best.key) !== this.main && best.parent && best.level !== heading.level)
      return undefined;
    if (best) this.opened.push(best.key);
    if (best && !best.parent) this.main = best.key;
    return best;
  }
}
