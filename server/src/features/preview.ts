import type { Nodes, Root as Page } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import type { Issue } from '../issue/issue';
import {
  collectDefinitions,
  createRenderContext,
  cutChunks,
  parseMarkdown,
  type Target,
  toHast,
} from '../markdown/index';

/** An issue as a page. */
export interface Preview {
  readonly title: string;
  /** The article, safe to put into a page; block elements tell the line (from 0) they come from as `data-source-line`. */
  readonly html: string;
}

/** Trees of chunks by their text and the definitions they can see: while typing only one chunk changes. */
export class TreeCache {
  private readonly trees = new Map<string, Root>();

  /** @param limit how many trees are kept; an issue has about 40 */
  constructor(private readonly limit = 200) {}

  tree(text: string, definitions: ReadonlySet<string>, definitionsKey: string): Root {
    const key = `${definitionsKey}\0${text}`;
    const tree = this.trees.get(key) ?? parseMarkdown(text, { definitions });
    this.trees.delete(key);
    this.trees.set(key, tree);
    if (this.trees.size > this.limit) this.trees.delete(this.trees.keys().next().value!);
    return tree;
  }
}

/** Makes the preview of an issue: what the site makes of its text. */
export function renderPreview(issue: Issue, cache: TreeCache = new TreeCache()): Preview {
  const { source, frontMatter } = issue;
  const labels = new Set(issue.definitions.map(({ label }) => label));
  const labelsKey = [...labels].sort().join('\0');
  const chunks = cutChunks(source.text, frontMatter.bodyStart).map((range) => ({
    offset: range.start,
    tree: cache.tree(source.slice(range), labels, labelsKey),
  }));
  const targets = new Map<string, Target>();
  for (const { tree } of chunks) collectDefinitions(tree, targets);
  // One context for all chunks: the ids of headings are told apart over the whole page.
  const context = createRenderContext(targets, { sourcePositions: true });
  const page: Page = { type: 'root', children: [] };
  for (const { offset, tree } of chunks) {
    page.children.push(...toHast(tree, { ...context, offset }).children, { type: 'text', value: '\n' });
  }
  adapt(page, (offset) => source.lineNumberAt(offset));
  return {
    title: frontMatter.fields.find(({ key }) => key === 'Title')?.value || 'This Week in Rust',
    html: toHtml(sanitizePreview(page)),
  };
}

/** The page matches lines, as editors count them, and not offsets; and its policy forbids styles in the text. */
function adapt(node: Nodes, lineOf: (offset: number) => number): void {
  if (node.type === 'element') {
    const { dataSourceStart: start, dataSourceEnd: _, style, ...properties } = node.properties;
    const align = /^text-align:\s*(left|center|right);?$/.exec(String(style ?? ''))?.[1];
    node.properties = {
      ...properties,
      ...(align === undefined ? {} : { align }),
      ...(typeof start === 'number' ? { dataSourceLine: lineOf(start) } : {}),
    };
  }
  if ('children' in node) for (const child of node.children) adapt(child, lineOf);
}

/** The default lets only its own class names through; ours lets those of the site through, whichever they are. */
const WITHOUT_CLASSES = Object.fromEntries(
  Object.entries(defaultSchema.attributes ?? {}).map(([tag, list]) => [
    tag,
    list.filter((attribute) => !Array.isArray(attribute) || attribute[0] !== 'className'),
  ]),
);

/**
 * Elements, attributes and link schemes that may stand in a page within the editor. Nothing runs, nothing is loaded,
 * nothing can be filled in; what these elements hold is dropped with them, for it was never meant to be read.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  strip: ['script', 'style', 'template', 'iframe', 'object', 'noscript', 'svg', 'math', 'textarea', 'title'],
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'input'),
  attributes: { ...WITHOUT_CLASSES, '*': [...(WITHOUT_CLASSES['*'] ?? []), 'className', 'dataSourceLine'] },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** Takes out of a tree all that could do harm in a page. */
export function sanitizePreview<T extends Nodes>(tree: T): T {
  return sanitize(tree, SCHEMA) as T;
}
