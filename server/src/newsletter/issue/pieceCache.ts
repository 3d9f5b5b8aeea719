import type { Root } from 'mdast';
import { GitHubReadings } from '../../markdown/github/readings';
import { parseMarkdown } from '../../markdown/index';
import { definedLabels, mentionedLabels } from '../../markdown/labels';
import { copyOf } from '../../text/copy';
import { SourceText } from '../../text/sourceText';
import type { Profile } from '../eras/profiles';
import { LinkKeys } from '../links/keys';
import { HeadingSpecs } from '../sections/headingSpecs';
import { type ChunkSummary, summarizeChunk } from './chunk';
import { type Edges, edgesOf } from './edges';
import type { Labels } from './labels';
import { Piece, type PieceContext } from './piece';
import type { TextParts } from './reading';

/** How many readings of one text are kept: an era's, and those while an author types a definition or a heading. */
const READINGS = 3;

/** What is kept of a text as the parser reads it with some labels defined. */
interface Read {
  readonly parts: TextParts;
  /** What pieces answer wherever they stand, by the rest of what they depend on; and the pieces. */
  readonly answers: Map<string, Map<unknown, unknown>>;
  readonly pieces: Map<string, Piece>;
}

/** What is kept of a text that was a piece of an issue. */
export class PieceText {
  readonly text: string;
  /** What stands between brackets: labels that the text may refer to, and those that it defines. */
  readonly mentions: readonly string[];
  /** Labels that the text looks like defining. */
  readonly defines: readonly string[];
  readonly edges: Edges;
  private readonly summaries = new Map<string, ChunkSummary>();
  private readonly read = new WeakMap<ChunkSummary, Read>();
  private source: SourceText | undefined;
  private held: { readonly key: string; readonly tree: Root } | undefined;

  /** @param holding the texts that hold a tree */
  constructor(
    text: string,
    readonly bodyStart: number,
    private readonly github: GitHubReadings,
    private readonly holding: Set<PieceText>,
    private readonly keys: LinkKeys,
  ) {
    this.text = copyOf(text);
    this.mentions = [...new Set(mentionedLabels(text))];
    this.defines = definedLabels(text);
    this.edges = edgesOf(this.text);
  }

  /**
   * What the parser tells of the text without the front matter. Offsets are those of the article.
   *
   * @param defined labels defined anywhere in the issue
   */
  summary(defined: Labels): ChunkSummary {
    const { key, labels } = this.asked(defined);
    return remembered(this.summaries, key, () =>
      summarizeChunk(this.text.slice(this.bodyStart), new Set(labels), this.github, (tree) => {
        this.held = { key, tree };
        this.holding.add(this);
      }),
    );
  }

  /** The tree that the summary for the same labels was taken from; parsed again where it has been let go. */
  tree(defined: Labels): Root {
    const { key, labels } = this.asked(defined);
    if (this.held?.key === key) return this.held.tree;
    return parseMarkdown(this.text.slice(this.bodyStart), { definitions: new Set(labels) });
  }

  letGo(): void {
    this.held = undefined;
  }

  /** Of the labels defined in an issue those that the text may refer to. */
  private asked(defined: Labels): { key: string; labels: readonly string[] } {
    const labels = [...this.mentions.filter((label) => defined.has(label)), ...defined.bracketed];
    return { key: labels.join('\0'), labels };
  }

  /**
   * The piece that the text is in a context.
   *
   * @param around the part of the context that names the headings around, as a text
   * @param apart the rest of it
   */
  piece(
    summary: ChunkSummary,
    { around, apart }: { readonly around: string; readonly apart: string },
    context: PieceContext,
  ): Piece {
    const { parts, answers, pieces } = this.readOf(summary);
    return remembered(pieces, `${apart}\n\n${around}`, () => {
      const common = { parts, answers: remembered(answers, apart, () => new Map()) };
      this.source ??= new SourceText(this.text);
      return new Piece(this.source, this.bodyStart, summary, context, common, this.keys);
    });
  }

