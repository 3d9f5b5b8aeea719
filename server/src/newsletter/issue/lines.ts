import { indexBefore, type Line, type SourceText } from '../../text/sourceText';
import type { Comment } from './chunk';
import { width } from './items';

export type LineKind =
  | 'front'
  | 'blank'
  | 'comment'
  | 'fence'
  | 'heading'
  | 'item'
  | 'quote'
  | 'html'
  | 'rule'
  | 'text';

/** Why the site makes no list item of a line that looks like one; `code` is told of other lines as well. */
export type LostItem =
  /** It stands directly under a paragraph, a table or a quote. */
  | 'paragraph'
  /** It stands directly under a comment with blanks behind it. */
  | 'comment'
  /** Four blanks without a list above: a code block. */
  | 'code'
  /** Indented two levels deeper than the item above: goes on as that item's text. */
  | 'continuation';

/**
 * A line as the site's block parser takes it (docs/newsletter.md#how-the-site-reads-markdown), told from the source
 * alone.
 */
export interface SiteLine extends Line {
  readonly kind: LineKind;
  /** White space before the first character, in columns. */
  readonly indent: number;
  /** Offset of the first character that is no white space. */
  readonly first: number;
  /** The bullet of a line that looks like a list item; `1` for a numbered one. */
  readonly bullet: '*' | '-' | '+' | '1' | undefined;
  /** How deep the site nests the item, from 0. */
  readonly depth: number | undefined;
  readonly lost: LostItem | undefined;
  /** Number of the line that begins the paragraph or item this line belongs to. */
  readonly head: number;
}

type Block = 'none' | 'list' | 'paragraph' | 'comment' | 'code';

const ITEM = /^[ \t]*(?:([*+-])|\d{1,9}\.)[ \t]+/;
const HTML_BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|center|details|div|dl|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)[\s/>]/i;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([^`~]*)$/;

/** Reads every line. @param bodyStart where the article begins @param comments of the issue, sorted */
export function readLines(
  source: SourceText,
  bodyStart: number,
  comments: readonly Comment[],
): readonly SiteLine[] {
  const reader = new Reader(source, comments);
  const fences = findFences(source, bodyStart, comments);
  for (let number = 0; number < source.lineCount; number += 1) {
    const line = source.line(number);
    if (line.start < bodyStart) reader.push(line, 'front');
    else if (fences.has(number)) reader.push(line, 'fence');
    else reader.read(line);
  }
  return reader.lines;
}

class Reader {
  readonly lines: SiteLine[] = [];
  private block: Block = 'none';
  /** Whether a list is the last thing above, blank lines apart: an indented block goes on with its last item. */
  private afterList = false;
  private depth = 0;
  private head = 0;

  constructor(
    private readonly source: SourceText,
    private readonly comments: readonly Comment[],
  ) {}

  read(line: Line): void {
    const text = this.source.slice(line);
    const blanks = /^[ \t]*/.exec(text)![0];
    const first = line.start + blanks.length;
    const comment = this.comments[indexBefore(this.comments, first)];
    if (/^\s*$/.test(text)) {
      this.block = 'none';
      this.push(line, 'blank');
    } else if (
      comment &&
      first < comment.end &&
      /^\s*$/.test(this.source.text.slice(comment.end, line.end))
    ) {
      this.block = comment.end < line.end ? 'comment' : 'none';
      this.afterList = false;
      this.push(line, 'comment', width(blanks), first);
    } else {
      const kind = interrupts(text, blanks.length);
      const item = kind ? undefined : ITEM.exec(text);
      if (kind) this.interrupt(line, kind, first);
      else if (item) this.item(line, width(blanks), first, (item[1] ?? '1') as SiteLine['bullet']);
      else this.text(line, width(blanks), first);
    }
  }

  /** A line that stands for itself, whatever is above. */
  private interrupt(line: Line, kind: LineKind, first: number): void {
    this.block = 'none';
    this.afterList = false;
    this.push(line, kind, width(this.source.text.slice(line.start, first)), first);
  }

  private item(line: Line, indent: number, first: number, bullet: SiteLine['bullet']): void {
    const lost = this.place(indent);
    this.head = line.number;
    const depth = lost ? undefined : this.depth;
    this.push(line, 'item', indent, first, bullet, depth, lost);
  }

  private place(indent: number): LostItem | undefined {
    if (this.block === 'paragraph') return 'paragraph';
    if (this.block === 'comment') return 'comment';
    const level = Math.floor(indent / 4);
    const inList = this.block === 'list' || (this.block === 'none' && this.afterList && level > 0);
    if (level > 0 && !inList) {
      this.block = 'code';
      this.afterList = false;
      return 'code';
    }
    if (level > 0 && level > this.depth + 1 && this.block === 'list') return 'continuation';
    this.depth = inList ? Math.min(level, this.depth + 1) : 0;
    this.block = 'list';
    this.afterList = true;
    return undefined;
  }

  private text(line: Line, indent: number, first: number): void {
    const code = this.source.text.charCodeAt(first);
    const fresh = this.block === 'none' || (this.block === 'code' && indent < 4);
    if (fresh || code === 124) this.head = line.number;
    if (fresh && indent >= 4 && !this.afterList) {
      this.block = 'code';
    } else if (fresh) {
      this.block = 'paragraph';
      if (indent < 4) this.afterList = false;
    }
    const kind = code === 62 && indent < 4 ? 'quote' : 'text';
    const lost = this.block === 'code' ? 'code' : undefined;
    this.push(line, kind, indent, first, undefined, undefined, lost);
  }

  push(
    line: Line,
    kind: LineKind,
    indent = 0,
    first = line.start,
    bullet: SiteLine['bullet'] = undefined,
    depth: number | undefined = undefined,
    lost: LostItem | undefined = undefined,
  ): void {
    const own = kind !== 'text' && kind !== 'quote' && kind !== 'item';
    if (own) this.head = line.number;
    if (kind === 'fence') this.block = 'none';
    const { start, end, number } = line;
    this.lines.push({ start, end, number, kind, indent, first, bullet, depth, lost, head: this.head });
  }
}

/** What a line is that ends the block above it without a blank line. */
function interrupts(text: string, blanks: number): LineKind | undefined {
  if (text.startsWith('#')) return 'heading';
  // Longer lines are prose; not trying them keeps a line of a million dashes cheap.
  if (text.length < 200 && RULE.test(text)) return 'rule';
  if (blanks < 4 && text.charCodeAt(blanks) === 60 && HTML_BLOCK.test(text)) return 'html';
  return undefined;
}

/** Numbers of the lines of fenced code, fences included. Indented ones count as well: their author meant code. */
function findFences(source: SourceText, bodyStart: number, comments: readonly Comment[]): Set<number> {
  const found = new Set<number>();
  const marks: { line: number; fence: string; info: string }[] = [];
  if (!/```|~~~/.test(source.text)) return found;
  for (let n = 0; n < source.lineCount; n += 1) {
    const line = source.line(n);
    if (line.start < bodyStart) continue;
    const match = FENCE.exec(source.slice(line));
    const comment = comments[indexBefore(comments, line.start)];
    if (match && !(comment && line.start < comment.end))
      marks.push({ line: n, fence: match[1]!, info: match[2]! });
  }
  let open: (typeof marks)[number] | undefined;
  for (const mark of marks) {
    if (!open) open = mark;
    else if (mark.info === '' && mark.fence.startsWith(open.fence)) {
      for (let n = open.line; n <= mark.line; n += 1) found.add(n);
      open = undefined;
    }
  }
  return found;
}
