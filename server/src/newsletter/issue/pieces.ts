import type { Profile } from '../eras/profiles';
import type { HeadingSpec } from '../sections/headingSpecs';
import type { ChunkSummary } from './chunk';
import type { Cut } from './cut';
import type { Labels } from './labels';
import type { Piece, PieceContext } from './piece';
import type { PieceText } from './pieceCache';

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
  /** What each heading of the issue stands for. */
  readonly specs: readonly (HeadingSpec | undefined)[];
  /** Labels that look like being defined somewhere. */
  readonly labels: Labels;
  /** Addresses by label of the definitions. */
  readonly addresses: ReadonlyMap<string, string>;
}
