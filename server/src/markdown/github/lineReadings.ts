import type { Nodes, Root } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';

/** What a reader of Markdown makes of a line; the number of an item is its depth, that of a heading its level. */
export type Reading = 'text' | 'code' | 'table' | 'quote' | 'other' | `item ${number}` | `heading ${number}`;

/** What one reader makes of a text, line by line. */
export interface LineReadings {
  /** Undefined for lines that show nothing. */
  readonly lines: readonly (Reading | undefined)[];
  readonly links: readonly number[];
  readonly emphasis: readonly number[];
}

/** Tells of each line what a tree makes of it. @param count how many lines the tree's text has */
export function readTree(tree: Root, text: string, count: number): LineReadings {
  const lines: (Reading | undefined)[] = Array.from({ length: count });
  const links = Array.from({ length: count }, () => 0);
  const emphasis = Array.from({ length: count }, () => 0);
  visitParents(tree, (node, ancestors) => {
    const first = (node.position?.start.line ?? 0) - 1;
    const last = Math.min((node.position?.end.line ?? 0) - 1, count - 1);
    if (node.type === 'root') return undefined;
    if (first < 0) return SKIP;
    const fill = (reading: Reading, over = true) => {
      for (let n = first; n <= last; n += 1) if (over || !lines[n]) lines[n] = reading;
    };
    switch (node.type) {
      case 'heading':
        fill(`heading ${node.depth}`);
        break;
      case 'code':
        fill('code');
        break;
      case 'table':
        fill('table');
        break;
      case 'html':
        // HTML within a line leaves the line what it is.
        if (!lines[first]) fill('other');
        break;
      case 'definition':
      case 'footnoteDefinition':
      case 'thematicBreak':
        fill('other');
        return SKIP;
      case 'paragraph':
        fill(isIn(ancestors, 'blockquote') ? 'quote' : 'text', false);
        break;
      case 'listItem':
        lines[first] = `item ${ancestors.filter(({ type }) => type === 'list').length - 1}`;
        break;
      case 'link':
        // A bare address is a link to GitHub, and has a rule of its own.
        if (/[[<]/.test(text[node.position!.start.offset!]!)) links[first]! += 1;
        break;
      case 'linkReference':
      case 'image':
      case 'imageReference':
        links[first]! += 1;
        break;
      case 'strong':
      case 'emphasis':
      case 'delete':
        emphasis[first]! += 1;
    }
    return undefined;
  });
  return { lines, links, emphasis };
}

function isIn(ancestors: readonly Nodes[], type: Nodes['type']): boolean {
  return ancestors.some((node) => node.type === type);
}
