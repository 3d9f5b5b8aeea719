import type { Root } from 'mdast';
import { parseMarkdown } from '../../markdown/index';
import type { Range, SourceText } from '../../text/sourceText';
import type { Labels } from './labels';
import type { PlacedPiece } from './pieces';

/** What the site's parser reads by itself: one piece, or the pieces that a long list was cut into. */
export interface Chunk extends Range {
  /** Offsets count from the chunk's start. The tree is large: it is parsed again for who asks late. */
  tree(): Root;
}

/**
 * Puts the pieces of an issue together to what it is rendered from.
 *
 * @param labels that the issue defines
 */
export function chunksOf(source: SourceText, pieces: readonly PlacedPiece[], labels: Labels): Chunk[] {
  const firsts = pieces.filter(({ listed }) => !listed);
  return firsts.map((piece, n): Chunk => {
    const range = { start: piece.bodyStart, end: firsts[n + 1]?.start ?? source.text.length };
    // A list has to be whole to be told tight from loose.
    const tree = () =>
      piece.end === range.end
        ? piece.known.tree(labels)
        : parseMarkdown(source.slice(range), { definitions: labels });
    return { ...range, tree };
  });
}
