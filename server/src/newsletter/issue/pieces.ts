import { reachesFar } from '../../markdown/chunks';
import type { TextChange } from '../../text/sourceText';
import type { Steps } from '../../text/steps';
import type { Profile, SectionSpec } from '../eras/profiles';
import { type OpenHeading, SpecMatcher } from '../sections/sections';
import type { ChunkSummary, Heading } from './chunk';
import { type Cut, cutPieces } from './cut';
import type { Piece, PieceContext } from './piece';
import type { PieceCache, PieceText } from './pieceCache';

/** A piece with its place in an issue. */
export interface PlacedPiece extends Cut {
  readonly piece: Piece;
  /** What the parser told of the piece; offsets count from {@link bodyStart}. */
  readonly summary: ChunkSummary;
  /** Where the text of the summary begins: behind the front matter in the first piece, else at `start`. */
  readonly bodyStart: number;
  readonly known: PieceText;
  readonly context: PieceContext;
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
  readonly input: PiecesInput;
  readonly pieces: readonly PlacedPiece[];
  /** The spec of each heading of the issue. */
  readonly specs: readonly (SectionSpec | undefined)[];
  /** Labels that look like being defined somewhere. */
  readonly labels: ReadonlySet<string>;
  /** Addresses by label of the definitions. */
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * Cuts an issue into its pieces, from the first to the last, and tells each what it has to know of the others.
 *
 * @param before the version before, whose pieces are known however long nobody has asked for them
 */
export function* readPieces(input: PiecesInput, cache: PieceCache, before?: Pieces): Steps<Pieces> {
  const { text } = input;
  for (const { known } of before?.pieces ?? []) cache.keep(known);
  const cuts = cutPieces(text, input.bodyStart, cache.wholeLists);
  const texts = cuts.map(({ start, end }) =>
    cache.text(text.slice(start, end), start === 0 ? input.bodyStart : 0),
  );
  const labels = new Set(texts.flatMap(({ defines }) => defines));
  const summaries: ChunkSummary[] = [];
  for (const known of texts) {
    summaries.push(known.summary(labels));
    yield;
  }
  const addresses = new Map(
    summaries.flatMap(({ definitions }) => definitions.map(({ label, url }) => [label, url] as const)),
  );
  const walk = new Walk(input, cache, addresses, new SpecMatcher(cache.titlesOf(input.profile)));
  const pieces = cuts.map((cut, n) => walk.next(cut, texts[n]!, summaries[n]!, texts[n + 1]?.text));
  return { input, pieces, specs: walk.specs, labels, addresses };
}

/**
 * The pieces of the next version, most of which are those of the version before: only the text between the headings
 * around the change is cut and read anew.
 *
 * @param change what became of the text of the version before
 * @returns undefined where the change may reach further, so that all has to be read
 */
export function readChanged(
  input: PiecesInput,
  cache: PieceCache,
  before: Pieces,
  change: TextChange,
): Pieces | undefined {
  const { text } = input;
  const { kind, profile, date, bodyStart } = before.input;
  if (input.kind !== kind || input.profile !== profile || input.date !== date) return undefined;
  if (input.bodyStart !== bodyStart || change.start <= bodyStart) return undefined;
  if (reachesFar(linesAround(before.input.text, change.start, change.end))) return undefined;
  if (reachesFar(linesAround(text, change.start, change.newEnd))) return undefined;
  const [first, next] = windowOf(before, change);
  if (first === 0) return undefined;
  const old = before.pieces.slice(first, next);
  const following = before.pieces[next];
  const { start } = old[0]!;
  const by = change.newEnd - change.end;
  const end = old.at(-1)!.end + by;
  const changed = text.slice(start, end);
  // With the heading below, whose place as the beginning of a piece may depend on what is above it.
  const below = following ? /^.*(?:\r\n?|\n|$)/.exec(following.known.text)![0] : '';
  const cuts = cutPieces(changed + below, 0, cache.wholeLists);
  if (following && cuts.pop()?.start !== changed.length) return undefined;
  const placed = cuts.map((cut) => ({ ...cut, start: cut.start + start, end: cut.end + start }));
  const [head, tail] = untouched(placed, old, change);

  const gone = old.slice(head, old.length - tail);
  const made = placed.slice(head, placed.length - tail);
  const texts = made.map((cut) => cache.text(text.slice(cut.start, cut.end), 0));
  const defines = (of: PieceText) => of.defines.join('\n');
  if (!isSame(texts, gone, defines, ({ known }) => defines(known))) return undefined;
  const summaries = texts.map((known) => known.summary(before.labels));
  if (!isSame(summaries, gone, outwardsOf, ({ summary }) => outwardsOf(summary))) return undefined;

  const specs = gone.flatMap(({ context }) => context.specs);
  const walk = new Walk(input, cache, before.addresses, {
    main: gone[0]!.context.main,
    match: () => specs.shift(),
  });
  walk.begin(gone[0]!.context);
  const rest = before.pieces.slice(next - tail).map((piece) => moved(piece, by));
  const pieces = made.map((cut, n) =>
    walk.next(cut, texts[n]!, summaries[n]!, (texts[n + 1] ?? rest[0]?.known)?.text),
  );
  const [after] = rest;
  if (after && walk.lineAbove !== after.context.lineAbove)
    rest[0] = walk.again(after, { ...after.context, lineAbove: walk.lineAbove });
  return {
    ...before,
    input,
    pieces: [...before.pieces.slice(0, first + head), ...pieces, ...rest],
  };
}

/**
 * How many pieces at the beginning and at the end stay as they are but for their place; all but one of the old ones at
 * most, for the others are read from there.
 */
function untouched(
  cuts: readonly Cut[],
  old: readonly PlacedPiece[],
  { start, end, newEnd }: TextChange,
): [number, number] {
  const most = Math.min(cuts.length, old.length);
  const by = newEnd - end;
  let head = 0;
  while (
    head < most &&
    old[head]!.end <= start &&
    old[head]!.end === cuts[head]!.end &&
    old[head]!.listed === cuts[head]!.listed
  )
    head += 1;
  let tail = 0;
  while (tail < most - head) {
    const cut = cuts[cuts.length - 1 - tail]!;
    const known = old[old.length - 1 - tail]!;
    if (known.start < end || known.start + by !== cut.start || known.listed !== cut.listed) break;
    tail += 1;
  }
  // The last of them may have been told what is below it.
  if (head > 0 && (head === old.length - tail || old[head - 1]!.context.below !== '')) head -= 1;
  if (head === old.length - tail) tail -= 1;
  return [head, tail];
}

/** The lines of a range with the line before and the line after. */
function linesAround(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1);
  const lineEnd = text.indexOf('\n', end);
  const next = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1);
  return text.slice(
    lineStart <= 0 ? 0 : text.lastIndexOf('\n', lineStart - 1) + 1,
    next < 0 ? text.length : next,
  );
}

