import type { Element, Nodes, Root } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { Issue } from '../issue/issue';
import { parseMarkdown } from '../markdown/index';

/** An issue as a page. */
export interface Preview {
  readonly title: string;
  /** The article, safe to put into a page; block elements tell the line (from 0) they come from as `data-source-line`. */
  readonly html: string;
}

/** Makes the preview of an issue. */
export function renderPreview(issue: Issue): Preview {
  const { bodyStart, fields } = issue.frontMatter;
  const tree = toHast(parseMarkdown(issue.source.text.slice(bodyStart))) as Root;
  markLines(tree, (offset) => issue.source.lineNumberAt(bodyStart + offset));
  return {
    title: fields.find(({ key }) => key === 'Title')?.value || 'This Week in Rust',
    html: toHtml(sanitizePreview(tree)),
  };
}

/** What scrolling is matched by: not every link, but every entry. */
const MARKED = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'table',
  'tr',
  'blockquote',
  'hr',
]);

function markLines(node: Nodes, lineOf: (offset: number) => number): void {
  if (node.type === 'element' && MARKED.has(node.tagName)) {
    const offset = node.position?.start.offset;
    if (offset !== undefined) (node as Element).properties.dataSourceLine = lineOf(offset);
  }
  if ('children' in node) for (const child of node.children) markLines(child, lineOf);
}

/**
 * Elements, attributes and link schemes that may stand in a page within the editor. Nothing runs, nothing is loaded,
 * nothing can be filled in; what these elements hold is dropped with them, for it was never meant to be read.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  strip: ['script', 'style', 'template', 'iframe', 'object', 'noscript', 'svg', 'math', 'textarea', 'title'],
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'input'),
  attributes: {
    ...defaultSchema.attributes,
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'dataSourceLine'],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** Takes out of a tree all that could do harm in a page. */
export function sanitizePreview<T extends Nodes>(tree: T): T {
  return sanitize(tree, SCHEMA) as T;
}
