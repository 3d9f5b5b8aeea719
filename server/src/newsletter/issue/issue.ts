import type { Root } from 'mdast';
import type { Difference } from '../../markdown/github/differences';
import { cutChunks } from '../../markdown/index';
import { fileDate, isTemplate } from '../../protocol/newsletterFile';
import { copyOf } from '../../text/copy';
import { holds, indexBefore, type Range, SourceText } from '../../text/sourceText';
import { type Profile, profileOf } from '../eras/profiles';
import { type EventEntry, type OrphanTitle, readEvents } from '../events/event';
import { type Address, readAddresses, type WebAddress } from '../links/addresses';
import {
  findPlaceholders,
  findVariables,
  type Placeholder,
  type TemplateVariable,
} from '../placeholders/placeholders';
import { buildSections, type Section } from '../sections/sections';
import { type BracketText, collectBrackets } from './brackets';
import {
  type Block,
  type ChunkSummary,
  type Comment,
  type Definition,
  type Heading,
  type Link,
  type ListLine,
  normalizeLabel,
  shiftChunk,
  summarizeChunk,
} from './chunk';
import { addDays, issueDateOf } from './date';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { buildItems, type Item } from './items';
import { collectLines, type SiteLine } from './lines';
import { hideCode, type Prose } from './prose';

/** One version of a newsletter file, read once. Immutable; all offsets are into {@link SourceText.text}. */
export interface Issue {
  readonly uri: string;
  readonly source: SourceText;
  /** The template has variables and placeholders by right. */
  readonly kind: 'issue' | 'template';
  readonly frontMatter: FrontMatter;
  readonly profile: Profile;
  /** `Date` of the front matter, else the file name's, else the date of its `Number`; undefined when none is valid. */
  readonly date: string | undefined;
  /** First and last day on which an event belongs into this issue: {@link date} and 28 days later. */
  readonly window: { readonly first: string; readonly last: string } | undefined;
  /** In the order of their headings; the tree is in `parent` and `children`. */
  readonly sections: readonly Section[];
  /** Top-level list items in order; nested ones are their `children`. */
  readonly items: readonly Item[];
  readonly events: readonly EventEntry[];
  readonly orphanTitles: readonly OrphanTitle[];
  readonly placeholders: readonly Placeholder[];
  readonly variables: readonly TemplateVariable[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  readonly comments: readonly Comment[];
  /** Code spans and blocks. */
  readonly code: readonly Range[];
  /** Tags other than comments. */
  readonly html: readonly Range[];
  /** Every line that looks like a list item. */
  readonly listLines: readonly ListLine[];
  /** Top-level blocks in order. */
  readonly blocks: readonly Block[];
  /** Every line as the site's block parser takes it; read when first asked for. */
  readonly lines: readonly SiteLine[];
  /** The text without code and comments; read when first asked for. */
  readonly prose: Prose;
  /** The addresses of links, images and definitions, placeholders left out, in order. */
  readonly addresses: readonly Address[];
  /** Those {@link addresses} that are `http(s)://host...`. */
  readonly webAddresses: readonly WebAddress[];
  /** The square brackets of every paragraph and item, whether links or not; read when first asked for. */
  readonly brackets: readonly BracketText[];
  /** Where GitHub reads the text otherwise than the site; compared when first asked for. */
  readonly differences: readonly Difference[];
  /** Trees of the chunks that this version was the first to have, by offset, and the labels they were parsed with. */
  readonly parsed: { readonly labels: ReadonlySet<string>; readonly trees: ReadonlyMap<number, Root> };
  /** The innermost section at an offset; undefined above the first heading. */
  sectionAt(offset: number): Section | undefined;
  /** Sections with this key, usually one. */
  sectionsOf(key: string): readonly Section[];
  /** Whether an offset lies in a comment. */
  inComment(offset: number): boolean;
  /** Whether an offset lies in a code span or block. */
  inCode(offset: number): boolean;
}

export interface IssueInput {
  readonly uri: string;
  readonly text: string;
  /** Told by the file's name when absent. */
  readonly kind?: 'issue' | 'template';
  /** Replaces the bundled profile of the issue's era, e.g. one read from the workspace's template; or chooses by it. */
  readonly profile?: Profile | ((bundled: Profile) => Profile);
}

/** How many days the event window is long (docs/newsletter.md#event-window). */
export const WINDOW_DAYS = 28;

/**
 * Summaries of chunks by their text and by the definitions they can see. An edit parses its own chunk only, and
 * what every issue repeats is parsed once.
 */
export class ChunkCache {
  private readonly entries = new Map<string, ChunkSummary>();

  /** @param limit how many chunks are kept; an issue has about 50 */
  constructor(private readonly limit = 300) {}

  /** @param parsed is given the tree of a chunk that was not known: trees are too large to be kept */
  summary(
    text: string,
    definitions: ReadonlySet<string>,
    definitionsKey: string,
    parsed?: (tree: Root) => void,
  ): ChunkSummary {
    const key = `${definitionsKey}\0${text}`;
    const known = this.entries.get(key);
    if (known) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    // The key is a text of its own; what the summary tells of (titles, addresses) is cut from such a one as well.
    const summary = summarizeChunk(copyOf(text), definitions, parsed);
    this.entries.set(key, summary);
    if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value!);
    return summary;
  }
}

