import type { Range } from '../../text/sourceText';
import type { Line } from '../blocks/lines';
import { MASK, MASK_END, rawHtml, type Source } from '../blocks/raw';
import { type Draft, draft } from '../blocks/tree';
import type { LinkParts, ReferenceParts } from '../data';
import { takeInlineAttributes } from './attributes';
import type { Inline, InlineContext, Region } from './region';
import { parseInline } from './steps';
import { Unpaired } from './unpaired';

/** What stands in a leaf. */
export interface LeafContent {
  readonly children: Draft[];
  readonly unpaired: Unpaired;
  /** Comments among the children. */
  readonly comments: readonly Range[];
}

/** Parses the inline content of a leaf: its lines, joined by line ends, with their prefixes left out. */
export function parseLeaf(
  source: Source,
  lines: readonly Line[],
  context: InlineContext,
  attributes: boolean,
): LeafContent {
  const leaf = new Leaf(source, lines, attributes);
  parseInline(leaf.region, context);
  return { children: leaf.toDrafts(leaf.region), unpaired: leaf.unpaired, comments: leaf.comments };
}

/** The text of a leaf, and where each of its characters stands in the source. */
class Leaf {
  readonly region: Region;
  readonly unpaired = new Unpaired();
  readonly comments: Range[] = [];
  /** Offsets in the leaf at which lines begin, and their offsets in the source. */
  private readonly starts: number[] = [];
  private readonly offsets: number[] = [];
  private cursor = 0;

  /** @param attributes whether attribute lists directly after an element are taken */
  constructor(
    source: Source,
    lines: readonly Line[],
    private readonly attributes: boolean,
  ) {
    const nodes: Inline[] = [];
    const parts: string[] = [];
    let length = 0;
    for (const line of lines) {
      if (length > 0) length += 1;
      this.starts.push(length + line.pad);
      this.offsets.push(line.start);
      const value = ' '.repeat(line.pad) + source.masked.slice(line.start, line.end);
      if (OPAQUE.test(value)) {
        for (const node of opaqueNodes(source, line, length + line.pad - line.start)) nodes.push(node);
      }
      parts.push(value);
      length += value.length;
    }
    this.region = { base: 0, text: parts.join('\n'), nodes };
  }

  private toOffset(at: number): number {
    const { starts, offsets } = this;
    while (this.cursor > 0 && starts[this.cursor]! > at) this.cursor--;
    while (this.cursor + 1 < starts.length && starts[this.cursor + 1]! <= at) this.cursor++;
    return offsets[this.cursor]! + Math.max(0, at - starts[this.cursor]!);
  }

  /** Makes nodes of a region; texts that follow each other become one. */
  toDrafts(region: Region, drafts: Draft[] = []): Draft[] {
    let value = '';
    let textStart = region.base;
    let at = region.base;
    const flush = (end: number) => {
      if (value) drafts.push(draft({ type: 'text', value }, this.toOffset(textStart), this.toEnd(end)));
      value = '';
    };
    const take = (end: number) => {
      const text = region.text.slice(at - region.base, end - region.base);
      const from = at;
      if (text) this.unpaired.text(text, (index) => this.toOffset(from + index));
      value += text;
    };
    region.nodes.forEach((inline, index) => {
      take(inline.start);
      at = inline.end;
      if (inline.node.type === 'text') {
        value += inline.node.value;
        return;
      }
      flush(inline.start);
      const node = draft(inline.node, this.toOffset(inline.start), this.toEnd(inline.end));
      const entered = this.keepParts(inline, node);
      if (inline.content) this.toDrafts(inline.content, node.children);
      if (entered) this.unpaired.leave();
      drafts.push(node);
      const next = region.nodes[index + 1]?.start ?? region.base + region.text.length;
      if (this.attributes)
        at += takeInlineAttributes(node, region.text.slice(at - region.base, next - region.base));
      textStart = at;
    });
    take(region.base + region.text.length);
    flush(region.base + region.text.length);
    return drafts;
  }

  /** Keeps in a node where its parts stand. @returns whether it is in brackets */
  private keepParts({ node, parts }: Inline, { node: made, start, end }: Draft): boolean {
    if (node.type === 'html' && node.value.startsWith('<!--')) this.comments.push({ start, end });
    if (!parts) return false;
    const kept = this.toSource(parts);
    (made as { data?: object }).data = { parts: kept, ...made.data };
    if ('reference' in kept) this.unpaired.enterReference(kept, end);
    else if (node.type === 'link' && node.data?.autolink) return false;
    else this.unpaired.enterLink(kept.label, end);
    return true;
  }

  private toSource(parts: LinkParts | ReferenceParts): LinkParts | ReferenceParts {
    const label = this.toRange(parts.label);
    if ('reference' in parts) return { label, reference: this.toRange(parts.reference) };
    return {
      label,
      address: this.toRange(parts.address),
      ...(parts.title && { title: this.toRange(parts.title) }),
    };
  }

  private toRange({ start, end }: Range): Range {
    const from = this.toOffset(start);
    return { start: from, end: end > start ? this.toEnd(end) : from };
  }

  /** Where a range ends: behind its last character, not at the start of the line after. */
  private toEnd(at: number): number {
    return at > 0 ? this.toOffset(at - 1) + 1 : this.toOffset(at);
  }
}

const OPAQUE = new RegExp(`[${MASK}${MASK_END}]`);

/**
 * The nodes of a line that were there before its inline content is parsed: raw pieces, and the control
 * characters which Python-Markdown needs for itself and takes out of the text.
 */
function* opaqueNodes(source: Source, line: Line, shift: number): Iterable<Inline> {
  for (let at = line.first; at < line.end; at++) {
    const character = source.masked[at];
    if (character !== MASK && character !== MASK_END) continue;
    const raw = source.raws.get(at);
    const end = raw?.end ?? at + 1;
    const node: Inline['node'] = raw
      ? { type: 'html', value: rawHtml(source, raw) }
      : { type: 'text', value: '' };
    yield { node, start: at + shift, end: end + shift };
    at = end - 1;
  }
}
