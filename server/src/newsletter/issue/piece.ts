import type { SourceText } from '../../text/sourceText';
import type { Profile } from '../eras/profiles';
import type { LinkKeys } from '../links/keys';
import type { HeadingSpec } from '../sections/headingSpecs';
import { buildSections, type OpenHeading } from '../sections/sections';
import type { ChunkSummary } from './chunk';
import type { Edges } from './edges';
import { Reading, type TextParts } from './reading';

/** What a piece is told of the issue around it: all that it depends on besides its text. */
export interface PieceContext {
  readonly kind: 'issue' | 'template';
  readonly profile: Profile;
  readonly date: string | undefined;
  /** The headings in whose sections the piece begins, the outermost first. */
  readonly above: readonly OpenHeading[];
  /** What the piece's own headings stand for. */
  readonly specs: readonly (HeadingSpec | undefined)[];
  /** Key of the main section opened last before the piece. */
  readonly main: string | undefined;
  /** The definitions that the piece mentions. */
  readonly labels: ReadonlyMap<string, string>;
  /** What the line above the piece is; undefined for the first piece. */
  readonly lineAbove: Edges['lastLine'] | undefined;
  /**
   * The first line below the piece, told to a piece that ends with more than one blank line and empty for the others;
   * undefined for the last piece.
   */
  readonly below: string | undefined;
}

/** What pieces have in common that differ in nothing but the headings around. */
export interface Common {
  readonly parts: TextParts;
  readonly answers: Map<unknown, unknown>;
}

/**
 * A stretch of an issue that reads the same alone as in its place, see `cutPieces`. A piece is a value: for one text
 * and one context there is one, so what it says of itself, and what rules say of it, is computed once. All offsets
 * are the piece's own.
 */
export class Piece extends Reading {
  private readonly answers = new Map<unknown, unknown>();
  private readonly own = new Map<unknown, unknown>();
  readonly lineAbove: PieceContext['lineAbove'];
  readonly below: PieceContext['below'];

  /**
   * @param summary of the text behind `bodyStart`
   * @param common what is known of the same text under other headings
   * @param keys of addresses
   */
  constructor(
    source: SourceText,
    bodyStart: number,
    summary: ChunkSummary,
    context: PieceContext,
    private readonly common: Common,
    keys: LinkKeys,
  ) {
    const { kind, profile, date, main, labels, above, specs } = context;
    super({
      source,
      keys,
      text: common.parts,
      bodyStart,
      kind,
      profile,
      date,
      main,
      chunks: [{ bodyStart, summary }],
      sections: (itemsOf) =>
        buildSections({ headings: this.headings, specs, above, end: source.text.length, itemsOf }),
      labels: () => labels,
    });
    this.lineAbove = context.lineAbove;
    this.below = context.below;
  }

  /**
   * What somebody has found out about the piece, found out once: if that took no look at the headings around, for all
   * pieces with its text.
   *
   * @param question names the answer; an object of the asker's own, or a text
   */
  answer<T>(question: unknown, find: () => T): T {
    const common = this.common.answers.get(question);
    if (common !== undefined) return common as T;
    const known = this.answers.get(question);
    if (known !== undefined) {
      this.looked = true;
      return known as T;
    }
    const { looked } = this;
    this.looked = false;
    const found = find();
    (this.looked ? this.answers : this.common.answers).set(question, found);
    this.looked ||= looked;
    return found;
  }

  /** What somebody keeps with this piece alone. @param question as for {@link answer} */
  kept<T>(question: unknown, make: () => T): T {
    let known = this.own.get(question) as T | undefined;
    if (known === undefined) {
      known = make();
      this.own.set(question, known);
    }
    return known;
  }
}
