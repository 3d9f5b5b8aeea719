import type { Steps } from '../../text/steps';
import { SpecMatcher } from '../sections/sections';
import type { ChunkSummary } from './chunk';
import { cutPieces } from './cut';
import type { PieceCache } from './pieceCache';
import type { Pieces, PiecesInput } from './pieces';
import { Walk } from './walk';

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
