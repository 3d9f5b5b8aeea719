import type { Element, Root as Page } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { List, ListItem, Nodes, Root } from 'mdast';
import type { PageCache, TargetLog } from './pageCache';

/** Shorter lists are made as fast as it is told whether their items are known. */
const LONG = 8;

/** A long list of a tree, whose items are made one by one: an edit in one of them changes no other. */
interface LongList {
  readonly list: List;
  /** Of each item: what it is made of, besides its text and what the issue defines. */
  readonly shapes: readonly string[];
}

/** Takes the items out of the long lists at the top of a tree. */
export function withoutItems(tree: Root): { readonly tree: Root; readonly lists: readonly LongList[] } {
  const lists: LongList[] = [];
  const children = tree.children.map((child) => {
    if (child.type !== 'list' || child.children.length < LONG) return child;
    const shapes = child.children.flatMap((item) => shapeOf(item) ?? []);
    if (shapes.length < child.children.length) return child;
    lists.push({ list: child, shapes });
    return { ...child, children: [] };
  });
  return { tree: lists.length === 0 ? tree : { ...tree, children }, lists };
}

/**
 * The blocks of an item, and which of them are paragraphs of their own; undefined where there are others than text and
 * lists. The same text may be either: an empty line beside an item counts.
 */
function shapeOf(node: Nodes): string | undefined {
  if (node.type === 'paragraph') return `${node.data?.bare ? 't' : 'p'}${node.data?.blanks ?? ''}`;
  if (node.type !== 'list' && node.type !== 'listItem') return undefined;
  const parts = node.children.map(shapeOf);
  if (parts.includes(undefined)) return undefined;
  const kind = node.type === 'list' ? (node.ordered ? 'ol' : 'ul') : node.data?.loneContent ? 'lone' : 'li';
  return `${kind}(${parts.join(' ')})`;
}

/** How the items of a list are made. */
export interface ItemMaker {
  /** What the tree was parsed from. */
  readonly text: string;
  /** Stands for what the issue defines. */
  readonly definitionsKey: string;
  /** Which definitions are looked up. */
  readonly targets: TargetLog;
  readonly lineOf: (offset: number) => number;
  /** Makes the page of a tree, in which nothing is harmful. */
  readonly render: (tree: Root) => Page;
}

/** The HTML of a page whose long lists have been taken the items out of, with their items again. */
export function htmlWithItems(
  page: Page,
  lists: readonly LongList[],
  cache: PageCache,
  maker: ItemMaker,
): string {
  if (lists.length === 0) return toHtml(page);
  const left = [...lists];
  return page.children
    .map((child) => {
      const html = toHtml(child);
      if (child.type !== 'element' || !isEmptyList(child)) return html;
      const end = html.lastIndexOf('</');
      return `${html.slice(0, end)}\n${itemsOf(left.shift()!, cache, maker)}${html.slice(end)}`;
    })
    .join('');
}

function isEmptyList({ tagName, children }: Element): boolean {
  return (tagName === 'ul' || tagName === 'ol') && children.length === 0;
}

function itemsOf({ list, shapes }: LongList, cache: PageCache, maker: ItemMaker): string {
  const starts = list.children.map(({ position }) => position!.start.offset!);
  return list.children
    .map((item, n) => {
      const text = maker.text.slice(starts[n], starts[n + 1]);
      const line = maker.lineOf(starts[n]!);
      const key = `${maker.definitionsKey} ${line} ${shapes[n]}\0${text}`;
      return cache.item(key, maker.targets, () => itemOf(list, item, maker));
    })
    .join('');
}

/** As it stands in its list, with the line ends that the site has there. */
function itemOf(list: List, item: ListItem, { targets: { log }, render }: ItemMaker) {
  const first = log.length;
  const { children } = render({ type: 'root', children: [{ ...list, children: [item] }] });
  const [own] = children as Element[];
  return { html: toHtml(own!.children.slice(1)), targets: log.slice(first) };
}
