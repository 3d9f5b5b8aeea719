import { findAbbreviation, isAbbreviationLine } from './abbreviation';
import { blockQuote, isQuoteLine } from './block-quote';
import { indentedCode } from './code';
import { findDefinition } from './definition';
import { definitionContent, definitionList } from './definition-list';
import { footnote, matchFootnote } from './footnote';
import { atxHeading, isAtxLine, isSetextUnderline, setextHeading } from './heading';
import { indentedInList, listAround } from './indented';
import { dedentWhereIndented, isBlank, type Line } from './lines';
import { list, matchBullet } from './list';
import type { Nesting, State } from './nesting';
import { paragraph } from './paragraph';
import type { Source } from './raw';
import { isTable, table } from './table';
import { isThematicBreak, thematicBreak } from './thematic-break';
import { append, aside, type Draft } from './tree';

/** Containers nested deeper than this stay text; no issue comes near, and time stays linear. */
const MAX_DEPTH = 60;

const CODE_INDENT = 4;

/**
 * The site's block rules. Its parser does not go line by line: it cuts the text at empty lines, and asks
 * for each piece, in a fixed order of constructs, which of them claims a part of it; what stands before and
 * after that part is asked again. The order below is therefore part of the dialect.
 */
export class BlockParser implements Nesting {
  /** Definitions in the order of the text; the last of a label wins. */
  readonly definitions: Draft[] = [];
  /** Footnotes in the order of the text, which numbers them. */
  readonly footnotes: Draft[] = [];
  readonly states: State[] = ['document'];
  private depth = 0;

  /** @param extensions see `ParseOptions` */
  constructor(
    readonly source: Source,
    private readonly extensions: boolean,
  ) {}

  get text(): string {
    return this.source.masked;
  }

  get state(): State {
    return this.states[this.states.length - 1]!;
  }

  /** Parses lines with empty ones between them into `parent`. */
  parseLines(parent: Draft, lines: readonly Line[], state?: State): void {
    if (state) this.states.push(state);
    this.depth++;
    const marks = new Marks(this.text, lines);
    let from = 0;
    while (from < lines.length) {
      if (isBlank(lines[from]!)) {
        from++;
        continue;
      }
      let to = from + 1;
      while (to < lines.length && !isBlank(lines[to]!)) to++;
      from = this.parseBlock(parent, lines, marks, from, to, lines.length);
    }
    this.depth--;
    if (state) this.states.pop();
  }

  /**
   * Parses the piece `[from, to)`, which holds no empty line.
   *
   * @param limit how far a footnote may go on in the pieces after it
   * @returns index of the first line that has not been parsed, `to` unless a footnote went on
   */
  private parseBlock(
    parent: Draft,
    lines: readonly Line[],
    marks: Marks,
    from: number,
    to: number,
    limit = to,
  ): number {
    let at = from;
    while (at < to) {
      const first = lines[at]!;
      if (first.indent >= CODE_INDENT) {
        const around = listAround(parent, this.extensions);
        if (around && this.state !== 'indented' && this.depth < MAX_DEPTH) {
          indentedInList(this, parent, lines.slice(at, to), around);
          return to;
        }
        at = indentedCode(this.text, parent, lines, at, to);
        continue;
      }
      if (this.extensions && at + 1 < to && isTable(this.text, lines, at, to)) {
        table(this.text, parent, lines.slice(at, to));
        return to;
      }
      const atx = marks.next('atx', at);
      if (atx < to) {
        if (atx > at) this.parseBlock(parent, lines, marks, at, atx);
        append(parent, atxHeading(this.text, lines[atx]!));
        at = atx + 1;
        if (this.state === 'looseList' && at < to && lines[at]!.indent >= CODE_INDENT) {
          const rest = dedentWhereIndented(this.text, lines.slice(at, to), 1);
          this.parseBlock(parent, rest, new Marks(this.text, rest), 0, rest.length);
          return to;
        }
        continue;
      }
      if (at + 1 < to && isSetextUnderline(this.text, lines[at + 1]!)) {
        append(parent, setextHeading(this.text, first, lines[at + 1]!));
        at += 2;
        continue;
      }
      const rule = marks.next('break', at);
      if (rule < to) {
        if (rule > at) this.parseBlock(parent, lines, marks, at, rule);
        append(parent, thematicBreak(this.text, lines[rule]!));
        at = rule + 1;
        continue;
      }
      if (this.depth < MAX_DEPTH && matchBullet(this.text, first)) {
        list(this, parent, lines.slice(at, to));
        return to;
      }
      const mark = this.extensions && this.depth < MAX_DEPTH ? marks.next('description', at) : to;
      const described = mark < to ? definitionList(this, parent, lines, at, mark, to) : undefined;
      if (described !== undefined) {
        at = described;
        continue;
      }
      const quote = this.depth < MAX_DEPTH ? marks.next('quote', at) : to;
      if (quote < to) {
        if (quote > at) this.parseBlock(parent, lines, marks, at, quote);
        blockQuote(this, parent, lines.slice(quote, to));
        return to;
      }
      const note = this.extensions && this.depth < MAX_DEPTH ? marks.next('footnote', at) : to;
      if (note < to) {
        if (note > at) this.parseBlock(parent, lines, marks, at, note);
        at = footnote(this, parent, lines, note, to, limit);
        continue;
      }
      const found =
        (this.extensions &&
          findAbbreviation(this.text, lines, at, to, (line) => marks.next('abbreviation', line))) ||
        findDefinition(this.source, lines, at, to);
      if (found) {
        if (found.line > at) this.parseBlock(parent, lines, marks, at, found.line);
        if (found.definition.node.type === 'definition') this.definitions.push(found.definition);
        aside(parent, found.definition);
        at = found.line + found.lines;
        continue;
      }
      paragraph(this, parent, lines.slice(at, to));
      return to;
    }
    return at;
  }
}

type Kind = 'atx' | 'break' | 'quote' | 'description' | 'footnote' | 'abbreviation';

/** Whether a line starts a construct that can stand anywhere in a piece. */
const STARTS: Readonly<Record<Kind, (text: string, line: Line) => boolean>> = {
  atx: isAtxLine,
  break: isThematicBreak,
  quote: isQuoteLine,
  description: (text, line) => definitionContent(text, line) !== undefined,
  abbreviation: isAbbreviationLine,
  footnote: (text, line) => matchFootnote(text, line) !== undefined,
};

/** For each line the next line at or behind it which starts a construct. */
class Marks {
  private readonly nexts: { [K in Kind]?: readonly number[] } = {};

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  next(kind: Kind, at: number): number {
    // As most items have.
    if (this.lines.length === 1) return at === 0 && STARTS[kind](this.text, this.lines[0]!) ? 0 : 1;
    this.nexts[kind] ??= this.look(STARTS[kind]);
    return this.nexts[kind][at]!;
  }

  private look(starts: (text: string, line: Line) => boolean): number[] {
    const { text, lines } = this;
    const end = lines.length;
    // Most texts have a line or two, for which typed arrays take longer to be made than to be filled.
    const next = new Array<number>(end + 1).fill(end);
    for (let at = end - 1; at >= 0; at--) next[at] = starts(text, lines[at]!) ? at : next[at + 1]!;
    return next;
  }
}
