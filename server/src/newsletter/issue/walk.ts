import { isSameList } from '../../text/lists';
import type { HeadingSpec } from '../sections/headingSpecs';
import { keyOf, type OpenHeading } from '../sections/sections';
import type { ChunkSummary, Heading } from './chunk';
import type { Cut } from './cut';
import type { PieceContext } from './piece';
import type { PieceCache, PieceText } from './pieceCache';
import type { Pieces, PiecesInput, PlacedPiece } from './pieces';

const NO_SPECS: PieceContext['specs'] = [];
const NO_LABELS: PieceContext['labels'] = new Map();

/** Goes from piece to piece and keeps what the next one has to be told. */
export class Walk {
  private lineAbove: PieceContext['lineAbove'];
  /** Key of the main section opened last. */
  private main: string | undefined;
  /** How many headings stand above. */
  private headings = 0;
  private readonly open: OpenHeading[] = [];
  /** The same as a list that stays. */
  private above: PieceContext['above'] | undefined;
  private readonly issueKey: string;

  /**
   * @param specs those of all headings of the issue
   * @param before addresses of the version before
   */
  constructor(
    private readonly input: PiecesInput,
    cache: PieceCache,
    private readonly addresses: Pieces['addresses'],
    private readonly specs: Pieces['specs'],
    private readonly before?: Pieces['addresses'],
  ) {
    this.issueKey = `${input.kind} ${input.date} ${cache.numberOf(input.profile)}`;
  }

  /** Goes on where a piece of the version before began. @param headings how many stand above it */
  begin({ above, lineAbove, main }: PieceContext, headings: number): void {
    this.open.push(...above);
    this.above = above;
    this.lineAbove = lineAbove;
    this.main = main;
    this.headings = headings;
  }

  /**
   * @param below the text of the next piece
   * @param old the same text as the version before had it, of the same kind, profile and date, at its place in this one
   * @returns the old piece if it is told the same
   */
  next(
    cut: Cut,
    known: PieceText,
    summary: ChunkSummary,
    below: PieceText | undefined,
    old?: PlacedPiece,
  ): PlacedPiece {
    const context = this.contextOf(known, summary, below, old?.context);
    if (old && context === old.context && summary === old.summary) return old;
    const { start, end, listed } = cut;
    const apart = `${this.issueKey}\n${keyApart(context)}`;
    const piece = known.piece(summary, { around: keyAround(context), apart }, context);
    return { start, end, listed, piece, summary, bodyStart: start + known.bodyStart, known, context };
  }

  /** @returns the one of the version before if it is the same */
  private contextOf(
    known: PieceText,
    summary: ChunkSummary,
    textBelow: PieceText | undefined,
    old: PieceContext | undefined,
  ): PieceContext {
    const { mentions, edges } = known;
    const { headings } = summary;
    const { main } = this;
    this.enter(known, summary);
    const above = this.aboveFor(old);
    const specs = headings.length === 0 ? NO_SPECS : headings.map((heading) => this.heading(heading));
    const labels = this.labelsOf(mentions, old);
    const { kind, profile, date } = this.input;
    const { lineAbove } = this;
    this.lineAbove = edges.lastLine;
    const below = textBelow && (edges.endsBlank ? textBelow.edges.firstLine : '');
    const isSame =
      old !== undefined &&
      above === old.above &&
      old.main === main &&
      old.lineAbove === lineAbove &&
      old.below === below &&
      old.labels === labels &&
      (specs === old.specs || isSameList(specs, old.specs, (a, b) => a === b));
    return isSame ? old : { kind, profile, date, above, specs, main, labels, lineAbove, below };
  }

  private enter({ bodyStart }: PieceText, { headings: [first] }: ChunkSummary): void {
    if (first?.start === 0 && bodyStart === 0) this.close(first.level);
  }

  /** The headings that are open, as one list for all pieces up to the next heading. */
  private aboveFor(old: PieceContext | undefined): PieceContext['above'] {
    if (old && old.above !== this.above && isSameList(this.open, old.above, isSameHeading))
      this.above = old.above;
    this.above ??= [...this.open];
    return this.above;
  }

  /** @returns those of the version before if they are the same */
  private labelsOf(mentions: readonly string[], old: PieceContext | undefined): PieceContext['labels'] {
    if (mentions.length === 0) return NO_LABELS;
    if (old && this.addresses === this.before) return old.labels;
    const labels = new Map<string, string>();
    for (const label of mentions) {
      const url = this.addresses.get(label);
      if (url !== undefined) labels.set(label, url);
    }
    const isSame =
      old?.labels.size === labels.size && [...labels].every(([label, url]) => old.labels.get(label) === url);
    return isSame ? old.labels : labels;
  }

  private heading({ level, text, setext }: Heading): HeadingSpec | undefined {
    const known = this.specs[this.headings];
    this.headings += 1;
    const spec = known?.spec;
    if (spec && spec.parent === undefined) this.main = spec.key;
    this.close(level);
    this.open.push({ level, setext, spec, key: keyOf(spec, text) });
    this.above = undefined;
    return known;
  }

  private close(level: number): void {
    while (this.open.length > 0 && this.open.at(-1)!.level >= level) {
      this.open.pop();
      this.above = undefined;
    }
  }
}

/** What a context tells of headings, as a text. */
function keyAround({ main, above, specs }: PieceContext): string {
  return [
    main,
    ...above.map(({ level, setext, spec, key }) => `${level}${setext ? '=' : '#'}${spec ? '' : '?'}${key}`),
    '',
    ...specs.map((known) => known && `${known.spec.key} ${known.slip}`),
  ].join('\n');
}

/** The rest of a context as a text, but for what all pieces of an issue have in common. */
function keyApart({ lineAbove, below, labels }: PieceContext): string {
  return [lineAbove, below === undefined ? '' : `|${below}`, ...[...labels].flat()].join('\n');
}

function isSameHeading(a: OpenHeading, b: OpenHeading): boolean {
  return a.level === b.level && a.setext === b.setext && a.spec === b.spec && a.key === b.key;
}
