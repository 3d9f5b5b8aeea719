import type { Root } from 'mdast';
import { parseMarkdown } from '../../markdown/index';
import type { Range, SourceText } from '../../text/sourceText';
import type { Labels } from './labels';
import type { PieceText } from './pieceCache';
import type { PlacedPiece } from './pieces';

/** What is parsed by itself. */
export interface Parsed extends Range {
  /** What it is made of: the same texts in all versions that have it. */
  readonly texts: readonly PieceText[];
  /** Offsets count from the start. The tree is large: it is parsed again for who asks late. */
  tree(): Root;
}

/** What the site's parser reads by itself: one piece, or the pieces that a long list was cut into. */
export interface Chunk extends Parsed {
  /** It itself, or pieces of which each reads the same alone, and goes on with the list at the end of the one before. */
  readonly parts: readonly Parsed[];
}

/**
 * Puts the pieces of an issue together to what it is rendered from.
 *
 * @param labels that the issue defines
 */
export function chunksOf(source: SourceText, pieces: readonly PlacedPiece[], labels: Labels): Chunk[] {
  const parsed = ({ bodyStart, end, known }: PlacedPiece): Parsed => ({
    start: bodyStart,
    end,
    texts: [known],
    tree: () => known.tree(labels),
  });
  const firsts = pieces.flatMap(({ listed }, n) => (listed ? [] : n));
  return firsts.map((first, n): Chunk => {
    const own = pieces.slice(first, firsts[n + 1]);
    const parts = own.map(parsed);
    const [only] = parts;
    if (own.length === 1) return { ...only!, parts };
    const range = { start: only!.start, end: own.at(-1)!.end };
    const tree = () => parseMarkdown(source.slice(range), { definitions: labels });
    const whole = { ...range, texts: own.map(({ known }) => known), tree };
    // What a heading is called depends on those above it.
    const isList = own.every(({ listed, summary }) => !listed || summary.headings.length === 0);
    return { ...whole, parts: isList ? parts : [whole] };
  });
}
