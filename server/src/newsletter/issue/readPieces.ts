import type { Steps } from '../../text/steps';
import type { ChunkSummary } from './chunk';
import { type Cut, cutPieces } from './cut';
import { Labels } from './labels';
import type { PieceCache, PieceText } from './pieceCache';
import type { Pieces, PiecesInput, PlacedPiece } from './pieces';
import { Walk } from './walk';

/**
 * Cuts an issue into its pieces, from the first to the last, and tells each what it has to know of the others.
 *
 * @param before the version before, whose pieces are known however long nobody has asked for them
 */
export function* readPieces(input: PiecesInput, cache: PieceCache, before?: Pieces): Steps<Pieces> {
  const { text } = input;
  if (before) cache.keepAll(before.pieces.map(({ known }) => known));
  const cuts = cutPieces(text, input.bodyStart, cache.wholeLists);
  const texts = cuts.map(({ start, end }) =>
    cache.text(text.slice(start, end), start === 0 ? input.bodyStart : 0),
  );
  const labels = new Labels(texts.flatMap(({ defines }) => defines));
  const summaries: ChunkSummary[] = [];
  for (const known of texts) {
    summaries.push(known.summary(labels));
    yield;
  }
  return toldAll(input, cache, { cuts, texts, summaries, labels }, []);
}

/** What has been read of a version before its pieces are told of each other. */
export interface Read {
  readonly cuts: readonly Cut[];
  readonly texts: readonly PieceText[];
  readonly summaries: readonly ChunkSummary[];
  /** Labels that look like being defined in one of the texts. */
  readonly labels: Labels;
}

/**
 * Tells each piece what it has to know of the others.
 *
 * @param known the pieces as the version before had them, those of them that it had
 * @param before addresses of that version
 */
export function toldAll(
  input: PiecesInput,
  cache: PieceCache,
  { cuts, texts, summaries, labels }: Read,
  known: readonly (PlacedPiece | undefined)[],
  before?: Pieces['addresses'],
): Pieces {
  const addresses = addressesOf(summaries, before);
  const specs = cache.specsOf(input.profile).of(summaries.flatMap(({ headings }) => headings));
  const walk = new Walk(input, cache, addresses, specs, before);
  const pieces = cuts.map((cut, n) => walk.next(cut, texts[n]!, summaries[n]!, texts[n + 1], known[n]));
  return { input, pieces, specs, labels, addresses };
}

/** Addresses by label; those of the version before if they are the same. */
function addressesOf(
  summaries: readonly ChunkSummary[],
  before: Pieces['addresses'] | undefined,
): Pieces['addresses'] {
  const addresses = new Map<string, string>();
  for (const { definitions } of summaries)
    for (const { label, url } of definitions) addresses.set(label, url);
  const isSame =
    before?.size === addresses.size && [...addresses].every(([label, url]) => before.get(label) === url);
  return isSame ? before : addresses;
}