/** The pieces between the headings around a change, as indexes, the second exclusive. */
function windowOf({ pieces, input }: Pieces, { start, end }: TextChange): [number, number] {
  let first = pieces.findLastIndex((piece) => piece.start <= start);
  while (first > 0 && pieces[first]!.listed) first -= 1;
  const heading = input.text.indexOf('\n', pieces[first]!.start);
  // A heading that changes, or text before one, may join what is above.
  if (first > 0 && (heading < 0 || start <= heading)) {
    first -= 1;
    while (first > 0 && pieces[first]!.listed) first -= 1;
  }
  let next = pieces.findLastIndex((piece) => piece.start <= end) + 1;
  while (next < pieces.length && pieces[next]!.listed) next += 1;
  return [first, next];
}

/** Whether two lists tell the same together, however it is spread over their members. */
function isSame<A, B>(
  a: readonly A[],
  b: readonly B[],
  ofA: (value: A) => string,
  ofB: (value: B) => string,
): boolean {
  const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n');
  return joined(a.map(ofA)) === joined(b.map(ofB));
}

/** What a piece tells that others depend on: headings and definitions. */
function outwardsOf({ headings, definitions, footnotes }: ChunkSummary): string {
  return [
    ...headings.map(({ level, setext, text }) => `${level}${setext ? '=' : '#'} ${text}`),
    ...definitions.map(({ label, url }) => `[${label}]: ${url}`),
    ...footnotes.map(({ label }) => `[${label}]`),
  ].join('\n');
}

function moved(piece: PlacedPiece, by: number): PlacedPiece {
  if (by === 0) return piece;
  return { ...piece, start: piece.start + by, end: piece.end + by, bodyStart: piece.bodyStart + by };
}

/** Goes from piece to piece and keeps what the next one has to be told. */
class Walk {
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
