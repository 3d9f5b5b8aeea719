import type { Range } from '../../text/sourceText';
import type { SectionSpec } from '../eras/profiles';
import type { Heading } from '../issue/chunk';
import type { Item } from '../issue/items';
import type { HeadingSpec, Slip } from './headingSpecs';

/** A heading with all that stands under it. */
export interface Section extends Range {
  readonly heading: Heading;
  /** What the profile knows of this heading; undefined for a heading of the week. */
  readonly spec: SectionSpec | undefined;
  /** How the heading differs from those of its spec; undefined where it doesn't, and in pieces below its own. */
  readonly slip: Slip | undefined;
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

/** Whether a section is the one with a key, or stands in it. */
export function isWithin(section: Section | undefined, key: string): boolean {
  for (let at = section; at; at = at.parent) if (at.spec?.key === key) return true;
  return false;
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
  /** That of each heading. */
  readonly specs: readonly (HeadingSpec | undefined)[];
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
  const open = (heading: Heading, known: Pick<Section, 'spec' | 'slip' | 'key'>, bodyEnd: number) => {
    const body = { start: heading.end, end: bodyEnd };
    const section = new SectionDraft(heading, end, known, body, stack.at(-1), itemsOf);
    stack.push(section);
    return section;
  };
  for (const [index, { level, setext, spec, key }] of above.entries()) {
    const bodyEnd = index === above.length - 1 ? (headings[0]?.start ?? end) : 0;
    const heading = { level, setext, text: '', start: 0, end: 0, content: { start: 0, end: 0 } };
    open(heading, { spec, slip: undefined, key }, bodyEnd);
  }
  const opened = stack.at(-1);
  const sections = headings.map((heading, index) => {
    while (stack.length > 0 && stack.at(-1)!.heading.level >= heading.level) stack.pop()!.end = heading.start;
    const parent = stack.at(-1);
    const known = specs[index];
    const key = keyOf(known?.spec, heading.text);
    const bodyEnd = headings[index + 1]?.start ?? end;
    const section = open(heading, { spec: known?.spec, slip: known?.slip, key }, bodyEnd);
    parent?.children.push(section);
    return section;
  });
  return { sections, opened: headings[0]?.start === 0 ? undefined : opened };
}

/** A section while the tree is built. A class: each object of a literal with a getter has a hidden class of its own. */
class SectionDraft implements Section {
  readonly start: number;
  readonly spec: SectionSpec | undefined;
  readonly slip: Slip | undefined;
  readonly key: string | undefined;
  readonly children: SectionDraft[] = [];
  readonly #itemsOf: SectionsInput['itemsOf'];

  constructor(
    readonly heading: Heading,
    public end: number,
    { spec, slip, key }: Pick<Section, 'spec' | 'slip' | 'key'>,
    readonly body: Range,
    readonly parent: SectionDraft | undefined,
    itemsOf: SectionsInput['itemsOf'],
  ) {
    this.start = heading.start;
    this.spec = spec;
    this.slip = slip;
    this.key = key;
    this.#itemsOf = itemsOf;
  }

  get items(): readonly Item[] {
    return this.#itemsOf(this);
  }
}
