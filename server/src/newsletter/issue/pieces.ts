import type { Root } from 'mdast';
import type { Range } from '../../text/sourceText';
import type { Profile, SectionSpec } from '../eras/profiles';
import { type OpenHeading, SpecMatcher } from '../sections/sections';
import type { ChunkSummary } from './chunk';
import { cutPieces } from './cut';
import type { Piece, PieceContext } from './piece';
import type { PieceCache, PieceText } from './pieceCache';

/** A piece with its place in an issue. */
export interface PlacedPiece extends Range {
  readonly piece: Piece;
  /** What the parser told of the piece; offsets count from {@link bodyStart}. */
  readonly summary: ChunkSummary;
  /** Where the text of the summary begins: behind the front matter in the first piece, else at `start`. */
  readonly bodyStart: number;
}

/** A tree that reading an issue has just made. */
export interface ParsedTree {
  readonly end: number;
  readonly tree: Root;
}

export interface PiecesInput {
  readonly text: string;
  readonly bodyStart: number;
  readonly kind: 'issue' | 'template';
  readonly profile: Profile;
  readonly date: string | undefined;
}

/** An issue's pieces, and what reading them told of all of them together. */
export interface Pieces {
  readonly pieces: readonly PlacedPiece[];
  /** The spec of each heading of the issue. */
  readonly specs: readonly (SectionSpec | undefined)[];
  /** Labels that look like being defined somewhere. */
  readonly labels: ReadonlySet<string>;
  /** Trees of the pieces that no version had before, by the offset of their text. */
  readonly trees: ReadonlyMap<number, ParsedTree>;
}

/** Cuts an issue into its pieces, from the first to the last, and tells each what it has to know of the others. */
export function readPieces(input: PiecesInput, cache: PieceCache): Pieces {
  const { text } = input;
  const ranges = cutPieces(text, input.bodyStart);
  const texts = ranges.map(({ start, end }) =>
    cache.text(text.slice(start, end), start === 0 ? input.bodyStart : 0),
  );
  const labels = new Set(texts.flatMap(({ defines }) => defines));
  const trees = new Map<number, ParsedTree>();
  const summaries = texts.map((known, n) =>
    known.summary(labels, (tree) =>
      trees.set(ranges[n]!.start + known.bodyStart, { end: ranges[n]!.end, tree }),
    ),
  );
  const addresses = new Map(
    summaries.flatMap(({ definitions }) => definitions.map(({ label, url }) => [label, url] as const)),
  );
  const walk = new Walk(input, cache, addresses);
  const pieces = ranges.map(({ start, end }, n): PlacedPiece => {
    const known = texts[n]!;
    const piece = walk.next(known, summaries[n]!, texts[n + 1]?.text);
    return { start, end, piece, summary: summaries[n]!, bodyStart: start + known.bodyStart };
  });
  return { pieces, specs: walk.specs, labels, trees };
}

/** Goes from piece to piece and keeps what the next one has to be told. */
class Walk {
  readonly specs: (SectionSpec | undefined)[] = [];
  private readonly matcher: SpecMatcher;
  private readonly open: OpenHeading[] = [];
  private readonly issueKey: string;
  private lineAbove: PieceContext['lineAbove'];

  constructor(
    private readonly input: PiecesInput,
    cache: PieceCache,
    private readonly addresses: ReadonlyMap<string, string>,
  ) {
    this.matcher = new SpecMatcher(cache.titlesOf(input.profile));
    this.issueKey = `${input.kind} ${input.date} ${cache.numberOf(input.profile)}`;
  }

  next(known: PieceText, summary: ChunkSummary, textBelow: string | undefined): Piece {
    const { text, mentions, bodyStart } = known;
    const { main } = this.matcher;
    const [first] = summary.headings;
    if (first?.start === 0 && bodyStart === 0) this.close(first.level);
    const above = [...this.open];
    const specs = summary.headings.map((heading) => {
      const spec = this.matcher.match(heading);
      this.close(heading.level);
      this.open.push({ level: heading.level, text: heading.text, setext: heading.setext, spec });
      return spec;
    });
    this.specs.push(...specs);
    const labels = new Map(
      mentions.flatMap((label) => {
        const url = this.addresses.get(label);
        return url === undefined ? [] : [[label, url] as const];
      }),
    );
    const { lineAbove } = this;
    this.lineAbove = lastLineOf(text);
    const below = textBelow === undefined ? undefined : endsBlank(text) ? firstLineOf(textBelow) : '';
    const key = [
      this.issueKey,
      main,
      lineAbove,
      below === undefined ? '' : `|${below}`,
      ...above.map(({ level, text, setext, spec }) => `${level}${setext ? '=' : '#'}${spec?.key}#${text}`),
      '',
      ...specs.map((spec) => spec?.key),
      '',
      ...[...labels].flat(),
    ].join('\n');
    return known.piece(summary, key, () => {
      const { kind, profile, date } = this.input;
      return { kind, profile, date, above, specs, main, labels, lineAbove, below };
    });
  }

  private close(level: number): void {
    while (this.open.length > 0 && this.open.at(-1)!.level >= level) this.open.pop();
  }
}

function lastLineOf(text: string): PieceContext['lineAbove'] {
  let end = text.length;
  if (text.charCodeAt(end - 1) === 10) end -= 1;
  if (text.charCodeAt(end - 1) === 13) end -= 1;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  const line = text.slice(start, end);
  if (line.trim() === '') return 'blank';
  return line.startsWith('#') ? 'heading' : 'text';
}

/** Whether a text ends with more than one blank line. */
function endsBlank(text: string): boolean {
  const last = text.trimEnd().length;
  return (text.slice(last).match(/\r\n?|\n/g)?.length ?? 0) > 2;
}

function firstLineOf(text: string): string {
  return /^[^\r\n]*/.exec(text)![0];
}
