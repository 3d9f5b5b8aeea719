import type { Nodes, Root } from 'mdast';
import { type Line, SourceText } from '../text/sourceText';
import { isQuoteLine } from './blocks/block-quote';
import { meantFence } from './blocks/fences';
import { makeLine } from './blocks/lines';
import { bulletAt, looksLikeItem } from './blocks/list';
import type { BlockLine, Comment, LineKind, LostItem } from './data';

/** Tells of each line of a parsed text what it is in the tree. */
export function readLines(text: string, root: Root, comments: readonly Comment[]): BlockLine[] {
  const reader = new LineReader(text, new Set(comments.map(({ start }) => start)));
  for (const child of root.children) reader.visit(child, { depth: -1, item: -1 });
  reader.hide(comments);
  reader.meantFences();
  return reader.lines;
}

/** A line before the tree has told of it; every field is named, because copied objects are slow to make. */
function makeDraft(text: string, { number, start, end }: Line): Draft {
  const { first, indent } = makeLine(text, start, end);
  const blank = first === end || text.slice(first, end).trim() === '';
  return {
    number,
    start,
    end,
    kind: blank ? 'blank' : 'text',
    indent: blank ? 0 : indent,
    first: blank ? start : first,
    bullet: undefined,
    depth: undefined,
    lost: undefined,
    head: number,
  };
}

type Draft = { -readonly [Key in keyof BlockLine]: BlockLine[Key] };

/** Where a node stands: how deep in lists, and the line of the item it is in. */
interface Place {
  readonly depth: number;
  readonly item: number;
}

class LineReader {
  readonly lines: Draft[];
  private readonly source: SourceText;

  /** @param comments where they begin */
  constructor(
    private readonly text: string,
    private readonly comments: ReadonlySet<number>,
  ) {
    this.source = new SourceText(text);
    this.lines = [];
    for (let number = 0; number < this.source.lineCount; number += 1)
      this.lines.push(makeDraft(text, this.source.line(number)));
  }

  visit(node: Nodes, place: Place): void {
    const from = node.position!.start.line - 1;
    switch (node.type) {
      case 'heading':
        this.heading(node.data?.setext === true, node);
        break;
      case 'thematicBreak':
        this.each(node, (line) => this.mark(line, 'rule'));
        break;
      case 'code':
        this.each(node, (line) => {
          if (node.data?.fence) this.mark(line, 'fence');
          else this.lookLikeItem(line, from, 'code');
        });
        break;
      case 'html':
        this.each(node, (line) => this.mark(line, 'html'));
        break;
      case 'table':
        this.each(node, (line) => this.lookLikeItem(line, line.number, 'paragraph'));
        break;
      case 'paragraph':
        this.paragraph(node, place);
        break;
      case 'list':
        for (const item of node.children) this.visit(item, { depth: place.depth + 1, item: place.item });
        break;
      case 'listItem':
        this.item(node, place.depth);
        for (const child of node.children)
          this.visit(child, { depth: place.depth, item: node.data?.bullet ? from : place.item });
        break;
      case 'defList':
      case 'defListDescription':
      case 'footnoteDefinition':
        for (const child of node.children) this.visit(child, place);
        break;
      case 'blockquote':
        for (const child of node.children) this.visit(child, place);
        this.each(node, (line) => {
          if (!isQuoteLine(this.text, line)) return;
          Object.assign(line, { kind: 'quote', bullet: undefined, depth: undefined, lost: undefined });
        });
    }
  }

  private heading(setext: boolean, node: Nodes): void {
    const last = node.position!.end.line - 1;
    this.each(node, (line) => {
      if (!setext) this.mark(line, 'heading');
      else if (line.number === last) this.mark(line, 'rule');
      else this.lookLikeItem(line, line.number, undefined);
    });
  }

  private item(node: Nodes & { type: 'listItem' }, depth: number): void {
    const bullet = node.data?.bullet;
    if (!bullet) return;
    const line = this.lines[node.position!.start.line - 1]!;
    // Several items may begin in a line, as in `* * a`; the line is the first one's.
    if (line.kind === 'item') return;
    line.kind = 'item';
    line.bullet = bulletAt(this.text, bullet.start);
    line.depth = depth;
  }

  private paragraph(node: Nodes, { item }: Place): void {
    const first = node.position!.start.line - 1;
    const above = this.lines[first - 1];
    const lost: LostItem =
      item >= 0 ? 'continuation' : above && this.comments.has(above.first) ? 'comment' : 'paragraph';
    // The text of an item begins in the item's line, or stands below it as a paragraph of its own.
    let head = first;
    this.each(node, (line) => {
      if (line.kind === 'item') head = line.number;
      else if (line.kind === 'text') head = this.lookLikeItem(line, head, lost);
    });
  }

  /** @returns the head of the lines after */
  private lookLikeItem(line: Draft, head: number, lost: LostItem | undefined): number {
    if (line.kind !== 'text') return head;
    // What the parser made no item of is told by its looks.
    const item = looksLikeItem(this.text, line);
    line.head = item ? line.number : head;
    if (item) {
      line.kind = 'item';
      line.bullet = bulletAt(this.text, line.first);
    }
    if (item || lost === 'code') line.lost = lost;
    return line.head;
  }

  private mark(line: Draft, kind: LineKind): void {
    if (line.kind !== 'blank' || kind === 'fence') line.kind = kind;
  }

  /** Lines that are nothing but comment. */
  hide(comments: readonly Comment[]): void {
    for (const { start, end } of comments) {
      for (let n = this.source.lineNumberAt(start); n < this.lines.length; n += 1) {
        const line = this.lines[n]!;
        if (line.start >= end) break;
        if (line.kind === 'blank' || line.first < start) continue;
        if (end < line.end && this.text.slice(end, line.end).trim() !== '') continue;
        Object.assign(line, {
          kind: 'comment',
          bullet: undefined,
          depth: undefined,
          lost: undefined,
          head: n,
        });
      }
    }
  }

  /** Fences that the site makes no code of, because they are indented or say too much: their author meant code. */
  meantFences(): void {
    if (!this.text.includes('```') && !this.text.includes('~~~')) return;
    let open: { line: Draft; marker: string } | undefined;
    for (const line of this.lines) {
      if (line.kind === 'fence') open = undefined;
      if (line.kind !== 'text') continue;
      const fence = meantFence(this.text.slice(line.first, line.end));
      if (!fence) continue;
      if (!open) {
        open = { line, marker: fence.marker };
      } else if (fence.info === '' && fence.marker.startsWith(open.marker)) {
        for (let n = open.line.number; n <= line.number; n += 1)
          Object.assign(this.lines[n]!, {
            kind: 'fence',
            bullet: undefined,
            depth: undefined,
            lost: undefined,
            head: n,
          });
        open = undefined;
      }
    }
  }

  private each(node: Nodes, use: (line: Draft) => void): void {
    const last = Math.min(node.position!.end.line, this.lines.length);
    for (let n = node.position!.start.line - 1; n < last; n += 1) use(this.lines[n]!);
  }
}