  private readOf(summary: ChunkSummary): Read {
    let known = this.read.get(summary);
    if (!known) {
      known = { parts: {}, answers: new Map(), pieces: new Map() };
      this.read.set(summary, known);
    }
    return known;
  }
}

function keyOf(text: string, bodyStart: number): string {
  return bodyStart === 0 ? text : `${bodyStart}\0${text}`;
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    if (known.size >= READINGS) known.delete(known.keys().next().value!);
    value = make();
    known.set(key, value);
  }
  return value;
}

/** How long the texts may be together that are kept beyond the limit: twice a long issue. */
const CHARACTERS = 100_000;

/**
 * Pieces of issues by their text. An edit reads its own piece only.
 *
 * Sets and maps are replaced by new ones where they would be emptied. V8 links what they were to what they become, so that
 * what has once grown old would take all that comes after it along, until a full collection.
 */
export class PieceCache {
  /** What had to be read since the beginning: pieces, and how many characters they have. */
  readonly counts = { pieces: 0, characters: 0 };
  private texts = new Map<string, PieceText>();
  /** Of all texts. */
  private characters = 0;
  /** What a version and the next one may have, if that is more than the room. */
  private inUse = 0;
  private holding = new Set<PieceText>();
  private readonly github = new GitHubReadings();
  private readonly specs = new WeakMap<Profile, HeadingSpecs>();
  private readonly profiles = new WeakMap<Profile, number>();
  private profileCount = 0;

  /**
   * @param wholeLists long lists are not cut: less to do for texts that nobody edits
   * @param keys of addresses
   * @param limit how many texts are kept at least; of short ones more, for a list has many
   * @param room how many characters texts beyond the limit may have with the others
   */
  constructor(
    readonly wholeLists = false,
    readonly keys = new LinkKeys(),
    private readonly limit = 160,
    private readonly room = CHARACTERS,
  ) {}

  text(text: string, bodyStart: number): PieceText {
    let known = this.texts.get(keyOf(text, bodyStart));
    if (!known) {
      this.counts.pieces += 1;
      this.counts.characters += text.length;
      known = new PieceText(text, bodyStart, this.github, this.holding, this.keys);
    }
    this.keep(known);
    return known;
  }

  /** Keeps the texts of a version, however long it is, until those of the next have been asked for. */
  keepAll(texts: readonly PieceText[]): void {
    this.inUse = 2 * texts.reduce((sum, { text }) => sum + text.length, 0);
    for (const text of texts) this.keep(text);
  }

  /** Keeps a text as the one that was asked for last. */
  private keep(known: PieceText): void {
    const key = keyOf(known.text, known.bodyStart);
    if (!this.texts.delete(key)) this.characters += known.text.length;
    this.texts.set(key, known);
    // A long text may take the place of many short ones.
    const room = Math.max(this.room, this.inUse);
    for (const [oldest, { text }] of this.texts) {
      if (this.texts.size <= this.limit || this.characters <= room) return;
      this.texts.delete(oldest);
      this.characters -= text.length;
    }
  }

  /** Lets the trees of the last reading go: they are too large to be kept. */
  letGo(): void {
    for (const text of this.holding) text.letGo();
    this.holding = new Set();
  }

  /** Lets all texts go. */
  forget(): void {
    this.texts = new Map();
    this.characters = 0;
    this.inUse = 0;
  }

  specsOf(profile: Profile): HeadingSpecs {
    let known = this.specs.get(profile);
    if (!known) {
      known = new HeadingSpecs(profile);
      this.specs.set(profile, known);
    }
    return known;
  }

  /** A number that stands for a profile in keys. */
  numberOf(profile: Profile): number {
    let known = this.profiles.get(profile);
    if (known === undefined) {
      known = this.profileCount++;
      this.profiles.set(profile, known);
    }
    return known;
  }
}
