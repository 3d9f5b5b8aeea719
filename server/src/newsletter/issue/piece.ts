import type { SourceText } from '../../text/sourceText';
import type { Profile, SectionSpec } from '../eras/profiles';
import type { LinkKeys } from '../links/keys';
import { buildSections, type OpenHeading } from '../sections/sections';
import type { ChunkSummary } from './chunk';
import { Reading, type TextParts } from './reading';

/** What a piece is told of the issue around it: all that it depends on besides its text. */
export interface PieceContext {
  readonly kind: 'issue' | 'template';
  readonly profile: Profile;
  readonly date: string | undefined;
  /** The headings in whose sections the piece begins, the outermost first. */
  readonly above: readonly OpenHeading[];
  /** The specs of the piece's own headings. */
  readonly specs: readonly (SectionSpec | undefined)[];
  /** Key of the main section opened last before the piece. */
  readonly main: string | undefined;
  /** The definitions that the piece mentions. */
  readonly labels: ReadonlyMap<string, string>;
  /** What the line above the piece is; undefined for the first piece. */
  readonly lineAbove: 'blank' | 'heading' | 'text' | undefined;
  /**
   * The first line below the piece, told to a piece that ends with more than one blank line and empty for the others;
   * undefined for the last piece.
   */
  readonly below: string | undefined;
}

/**
 * A stretch of an issue that reads the same alone as in its place, see `cutPieces`. A piece is a value: for one text
 * and one context there is one, so what it says of itself, and what rules say of it, is computed once. All offsets
 * are the piece's own.
 */
export class Piece extends Reading {
  private readonly answers = new Map<unknown, unknown>();
  readonly lineAbove: PieceContext['lineAbove'];
  readonly below: PieceContext['below'];

  /**
   * @param summary of the text behind `bodyStart`
   * @param text what has been read of the same text in another context
   * @param keys of addresses
   */
  constructor(
    source: SourceText,
    bodyStart: number,
    summary: ChunkSummary,
    context: PieceContext,
    text: TextParts,
    keys: LinkKeys,
  ) {
    const { kind, profile, date, main, labels, above, specs } = context;
    super({
      source,
      keys,
      text,
      bodyStart,
      kind,
      profile,
      date,
      main,
      chunks: [{ start: bodyStart, summary }],
      sections: (itemsOf) =>
        buildSections({ headings: this.headings, specs, above, end: source.text.length, itemsOf }),
      labels: () => labels,
    });
    this.lineAbove = context.lineAbove;
    this.below = context.below;
  }

  /**
   * What somebody has found out about the piece, found out once.
   *
   * @param question names the answer; an object of the asker's own, or a text
   */
  answer<T>(question: unknown, find: () => T): T {
    let known = this.answers.get(question) as T | undefined;
    if (known === undefined) {
      known = find();
      this.answers.set(question, known);
    }
    return known;
  }

  /** Forgets an answer, for one that depends on more than the piece. */
  forget(question: unknown): void {
    this.answers.delete(question);
  }
}
