import type { Range } from '../../text/sourceText';
import type { Blocks } from '../blocks/document';
import { isBlockHtml } from '../blocks/html-blocks';
import { type Draft, draft, lastChild } from '../blocks/tree';
import type { Comment } from '../data';
import { takeBlockAttributes } from './attributes';
import { parseLeaf } from './leaf';
import type { InlineContext } from './region';

/**
 * Parses the inline content of all leaves, now that the definitions of the text are known.
 *
 * @returns the comments of the text
 */
export function resolveInline(
  { source, root, definitions, footnotes, extensions }: Blocks,
  others?: ReadonlySet<string>,
): readonly Comment[] {
  const comments = [...source.comments];
  const open: number[] = [];
  const labels = new Set(
    [...definitions, ...footnotes].map(({ node }) => ('identifier' in node ? node.identifier : '')),
  );
  const context: InlineContext = {
    isDefined: (label) => labels.has(label) || (others?.has(label) ?? false),
  };
  const visit = (parent: Draft) => {
    parent.children.forEach((node, index) => {
      if (!node.content) {
        visit(node);
        return;
      }
      const { children, unpaired, comments: own } = parseLeaf(source, node.content, context, extensions);
      for (const comment of own) comments.push(comment);
      for (const start of unpaired.comments) open.push(start);
      const only = children.length === 1 ? children[0]!.node : undefined;
      if (only?.type === 'html' && node.node.type === 'paragraph' && isBlockHtml(only.value)) {
        parent.children[index] = draft(only, node.start, node.end);
      } else {
        for (const child of children) node.children.push(child);
        const { data } = unpaired;
        if (data) node.node.data = Object.assign(node.node.data ?? {}, data) as typeof node.node.data;
        if (extensions) takeBlockAttributes(node);
        takeTrailingBlanks(node);
      }
    });
  };
  visit(root);
  return toComments(source.text, comments, open);
}

/** All comments in order, none within another; what does not end in its paragraph reaches on to the next `-->`. */
function toComments(text: string, ranges: readonly Range[], open: readonly number[]): Comment[] {
  const comments: Comment[] = [];
  const starts = [...ranges, ...open.map((start) => ({ start, end: -1 }))].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end } of starts) {
    if (start < from) continue;
    const close = end < 0 ? text.indexOf('-->', start + 4) : end - 3;
    const closed = close >= 0;
    from = closed ? close + 3 : text.length;
    comments.push({ start, end: from, text: text.slice(start + 4, closed ? close : from), closed });
  }
  return comments;
}

/** Blanks at the end of a paragraph are no part of its text, but the site's HTML has them. */
function takeTrailingBlanks(paragraph: Draft): void {
  const last = lastChild(paragraph);
  if (paragraph.node.type !== 'paragraph' || last?.node.type !== 'text') return;
  const text = last.node.value.trimEnd();
  const blanks = last.node.value.slice(text.length);
  if (!blanks) return;
  paragraph.node.data = { blanks, ...paragraph.node.data };
  last.node.value = text;
  last.end = Math.min(last.end, paragraph.end);
  if (!text) paragraph.children.pop();
}
