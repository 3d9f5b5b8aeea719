import type { Nodes } from 'mdast';
import type { Line } from './lines';

/** What a node says about itself beside its children and its place. */
export type Skeleton = {
  [Type in Nodes as Type['type']]: Omit<Type, 'children' | 'position'>;
}[Nodes['type']];

/** A node on its way to mdast: offsets into the source, and for leaves the lines of its inline content. */
export interface Draft {
  readonly node: Skeleton;
  start: number;
  end: number;
  readonly children: Draft[];
  /** Definitions in it. To the block rules they are not there: a list goes on behind one. */
  asides?: Draft[];
  /** Inline content that waits for the definitions of the whole text. */
  content?: Line[];
}

export function draft(node: Skeleton, start: number, end: number): Draft {
  return { node, start, end, children: [] };
}

export function lastChild(parent: Draft): Draft | undefined {
  return parent.children[parent.children.length - 1];
}

export function isList(node: Draft | undefined): node is Draft {
  return node?.node.type === 'list';
}

export function isItem(node: Draft | undefined): boolean {
  return node?.node.type === 'listItem';
}

/** Appends a child and widens its parent. */
export function append(parent: Draft, child: Draft): Draft {
  parent.children.push(child);
  return child;
}

/** Adds what readers do not see in its place. */
export function aside(parent: Draft, child: Draft): void {
  parent.asides ??= [];
  parent.asides.push(child);
}

/**
 * A paragraph that the site does not wrap in `<p>`: text directly inside of an item. Looseness is not a
 * property of an item there: `text`, then a list, then a wrapped paragraph may stand in one item.
 */
export function isBare(node: Draft | undefined): boolean {
  return node?.node.type === 'paragraph' && node.node.data?.bare === true;
}

/** Wraps the text of an item in a paragraph after all, as a later blank line makes the site do. */
export function unwrapBare(node: Draft | undefined): void {
  if (node && isBare(node)) delete (node.node.data as { bare?: boolean }).bare;
}

/** Puts the definitions in their places and sets the ends of containers from their content. */
export function closeContainers(node: Draft): void {
  if (node.asides) {
    for (const aside of node.asides) node.children.push(aside);
    node.children.sort((a, b) => a.start - b.start);
  }
  if (isList(node)) wrapLoneContent(node);
  for (const child of node.children) {
    closeContainers(child);
    if (child.end > node.end) node.end = child.end;
  }
}

/** What the site puts into a list beside its items is an item without bullet here. */
function wrapLoneContent(list: Draft): void {
  list.children.forEach((child, index) => {
    if (isItem(child)) return;
    const item = draft({ type: 'listItem', data: { loneContent: true } }, child.start, child.end);
    item.children.push(child);
    list.children[index] = item;
  });
}
