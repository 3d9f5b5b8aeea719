import type { Blocks } from '../blocks/document';
import { isBlockHtml } from '../blocks/html-blocks';
import { type Draft, draft, lastChild } from '../blocks/tree';
import { takeBlockAttributes } from './attributes';
import { parseLeaf } from './leaf';
import type { InlineContext } from './region';

/** Parses the inline content of all leaves, now that the definitions of the text are known. */
export function resolveInline(
  { source, root, definitions, extensions }: Blocks,
  others?: ReadonlySet<string>,
): void {
  const labels = new Set(definitions.map(({ node }) => (node.type === 'definition' ? node.identifier : '')));
  const context: InlineContext = {
    isDefined: (label) => labels.has(label) || (others?.has(label) ?? false),
  };
  const visit = (parent: Draft) => {
    parent.children.forEach((node, index) => {
      if (!node.content) {
        visit(node);
        return;
      }
      const children = parseLeaf(source, node.content, context, extensions);
      const only = children.length === 1 ? children[0]!.node : undefined;
      if (only?.type === 'html' && node.node.type === 'paragraph' && isBlockHtml(only.value)) {
        parent.children[index] = draft(only, node.start, node.end);
      } else {
        for (const child of children) node.children.push(child);
        if (extensions) takeBlockAttributes(node);
        takeTrailingBlanks(node);
      }
    });
  };
  visit(root);
}

/** Blanks at the end of a paragraph are no part of its text, but the site's HTML has them. */
function takeTrailingBlanks(paragraph: Draft): void {
  const last = lastChild(paragraph);
  if (paragraph.node.type !== 'paragraph' || last?.node.type !== 'text') return;
  const text = last.node.value.trimEnd();
  const blanks = last.node.value.slice(text.length);
  if (!blanks) return;
  paragraph.node.data = { ...paragraph.node.data, blanks };
  last.node.value = text;
  last.end = Math.min(last.end, paragraph.end);
  if (!text) paragraph.children.pop();
}