/** Reads a newsletter file. Never throws: whatever the text is, there is an issue to talk about. */
export function readIssue(input: IssueInput, cache: ChunkCache = new ChunkCache()): Issue {
  const source = new SourceText(input.text);
  const frontMatter = readFrontMatter(source);
  const kind = input.kind ?? (isTemplate(input.uri) ? 'template' : 'issue');
  const date =
    frontMatter.date ??
    fileDate(input.uri) ??
    (frontMatter.number === undefined ? undefined : issueDateOf(frontMatter.number));
  const profile =
    typeof input.profile === 'function' ? input.profile(profileOf(date)) : (input.profile ?? profileOf(date));

  const definitions = new Set(
    [...input.text.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map((match) => normalizeLabel(match[1]!)),
  );
  const definitionsKey = [...definitions].sort().join('\0');
  const parsed = { labels: definitions, trees: new Map<number, Root>() };
  const ranges = cutChunks(input.text, frontMatter.bodyStart);
  const chunks = ranges.map((range) =>
    shiftChunk(
      cache.summary(input.text.slice(range.start, range.end), definitions, definitionsKey, (tree) =>
        parsed.trees.set(range.start, tree),
      ),
      range.start,
    ),
  );
  const headings = chunks.flatMap((chunk) => chunk.headings);
  const links = chunks.flatMap((chunk) => chunk.links);
  const comments = chunks.flatMap((chunk) => chunk.comments);
  const code = chunks.flatMap((chunk) => chunk.code);
  const codeSpans = chunks.flatMap((chunk) => chunk.codeSpans);
  const listLines = chunks.flatMap((chunk) => chunk.listLines);
  const placedChunks = chunks.map(({ lines, brackets }, index) => ({
    start: ranges[index]!.start,
    lines,
    brackets,
  }));

  const sections = buildSections(headings, profile, input.text.length);
  const sectionAt = (offset: number): Section | undefined => sections[indexBefore(sections, offset)];
  const barriers = [...headings, ...comments].sort((a, b) => a.start - b.start);
  const items = buildItems(source, listLines, links, barriers, sectionAt);
  for (const item of items) (item.section?.items as Item[] | undefined)?.push(item);

  const byKey = new Map<string, Section[]>();
  for (const section of sections) {
    if (section.spec) byKey.set(section.spec.key, [...(byKey.get(section.spec.key) ?? []), section]);
  }
  const sectionsOf = (key: string): readonly Section[] => byKey.get(key) ?? [];
  const opaque = [...comments, ...code].sort((a, b) => a.start - b.start);
  const events: EventEntry[] = [];
  const orphanTitles: OrphanTitle[] = [];
  for (const area of sectionsOf('events')) {
    const read = readEvents(source, eventArea(area, sections), links, opaque, sectionAt);
    events.push(...read.events);
    orphanTitles.push(...read.orphans);
  }

  let lines: readonly SiteLine[] | undefined;
  let prose: Prose | undefined;
  let addresses: Address[] | undefined;
  let webAddresses: WebAddress[] | undefined;
  let brackets: readonly BracketText[] | undefined;
  let differences: readonly Difference[] | undefined;
  return {
    get differences() {
      differences ??= chunks.flatMap((chunk, index) => shiftDifferences(chunk, ranges[index]!.start));
      return differences;
    },
    get brackets() {
      brackets ??= collectBrackets(source, this.lines, placedChunks);
      return brackets;
    },
    get lines() {
      lines ??= collectLines(source, placedChunks);
      return lines;
    },
    get addresses() {
      addresses ??= readAddresses(source, links, this.definitions);
      return addresses;
    },
    get webAddresses() {
      webAddresses ??= this.addresses.filter((address): address is WebAddress => address.web !== undefined);
      return webAddresses;
    },
    get prose() {
      prose ??= {
        text: hideCode(input.text, this.lines, comments, codeSpans),
        spans: codeSpans,
        strayBackticks: chunks.flatMap((chunk) => chunk.strayBackticks),
      };
      return prose;
    },
    parsed,
    uri: input.uri,
    source,
    kind,
    frontMatter,
    profile,
    date,
    window: date === undefined ? undefined : { first: date, last: addDays(date, WINDOW_DAYS) },
    sections,
    items,
    events,
    orphanTitles,
    placeholders: findPlaceholders(comments, links, sectionAt),
    variables: findVariables(source, sectionAt),
    headings,
    links,
    definitions: chunks.flatMap((chunk) => chunk.definitions),
    comments,
    code,
    html: chunks.flatMap((chunk) => chunk.html),
    listLines,
    blocks: chunks.flatMap((chunk) => chunk.blocks),
    sectionAt,
    sectionsOf,
    inComment: (offset) => holds(comments, offset),
    inCode: (offset) => holds(code, offset),
  };
}

function shiftDifferences(chunk: ChunkSummary, by: number): Difference[] {
  const shift = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  return chunk.differences().map((found) => ({ ...found, ...shift(found), piece: shift(found.piece) }));
}

/** Up to the next main section: a region's heading at a wrong level (`# Oceania`) does not end the events. */
function eventArea(events: Section, sections: readonly Section[]): Range {
  const next = sections.find(
    (section) =>
      section.start > events.start && section.spec !== undefined && section.spec.parent === undefined,
  );
  return { start: events.body.start, end: next?.start ?? sections.at(-1)!.end };
}
