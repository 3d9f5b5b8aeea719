import type { Node, Nodes, Root } from 'mdast';
import type { Draft } from './blocks/tree';

type Position = NonNullable<Root['position']>;

const PARENTS: ReadonlySet<string> = new Set([
  'blockquote',
  'defList',
  'defListDescription',
  'defListTerm',
  'emphasis',
  'footnoteDefinition',
  'heading',
  'link',
  'linkReference',
  'list',
  'listItem',
  'paragraph',
  'root',
  'strong',
  'table',
  'tableCell',
  'tableRow',
]);

/** Makes mdast of what the block parser and the inline parser have found in `text`. */
export function assemble(root: Draft, text: string): Root {
  const pointAt = pointer(text);
  const build = ({ node, start, end, children }: Draft): Node => {
    const result = node as Nodes & { children?: unknown[]; position?: Position };
    const from = pointAt(start);
    if (PARENTS.has(node.type)) result.children = children.map(build);
    result.position = { start: from, end: pointAt(end) };
    return result;
  };
  return build(root) as Root;
}

/** Gives the points of offsets; lines end at LF, CRLF and CR. Fast for offsets that are near each other. */
function pointer(text: string): (offset: number) => Position['start'] {
  const starts = [0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex);
  let line = 0;
  return (offset) => {
    while (line > 0 && starts[line]! > offset) line--;
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
    return { line: line + 1, column: offset - starts[line]! + 1, offset };
  };
}
