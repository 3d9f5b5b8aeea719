import { indexBefore } from '../../text/sourceText';
import type { Issue } from './issue';
import type { PlacedPiece } from './pieces';

/**
 * The piece in which an offset lies. It tells what stands there, in its own offsets, without the whole being put
 * together: no item, event, link or comment goes over the end of a piece.
 */
export function pieceAround({ pieces }: Pick<Issue, 'pieces'>, offset: number): PlacedPiece {
  return pieces[Math.max(0, indexBefore(pieces, offset))]!;
}
