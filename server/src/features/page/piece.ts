/** A heading for the table of contents. */
export interface ContentsEntry {
  readonly level: number;
  readonly text: string;
  /** The heading's id, as the site gives it. */
  readonly id: string;
  /** Line of the heading; in a piece counted from the piece's first. */
  readonly line: number;
}

/** A part of the page that is made, and can be replaced, alone. */
export interface Piece {
  /** Names the piece's HTML: pieces with the same key are the same. */
  readonly key: string;
  /** The document's line (from 0) where the piece begins. */
  readonly line: number;
  /** Safe to put into a page; `data-source-line` counts from the piece's first line. */
  readonly html: string;
  readonly contents: readonly ContentsEntry[];
}
