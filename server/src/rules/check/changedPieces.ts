import type { PlacedPiece } from '../../newsletter/issue/pieces';

/** What lies between the pieces at both ends that two versions have in common. */
export interface ChangedPieces {
  /** How many pieces at the beginning are the same. */
  readonly head: number;
  readonly before: readonly PlacedPiece[];
  readonly after: readonly PlacedPiece[];
}

export function changedPieces(before: readonly PlacedPiece[], after: readonly PlacedPiece[]): ChangedPieces {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head]!.piece === after[head]!.piece) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail]!.piece === after[after.length - 1 - tail]!.piece
  )
    tail += 1;
  return {
    head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}
