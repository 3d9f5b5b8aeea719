import type { Difference } from '../../markdown/github/differences';
import type { Range, SourceText } from '../../text/sourceText';
import type { Profile } from '../eras/profiles';
import type { EventEntry, OrphanTitle } from '../events/event';
import type { Address, WebAddress } from '../links/addresses';
import type { LinkKeys } from '../links/keys';
import type { Target } from '../links/targets';
import type { Placeholder, TemplateVariable } from '../placeholders/placeholders';
import type { Section } from '../sections/sections';
import type { BracketText } from './brackets';
import type { Block, Comment, Definition, Footnote, Heading, Link, ListLine } from './chunk';
import type { Item } from './items';
import type { SiteLine } from './lines';
import type { Prose } from './prose';

/**
 * What a whole issue and each of its pieces tell in the same words. Offsets are into {@link source}: those of a piece
 * are its own. All lists are in the order of the text and read when first asked for.
 */
export interface IssuePart {
  readonly source: SourceText;
  /** Tells whether two addresses lead to the same page. */
  readonly keys: LinkKeys;
  /** Where the article begins: behind the front matter, 0 where there is none. */
  readonly bodyStart: number;
  /** The template has variables and placeholders by right. */
  readonly kind: 'issue' | 'template';
  readonly profile: Profile;
  /** `Date` of the front matter, else the file name's, else the date of its `Number`; undefined when none is valid. */
  readonly date: string | undefined;
  /** First and last day on which an event belongs into this issue: {@link date} and 28 days later. */
  readonly window: { readonly first: string; readonly last: string } | undefined;
  /** In the order of their headings, which are all here; the tree is in `parent` and `children`. */
  readonly sections: readonly Section[];
  /** {@link sections}, after the one of which a piece of a long list is a part. */
  readonly areas: readonly Section[];
  /** Top-level list items; nested ones are their `children`. */
  readonly items: readonly Item[];
  /** Those of "Updates from Rust Community", each before those nested in it. */
  readonly communityItems: readonly Item[];
  readonly events: readonly EventEntry[];
  readonly orphanTitles: readonly OrphanTitle[];
  readonly placeholders: readonly Placeholder[];
  readonly variables: readonly TemplateVariable[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  readonly footnotes: readonly Footnote[];
  /** Addresses by label of the definitions that {@link links} may lead to, wherever in the issue they stand. */
  readonly labels: ReadonlyMap<string, string>;
  readonly comments: readonly Comment[];
  /** Code spans and blocks. */
  readonly code: readonly Range[];
  /** Tags other than comments. */
  readonly html: readonly Range[];
  /** Every line that looks like a list item. */
  readonly listLines: readonly ListLine[];
  /** Top-level blocks. */
  readonly blocks: readonly Block[];
  /** Every line as the site's block parser takes it. */
  readonly lines: readonly SiteLine[];
  /** The text without code and comments. */
  readonly prose: Prose;
  /** See {@link footerStart}. */
  readonly footer: number;
  /** The addresses of links, images and definitions, placeholders left out. */
  readonly addresses: readonly Address[];
  /** All links with an address, references by their definitions; no images, no placeholders. */
  readonly targets: readonly Target[];
  /** Those {@link addresses} that are `http(s)://host...`. */
  readonly webAddresses: readonly WebAddress[];
  /** The square brackets of every paragraph and item, whether links or not. */
  readonly brackets: readonly BracketText[];
  /** Where GitHub reads the text otherwise than the site. */
  readonly differences: readonly Difference[];
  /** The innermost section at an offset; undefined above the first heading. */
  sectionAt(offset: number): Section | undefined;
  /** Those of {@link areas} with this key, usually one. */
  sectionsOf(key: string): readonly Section[];
  /** Key of the main section opened last before an offset; a heading of another level or of the week ends none. */
  mainAt(offset: number): string | undefined;
  /** Whether an offset lies in a comment. */
  inComment(offset: number): boolean;
  /** Whether an offset lies in a code span or block. */
  inCode(offset: number): boolean;
}
