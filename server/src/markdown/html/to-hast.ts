import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { FootnoteDefinition, Root } from 'mdast';
import { toHast as mdastToHast, type State } from 'mdast-util-to-hast';
import { footnotesToHast } from './footnotes';
import { type HandlerContext, siteHandlers, type Target } from './handlers';
import { HeadingIds } from './heading-ids';

/** What one part of an issue says that all others have to know. */
export interface Definitions {
  /** Targets of links by label. */
  readonly targets: Map<string, Target>;
  /** What abbreviations stand for. */
  readonly abbreviations: Map<string, string>;
  /** By name, in the order of their numbers. */
  readonly footnotes: Map<string, FootnoteDefinition>;
}

/** What rendering a chunk needs to know of the rest of the issue. */
export interface RenderContext extends HandlerContext, Positions {}

export interface Positions {
  /** Writes `data-source-start` and `data-source-end` on block elements and items. */
  readonly sourcePositions?: boolean;
  /** Offset of the tree's text in the document, added to the positions. */
  readonly offset?: number;
}

/**
 * Collects the definitions of a tree. Call it for the chunks in order, with the same collection: on the site the last
 * definition of a label wins.
 */
export function collectDefinitions(tree: Root, into: Definitions = noDefinitions()): Definitions {
  const visit = (node: Root | Root['children'][number]) => {
    if (node.type === 'definition') {
      into.targets.set(node.identifier, { url: node.url, title: node.title });
    } else if (node.type === 'abbrDefinition') {
      into.abbreviations.set(node.label, node.title);
    } else if (node.type !== 'paragraph' && 'children' in node) {
      if (node.type === 'footnoteDefinition') into.footnotes.set(node.label ?? '', node);
      for (const child of node.children) visit(child as Root['children'][number]);
    }
  };
  visit(tree);
  return into;
}

/** A collection to begin with. */
export function noDefinitions(): Definitions {
  return { targets: new Map(), abbreviations: new Map(), footnotes: new Map() };
}

/** Adds what a later part of the issue defines. */
export function addDefinitions(into: Definitions, more: Definitions): void {
  for (const [label, target] of more.targets) into.targets.set(label, target);
  for (const [label, title] of more.abbreviations) into.abbreviations.set(label, title);
  for (const [name, note] of more.footnotes) into.footnotes.set(name, note);
}

/** Makes a context for one pass over the chunks of an issue, with no ids taken yet. */
export function createRenderContext(
  { targets, abbreviations, footnotes }: Definitions = noDefinitions(),
  options: Pick<RenderContext, 'sourcePositions'> = {},
): RenderContext {
  return {
    definitions: targets,
    abbreviations,
    footnotes: new Map([...footnotes.keys()].map((name, index) => [name, index + 1])),
    headingIds: new HeadingIds(),
    ...options,
  };
}

/** Turns a tree into the site's HTML as hast. HTML of the author stands in `raw` nodes. */
export function toHast(tree: Root, context: RenderContext): HastRoot {
  return hastMaker(context)(tree, context);
}

/**
 * {@link toHast} for many trees: what the package prepares for one takes longer than an item of a list.
 *
 * @param context its positions are those that are given with each tree
 */
export function hastMaker(context: HandlerContext): (tree: Root, positions: Positions) => HastRoot {
  let state: State;
  const handlers = {
    ...siteHandlers(context),
    root: (given: State) => {
      state = given;
      return undefined;
    },
  };
  mdastToHast({ type: 'root', children: [] }, { allowDangerousHtml: true, handlers });
  return (tree, { sourcePositions, offset = 0 }) => {
    const result: HastRoot = { type: 'root', children: state.wrap(state.all(tree)) };
    if (sourcePositions) addSourcePositions(result, offset);
    return result;
  };
}

/** The footnotes of an issue, which the site puts at its end. Call it when all chunks have been rendered. */
export function footnotesOf({ footnotes }: Definitions, context: RenderContext): HastRoot | undefined {
  if (footnotes.size === 0) return undefined;
  const items = [...footnotes].map(([name, note]) => ({
    name,
    content: toHast({ type: 'root', children: note.children }, { ...context, sourcePositions: false })
      .children,
  }));
  return { type: 'root', children: [footnotesToHast(items, context.headingIds)] };
}

const BLOCKS: ReadonlySet<string> = new Set(
  'blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p table tr ul'.split(' '),
);

function addSourcePositions(node: HastNodes, offset: number): void {
  if (node.type === 'element' && BLOCKS.has(node.tagName)) setPosition(node, offset);
  if ('children' in node) for (const child of node.children) addSourcePositions(child, offset);
}

function setPosition(node: Element, offset: number): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  node.properties.dataSourceStart = start + offset;
  node.properties.dataSourceEnd = end + offset;
}
