import type { Difference } from '../../markdown/github/differences';
import { append } from '../../text/lists';
import { holds, indexBefore, type Range, type SourceText } from '../../text/sourceText';
import type { Profile } from '../eras/profiles';
import { type EventEntry, hasEventLines, type OrphanTitle, readEvents } from '../events/event';
import { type Address, readAddresses, type WebAddress } from '../links/addresses';
import type { LinkKeys } from '../links/keys';
import { communityItemsOf } from '../links/links';
import { type Target, targetsOf } from '../links/targets';
import {
  findPlaceholders,
  findVariables,
  type Placeholder,
  type TemplateVariable,
} from '../placeholders/placeholders';
import type { buildSections, Section } from '../sections/sections';
import { type BracketText, collectBrackets } from './brackets';
import type { Block, Comment, Definition, Footnote, Heading, Link, ListLine } from './chunk';
import { differencesOf, type PlacedSummary, partOf } from './chunkParts';
import { addDays } from './date';
import { footerStart } from './footer';
import { buildItems, type Item } from './items';
import { collectLines, type SiteLine } from './lines';
import type { IssuePart } from './part';
import { hideCode, type Prose } from './prose';

/** How many days the event window is long (docs/newsletter.md#event-window). */
export const WINDOW_DAYS = 28;

/** What a {@link Reading} is made from. */
export interface ReadingInput {
  readonly source: SourceText;
  readonly keys: LinkKeys;
  readonly bodyStart: number;
  readonly kind: IssuePart['kind'];
  readonly profile: Profile;
  readonly date: string | undefined;
  /** What the parser told of the text, in order, without gaps from {@link bodyStart} on. */
  readonly chunks: readonly PlacedSummary[];
  /** @param itemsOf gives the top-level items of a section, once they are asked for */
  readonly sections: (itemsOf: (section: Section) => readonly Item[]) => ReturnType<typeof buildSections>;
  /** Key of the main section opened last before the text. */
  readonly main?: string | undefined;
  readonly labels: () => ReadonlyMap<string, string>;
  /** What has been read of the same text in another place. */
  readonly text?: TextParts;
}

/** What has been read of a text. */
export type TextParts = { -readonly [K in keyof IssuePart]?: IssuePart[K] };

const NONE: readonly Section[] = [];

/** Reads the parts of an issue, or of a piece of one, each when it is first asked for. */
export class Reading implements IssuePart {
  readonly source: SourceText;
  readonly keys: LinkKeys;
  readonly bodyStart: number;
  readonly kind: IssuePart['kind'];
  readonly profile: Profile;
  readonly date: string | undefined;
  readonly window: IssuePart['window'];
  /** What goes by the headings around, or by definitions elsewhere. */
  private readonly known: TextParts = {};
  /** What the text tells wherever it stands. */
  private readonly text: TextParts;
  /** Whether anybody has looked at the headings around, or at what goes by them, since this was last set. */
  looked = false;
  private knownOutline: ReturnType<typeof buildSections> | undefined;
  private knownEvents: { events: EventEntry[]; orphans: OrphanTitle[] } | undefined;
  private itemsBySection: Map<Section | undefined, Item[]> | undefined;
  /** Of each section: the main section that is open after its heading. */
  private mains: readonly (string | undefined)[] | undefined;
  private sectionsByKey: Map<string, Section[]> | undefined;

  constructor(private readonly input: ReadingInput) {
    this.source = input.source;
    this.keys = input.keys;
    this.text = input.text ?? {};
    this.bodyStart = input.bodyStart;
    this.kind = input.kind;
    this.profile = input.profile;
    this.date = input.date;
    this.window =
      input.date === undefined ? undefined : { first: input.date, last: addDays(input.date, WINDOW_DAYS) };
  }

  get sections(): readonly Section[] {
    return this.headings.length === 0 ? NONE : this.outline.sections;
  }

  get areas(): readonly Section[] {
    const { sections, opened } = this.outline;
    this.known.areas ??= opened ? [opened, ...sections] : sections;
    return this.known.areas;
  }

  get headings(): readonly Heading[] {
    this.text.headings ??= partOf(this.input.chunks, 'headings');
    return this.text.headings;
  }

  get links(): readonly Link[] {
    this.text.links ??= partOf(this.input.chunks, 'links');
    return this.text.links;
  }

  get definitions(): readonly Definition[] {
    this.text.definitions ??= partOf(this.input.chunks, 'definitions');
    return this.text.definitions;
  }

  get footnotes(): readonly Footnote[] {
    this.text.footnotes ??= partOf(this.input.chunks, 'footnotes');
    return this.text.footnotes;
  }

  get labels(): ReadonlyMap<string, string> {
    this.known.labels ??= this.input.labels();
    return this.known.labels;
  }

  get comments(): readonly Comment[] {
    this.text.comments ??= partOf(this.input.chunks, 'comments');
    return this.text.comments;
  }

  get code(): readonly Range[] {
    this.text.code ??= partOf(this.input.chunks, 'code');
    return this.text.code;
  }

  get html(): readonly Range[] {
    this.text.html ??= partOf(this.input.chunks, 'html');
    return this.text.html;
  }

  get listLines(): readonly ListLine[] {
    this.text.listLines ??= partOf(this.input.chunks, 'listLines');
    return this.text.listLines;
  }

  get blocks(): readonly Block[] {
    this.text.blocks ??= partOf(this.input.chunks, 'blocks');
    return this.text.blocks;
  }

  get differences(): readonly Difference[] {
    this.text.differences ??= differencesOf(this.input.chunks);
    return this.text.differences;
  }

  get lines(): readonly SiteLine[] {
    this.text.lines ??= collectLines(
      this.source,
      this.input.chunks.map(({ bodyStart, summary }) => ({ start: bodyStart, lines: summary.lines })),
    );
    return this.text.lines;
  }

