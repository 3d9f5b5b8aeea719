import { reachesFar } from '../../markdown/farReaching';
import { append } from '../../text/lists';
import { indexBefore, type TextChange } from '../../text/sourceText';
import type { ChunkSummary, Heading } from './chunk';
import { type Cut, cutPieces } from './cut';
import { Labels } from './labels';
import type { PieceCache, PieceText } from './pieceCache';
import type { Pieces, PiecesInput, PlacedPiece } from './pieces';
import { type Read, toldAll } from './readPieces';
import { Walk } from './walk';

/**
 * The pieces of the next version, most of which are those of the version before: only the text between the headings
 * around the change is cut and read anew. Where it tells another heading or another definition, all are told of it.
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
  if (reachesFar(before.input.text, text, change)) return undefined;
  const [first, next] = windowOf(before, change);
  const old = before.pieces.slice(first, next);
  const following = before.pieces[next];
  const { start } = old[0]!;
  const by = change.newEnd - change.end;
  const end = old.at(-1)!.end + by;
  const changed = text.slice(start, end);
  // With the heading below, whose place as the beginning of a piece may depend on what is above it.
  const below = following ? /^[^\r\n]*(?:\r\n?|\n|$)/.exec(following.known.text)![0] : '';
  const body = (at: number) => (at === 0 ? bodyStart : 0);
  const cuts = cutPieces(changed + below, body(start), cache.wholeLists);
  if (following && cuts.pop()?.start !== changed.length) return undefined;
  const placed = cuts.map((cut) => ({ start: cut.start + start, end: cut.end + start, listed: cut.listed }));
  const [head, tail] = untouched(placed, old, change);

  const gone = old.slice(head, old.length - tail);
  const made = placed.slice(head, placed.length - tail);
  const texts = made.map((cut) => cache.text(text.slice(cut.start, cut.end), body(cut.start)));
  const above = before.pieces.slice(0, first + head);
  const rest = moved(before.pieces.slice(next - tail), by);
  const defines = (of: PieceText) => of.defines.join('\n');
  const isSameLabels = isSame(texts, gone, defines, ({ known }) => defines(known));
  if (isSameLabels) {
    const summaries = texts.map((known) => known.summary(before.labels));
    if (isSame(summaries, gone, definedBy, ({ summary }) => definedBy(summary))) {
      const told = toldBelow(input, cache, before, above, gone, { cuts: made, texts, summaries }, rest);
      if (told) return { ...before, input, ...told };
    }
  }
  const known = [...above, ...made.map(() => undefined), ...rest];
  const all = known.map((piece, n) => piece?.known ?? texts[n - above.length]!);
  const labels = isSameLabels ? before.labels : new Labels(all.flatMap((text) => text.defines));
  const summaries = all.map((text, n) =>
    isSameLabels && known[n] ? known[n].summary : text.summary(labels),
  );
  const read = { cuts: [...above, ...made, ...rest], texts: all, summaries, labels };
  return toldAll(input, cache, read, known, before.addresses);
}

/**
 * Pieces that define what was defined before, and those below: all of these where there is another heading, else the
 * first may be told something else.
 *
 * @param above the pieces above, which are told nothing new but for what is below the last one
 * @param gone what was in the place of those made
 * @returns undefined where a heading above stands for something else than before
 */
function toldBelow(
  input: PiecesInput,
  cache: PieceCache,
  before: Pieces,
  above: readonly PlacedPiece[],
  gone: readonly PlacedPiece[],
  { cuts, texts, summaries }: Omit<Read, 'labels'>,
  below: readonly PlacedPiece[],
): Pick<Pieces, 'pieces' | 'specs'> | undefined {
  const { addresses } = before;
  const isSameHeadings = isSame(summaries, gone, namesOf, ({ summary }) => namesOf(summary));
  const told = isSameHeadings ? below.slice(0, 1) : below;
  const first = headingsOf(above);
  const own = summaries.flatMap(({ headings }) => headings);
  const specs = isSameHeadings
    ? before.specs
    : cache.specsOf(input.profile).of([...first, ...own, ...headingsOf(below)]);
  if (first.some((_, n) => specs[n] !== before.specs[n])) return undefined;
  const walk = new Walk(input, cache, addresses, specs, addresses);
  // A piece that has changed may have begun with a heading of another level: it does not tell what was open above it.
  const last = above.at(-1);
  walk.begin((last ?? gone[0]!).context, first.length - (last?.summary.headings.length ?? 0));
  const pieces = above.slice(0, -1);
  if (last) pieces.push(walk.next(last, last.known, last.summary, texts[0] ?? below[0]?.known, last));
  for (const [n, cut] of cuts.entries())
    pieces.push(walk.next(cut, texts[n]!, summaries[n]!, texts[n + 1] ?? below[0]?.known));
  for (const [n, old] of told.entries())
    pieces.push(walk.next(old, old.known, old.summary, below[n + 1]?.known, old));
  return { pieces: isSameHeadings ? [...pieces, ...below.slice(1)] : pieces, specs };
}

function headingsOf(pieces: readonly PlacedPiece[]): Heading[] {
  const all: Heading[] = [];
  for (const { summary } of pieces) append(all, summary.headings);
  return all;
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

/** The pieces between the headings around a change, as indexes, the second exclusive. */
function windowOf({ pieces, input }: Pieces, { start, end }: TextChange): [number, number] {
  let first = indexBefore(pieces, start);
  while (first > 0 && pieces[first]!.listed) first -= 1;
  const heading = input.text.indexOf('\n', pieces[first]!.start);
  // A heading that changes, or text before one, may join what is above.
  if (first > 0 && (heading < 0 || start <= heading)) {
    first -= 1;
    while (first > 0 && pieces[first]!.listed) first -= 1;
  }
  let next = indexBefore(pieces, end) + 1;
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

function namesOf({ headings }: ChunkSummary): string {
  return headings.map(({ level, setext, text }) => `${level}${setext ? '=' : '#'} ${text}`).join('\n');
}

function definedBy({ definitions, footnotes }: ChunkSummary): string {
  return [
    ...definitions.map(({ label, url }) => `[${label}]: ${url}`),
    ...footnotes.map(({ label }) => `[${label}]`),
  ].join('\n');
}

function moved(pieces: readonly PlacedPiece[], by: number): readonly PlacedPiece[] {
  if (by === 0) return pieces;
  const all: PlacedPiece[] = [];
  // In a loop and one by one: there are a hundred of them a keystroke, and V8 copies a whole object ten times as slowly.
  for (const { start, end, listed, piece, summary, bodyStart, known, context } of pieces)
    all.push({
      start: start + by,
      end: end + by,
      listed,
      piece,
      summary,
      bodyStart: bodyStart + by,
      known,
      context,
    });
  return all;
}
