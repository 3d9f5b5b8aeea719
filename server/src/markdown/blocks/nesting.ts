import type { Line } from './lines';
import type { Source } from './raw';
import type { Draft } from './tree';

/** How the innermost container wants its blocks: it decides between bare text and paragraphs. */
export type State = 'document' | 'quote' | 'list' | 'looseList' | 'indented';

/** The parser as a construct sees it that holds blocks in its turn. */
export interface Nesting {
  readonly source: Source;
  /** That of the source, masked. */
  readonly text: string;
  readonly state: State;
  /** In the order of the text, which numbers them. */
  readonly footnotes: Draft[];
  /** Parses lines with empty ones between them into `parent`. @param state while it does; else as it is */
  parseLines(parent: Draft, lines: readonly Line[], state?: State): void;
}