  get prose(): Prose {
    return this.text.prose ?? this.readProse();
  }

  private readProse(): Prose {
    const spans = partOf(this.input.chunks, 'codeSpans');
    this.text.prose = {
      text: hideCode(this.source.text, this.lines, this.comments, spans),
      spans,
      strayBackticks: partOf(this.input.chunks, 'strayBackticks'),
    };
    return this.text.prose;
  }

  get footer(): number {
    this.text.footer ??= footerStart(this.source);
    return this.text.footer;
  }

  get brackets(): readonly BracketText[] {
    this.text.brackets ??= collectBrackets(
      this.source,
      this.lines,
      this.input.chunks.map(({ bodyStart, summary }) => ({ start: bodyStart, brackets: summary.brackets })),
    );
    return this.text.brackets;
  }

  get addresses(): readonly Address[] {
    this.text.addresses ??= readAddresses(this.source, this.links, this.definitions);
    return this.text.addresses;
  }

  get webAddresses(): readonly WebAddress[] {
    this.text.webAddresses ??= this.addresses.filter(
      (address): address is WebAddress => address.web !== undefined,
    );
    return this.text.webAddresses;
  }

  get targets(): readonly Target[] {
    this.known.targets ??= targetsOf(this.links, this.labels);
    return this.known.targets;
  }

  get items(): readonly Item[] {
    return this.text.items ?? this.readItems();
  }

  private readItems(): readonly Item[] {
    const barriers = [...this.headings, ...this.comments].sort((a, b) => a.start - b.start);
    this.text.items = buildItems(this.source, this.listLines, this.links, barriers);
    return this.text.items;
  }

  get communityItems(): readonly Item[] {
    if (this.items.length > 0) this.looked = true;
    this.known.communityItems ??= communityItemsOf(this);
    return this.known.communityItems;
  }

  get events(): readonly EventEntry[] {
    if (!this.knownEvents && !this.text.events && !hasEventLines(this.source.text)) this.text.events = [];
    return this.text.events ?? this.readEvents().events;
  }

  get orphanTitles(): readonly OrphanTitle[] {
    return this.readEvents().orphans;
  }

  get placeholders(): readonly Placeholder[] {
    this.text.placeholders ??= findPlaceholders(this.comments, this.links);
    return this.text.placeholders;
  }

  get variables(): readonly TemplateVariable[] {
    this.text.variables ??= findVariables(this.source);
    return this.text.variables;
  }

  sectionAt(offset: number): Section | undefined {
    const { sections, opened } = this.outline;
    return sections[indexBefore(sections, offset)] ?? opened;
  }

  sectionsOf(key: string): readonly Section[] {
    const { areas } = this;
    if (!this.sectionsByKey) {
      this.sectionsByKey = new Map();
      for (const section of areas) {
        if (!section.spec) continue;
        const same = this.sectionsByKey.get(section.spec.key);
        if (same) same.push(section);
        else this.sectionsByKey.set(section.spec.key, [section]);
      }
    }
    return this.sectionsByKey.get(key) ?? [];
  }

  mainAt(offset: number): string | undefined {
    if (!this.mains) {
      let { main } = this.input;
      this.mains = this.sections.map(({ spec }) => {
        if (spec && spec.parent === undefined) main = spec.key;
        return main;
      });
    }
    const n = indexBefore(this.sections, offset);
    return n < 0 ? this.input.main : this.mains[n];
  }

  inComment(offset: number): boolean {
    return holds(this.comments, offset);
  }

  inCode(offset: number): boolean {
    return holds(this.code, offset);
  }

  /** The top-level items of a section. */
  itemsOf(section: Section): readonly Item[] {
    if (!this.itemsBySection) {
      this.itemsBySection = new Map();
      for (const item of this.items) {
        const own = this.sectionAt(item.start);
        const same = this.itemsBySection.get(own);
        if (same) same.push(item);
        else this.itemsBySection.set(own, [item]);
      }
    }
    return this.itemsBySection.get(section) ?? [];
  }

  private get outline() {
    this.looked = true;
    return this.knownOutline ?? this.readOutline();
  }

  // Apart from the getter: what makes a function makes a scope for it at every call.
  private readOutline() {
    this.knownOutline = this.input.sections((section) => this.itemsOf(section));
    return this.knownOutline;
  }

  private readEvents() {
    this.looked = true;
    if (this.knownEvents) return this.knownEvents;
    const found: { events: EventEntry[]; orphans: OrphanTitle[] } = { events: [], orphans: [] };
    const areas = this.eventAreas();
    const opaque = areas.length > 0 ? [...this.comments, ...this.code].sort((a, b) => a.start - b.start) : [];
    for (const area of areas) {
      const sectionAt = (offset: number) => this.sectionAt(offset);
      // A piece of a long list comes after other events of its section.
      const seen = area.start === 0 ? this.outline.opened : undefined;
      const read = readEvents(this.source, area, this.links, opaque, sectionAt, seen);
      append(found.events, read.events);
      append(found.orphans, read.orphans);
    }
    this.knownEvents = found;
    return found;
  }

  /** Up to the next main section: a region's heading at a wrong level (`# Oceania`) does not end the events. */
  private eventAreas(): Range[] {
    const areas: Range[] = [];
    let start = this.input.main === 'events' ? 0 : undefined;
    for (const { spec, body, start: at } of this.sections) {
      if (!spec || spec.parent !== undefined) continue;
      if (start !== undefined) areas.push({ start, end: at });
      start = spec.key === 'events' ? body.start : undefined;
    }
    if (start !== undefined) areas.push({ start, end: this.source.text.length });
    return areas;
  }
}
