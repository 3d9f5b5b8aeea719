import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast as mdastToHast } from 'mdast-util-to-hast';
import { siteHandlers, type Target } from './handlers';
import { HeadingIds } from './heading-ids';

/** What rendering a chunk needs to know of the rest of the issue. */
export interface RenderContext {
  /** Targets of all definitions of the issue by label, see `collectDefinitions`. */
  readonly definitions: ReadonlyMap<string, Target>;
  /** Ids of the headings before the chunk; rendering adds the chunk's own. */
  readonly headingIds: HeadingIds;
  /** Writes `data-source-start` and `data-source-end` on block elements and items. */
  readonly sourcePositions?: boolean;
  /** Offset of the tree's text in the document, added to the positions. */
  readonly offset?: number;
}

/**
 * Collects the targets of the definitions of a tree. Call it for the chunks in order, with the same map: on
 * the site the last definition of a label wins.
 */
export function collectDefinitions(tree: Root, into = new Map<string, Target>()): Map<string, Target> {
  const visit = (node: Root | Root['children'][number]) => {
    if (node.type === 'definition') {
      into.set(node.identifier, { url: node.url, title: node.title });
    } else if (node.type !== 'paragraph' && 'children' in node) {
      for (const child of node.children) visit(child as Root['children'][number]);
    }
  };
  visit(tree);
  return into;
}

/** Makes a context for one pass over the chunks of an issue, with no heading ids taken yet. */
export function createRenderContext(
  definitions: ReadonlyMap<string, Target> = new Map(),
  options: Pick<RenderContext, 'sourcePositions'> = {},
): RenderContext {
  return { definitions, headingIds: new HeadingIds(), ...options };
}

/** Turns a tree into the site's HTML as hast. HTML of the author stands in `raw` nodes. */
export function toHast(tree: Root, context: RenderContext): HastRoot {
  const handlers = siteHandlers(context);
  const result = mdastToHast(tree, { allowDangerousHtml: true, handlers }) as HastRoot;
  if (context.sourcePositions) addSourcePositions(result, context.offset ?? 0);
  return result;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'blockquote div h1 h2 h3 h4 h5 h6 hr li ol p table tr ul'.split(' '),
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
