import type { SectionSpec } from '../eras/profiles';
import type { OpenHeading } from '../sections/sections';
import type { ChunkSummary, Heading } from './chunk';
import type { Cut } from './cut';
import type { PieceContext } from './piece';
import type { PieceCache, PieceText } from './pieceCache';
import type { PiecesInput, PlacedPiece } from './pieces';

/** Goes from piece to piece and keeps what the next one has to be told. */
export class Walk {
  readonly specs: (SectionSpec | undefined)[] = [];
  lineAbove: PieceContext['lineAbove'];
  private readonly open: OpenHeading[] = [];
  private readonly issueKey: string;

  /** @param matcher gives the spec of each heading in order */
  constructor(
    private readonly input: PiecesInput,
    cache: PieceCache,
    private readonly addresses: ReadonlyMap<string, string>,
    private readonly matcher: {
      main: string | undefined;
      match(heading: Heading): SectionSpec | undefined;
    },
  ) {
    this.issueKey = `${input.kind} ${input.date} ${cache.numberOf(input.profile)}`;
  }

  /** Goes on where a piece of the version before began. */
  begin({ above, lineAbove }: PieceContext): void {
    this.open.push(...above);
    this.lineAbove = lineAbove;
  }

  next(cut: Cut, known: PieceText, summary: ChunkSummary, textBelow: string | undefined): PlacedPiece {
    const { text, mentions, bodyStart } = known;
    const { main } = this.matcher;
    const [first] = summary.headings;
    if (first?.start === 0 && bodyStart === 0) this.close(first.level);
    const above = [...this.open];
    const specs = summary.headings.map((heading) => this.heading(heading));
    const labels = new Map(
      mentions.flatMap((label) => {
        const url = this.addresses.get(label);
        return url === undefined ? [] : [[label, url] as const];
      }),
    );
    const { kind, profile, date } = this.input;
    const { lineAbove } = this;
    this.lineAbove = lastLineOf(text);
    const below = textBelow === undefined ? undefined : endsBlank(text) ? firstLineOf(textBelow) : '';
    const context = { kind, profile, date, above, specs, main, labels, lineAbove, below };
    return this.placed(cut, known, summary, context);
  }

  /** The same piece with another context. */
  again({ start, end, listed, known, summary }: PlacedPiece, context: PieceContext): PlacedPiece {
    return this.placed({ start, end, listed }, known, summary, context);
  }

  private placed(cut: Cut, known: PieceText, summary: ChunkSummary, context: PieceContext): PlacedPiece {
    const keys = { around: keyAround(context), apart: `${this.issueKey}\n${keyApart(context)}` };
    const piece = known.piece(summary, keys, context);
    const { start, end, listed } = cut;
    return { start, end, listed, piece, summary, bodyStart: start + known.bodyStart, known, context };
  }

  private heading(heading: Heading): SectionSpec | undefined {
    const { level, text, setext } = heading;
    const spec = this.matcher.match(heading);
    if (spec && spec.parent === undefined) this.matcher.main = spec.key;
    this.specs.push(spec);
    this.close(level);
    this.open.push({ level, text, setext, spec });
    return spec;
  }

  private close(level: number): void {
    while (this.open.length > 0 && this.open.at(-1)!.level >= level) this.open.pop();
  }
}

/** What a context tells of headings, as a text. */
function keyAround({ main, above, specs }: PieceContext): string {
  return [
    main,
    ...above.map(({ level, text, setext, spec }) => `${level}${setext ? '=' : '#'}${spec?.key}#${text}`),
    '',
    ...specs.map((spec) => spec?.key),
  ].join('\n');
}

/** The rest of a context as a text, but for what all pieces of an issue have in common. */
function keyApart({ lineAbove, below, labels }: PieceContext): string {
  return [lineAbove, below === undefined ? '' : `|${below}`, ...[...labels].flat()].join('\n');
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
