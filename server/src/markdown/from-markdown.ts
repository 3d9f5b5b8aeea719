import type { Nodes } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';

/** Turns the tokens of `siteSyntax` into mdast. */
export function siteFromMarkdown(): Extension {
  return {
    enter: {
      siteNode(token) {
        const node = { ...token.siteNode } as Nodes;
        if (hasChildren(node.type)) (node as { children: unknown[] }).children = [];
        this.enter(node as never, token);
      },
    },
    exit: {
      siteNode(token) {
        this.exit(token);
      },
    },
  };
}

const PARENTS: ReadonlySet<string> = new Set([
  'blockquote',
  'emphasis',
  'heading',
  'link',
  'linkReference',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'table',
  'tableCell',
  'tableRow',
]);

function hasChildren(type: string): boolean {
  return PARENTS.has(type);
}
