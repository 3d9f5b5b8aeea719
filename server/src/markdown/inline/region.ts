import type { PhrasingContent } from 'mdast';
import type { Range } from '../../text/sourceText';
import { MASK } from '../blocks/raw';
import type { LinkParts, ReferenceParts } from '../data';

/** What an inline node says about itself beside its children and its place. */
type InlineSkeleton = {
  [Type in PhrasingContent as Type['type']]: Omit<Type, 'children' | 'position'>;
}[PhrasingContent['type']];

/** A piece of inline content that a step has recognized, with offsets into its leaf's text. */
export interface Inline {
  readonly node: InlineSkeleton;
  readonly start: number;
  readonly end: number;
  /** Content that the later steps still look at. */
  readonly content?: Region | undefined;
  /** Where the parts of a link, an image or a reference stand: offsets into the leaf's text. */
  readonly parts?: LinkParts | ReferenceParts | undefined;
}

/**
 * A run of inline content. Python-Markdown goes over it once for each construct, code spans first, emphasis
 * last; what a step has recognized is opaque to the later ones. Here it is masked in `text` (same length).
 */
export interface Region {
  /** Offset of `text` in the leaf. */
  readonly base: number;
  text: string;
  /** Nodes recognized so far, in order. */
  nodes: Inline[];
  /** The pairs of square brackets in `text`, kept by `matchBrackets`. */
  brackets?: { readonly text: string; readonly close: ReadonlyMap<number, number> };
}

/** What the steps need to know of the whole text. */
export interface InlineContext {
  /** Whether a label is defined anywhere in the issue. */
  isDefined(label: string): boolean;
}

/** A find of one step: `start` and `end` are offsets in the region's text. */
interface Found {
  readonly start: number;
  readonly end: number;
  /** Makes the node; `inner` are the nodes that earlier steps found inside. */
  make(inner: readonly Inline[]): Made;
}

export interface Made extends Omit<Inline, 'start' | 'end'> {
  /** A step that looks at the content once more, before the steps after this one. */
  readonly again?: Step;
  /** The content of a node within the content, which needs the same look. */
  readonly nested?: Region;
}

/**
 * Recognizes one construct: finds, in order, without overlap. Python-Markdown starts over after each find,
 * so what failed before it can match now that the find is opaque; a step returns `true` to ask for that.
 */
export type Step = (region: Region, context: InlineContext) => Finds;

/** A step, and what must be in a text for the step to find anything there. */
export interface Construct {
  readonly needs: string | RegExp;
  readonly find: Step;
}

/** The finds of a step, and whether it wants to start over. */
export type Finds = Generator<Found, boolean | undefined>;

/** How often a step may start over on one region; keeps hostile input linear. */
const MAX_ROUNDS = 24;

/** Runs one step, and hands the content of each find to `rest`, the steps after it. */
export function applyStep(
  region: Region,
  step: Step,
  context: InlineContext,
  rest: (region: Region, again: Step | undefined) => void,
): void {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (!runOnce(region, step(region, context), rest)) return;
  }
}

function runOnce(
  region: Region,
  finds: Finds,
  rest: (region: Region, again: Step | undefined) => void,
): boolean {
  const nodes: Inline[] = [];
  const texts: string[] = [];
  let next = 0;
  let from = 0;
  let result = finds.next();
  for (; !result.done; result = finds.next()) {
    const found = result.value;
    const start = region.base + found.start;
    const end = region.base + found.end;
    while (next < region.nodes.length && region.nodes[next]!.start < start) nodes.push(region.nodes[next++]!);
    const inner: Inline[] = [];
    while (next < region.nodes.length && region.nodes[next]!.start < end) inner.push(region.nodes[next++]!);
    const { node, content, again, nested, parts } = found.make(inner);
    if (nested) rest(nested, again);
    if (content) rest(content, again);
    nodes.push({ node, start, end, content, parts });
    texts.push(region.text.slice(from, found.start), MASK.repeat(found.end - found.start));
    from = found.end;
  }
  if (from === 0) return false;
  while (next < region.nodes.length) nodes.push(region.nodes[next++]!);
  texts.push(region.text.slice(from));
  region.text = texts.join('');
  region.nodes = nodes;
  return result.value === true;
}

/** A range of a region's text as one of its leaf's, without the white space around it. */
export function trimmedRange({ base, text }: Region, start: number, end: number): Range {
  const value = text.slice(start, end);
  const from = start + value.length - value.trimStart().length;
  return { start: base + from, end: base + Math.max(from, start + value.trimEnd().length) };
}

/** The part `[start, end)` of a region as a region of its own, with the nodes found in it. */
export function subRegion(region: Region, start: number, end: number, inner: readonly Inline[]): Region {
  const from = region.base + start;
  const to = region.base + end;
  return {
    base: from,
    text: region.text.slice(start, end),
    nodes: inner.filter((node) => node.start >= from && node.end <= to),
  };
}

/** The text of `[start, end)` with each node in it replaced by `of(node)`. */
export function resolveText(
  region: Region,
  start: number,
  end: number,
  inner: readonly Inline[],
  of: (node: Inline) => string = plainText,
): string {
  let value = '';
  let at = start;
  for (const node of inner) {
    const nodeStart = node.start - region.base;
    const nodeEnd = node.end - region.base;
    if (nodeStart < at || nodeEnd > end) continue;
    value += region.text.slice(at, nodeStart) + of(node);
    at = nodeEnd;
  }
  return value + region.text.slice(at, end);
}

/** What a node leaves in an attribute: the text of its content. */
export function plainText({ node, content }: Inline): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (!content) return '';
  return resolveText(content, 0, content.text.length, content.nodes);
}
