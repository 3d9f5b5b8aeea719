import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { assemble } from './assemble';
import { parseBlocks } from './blocks/document';
import { resolveInline } from './inline/resolve';
import { readLines } from './lines';

/** Options of the site's dialect. */
export interface ParseOptions {
  /** Labels (lower case, white space collapsed) of link definitions that stand elsewhere in the issue. */
  readonly definitions?: ReadonlySet<string>;
  /**
   * Whether Python-Markdown's extensions that the site has switched on are read (fences, tables, attribute lists, footnotes and so on);
   * the newsletter's checkers read issues without any. True by default.
   */
  readonly extensions?: boolean;
}

/** The unified plugin: `remark().use(siteMarkdown)` reads the site's dialect. */
export function siteMarkdown(this: Processor, options: ParseOptions = {}): void {
  this.parser = (document) => parseMarkdown(document, options);
}

/**
 * Parses one chunk, or a whole article body, as the site does.
 *
 * Python-Markdown decides on pieces between empty lines and goes over them once for each construct, so no
 * tokenizer that goes from left to right can tell where a block or a link begins: blocks are parsed first,
 * where the whole text is known, then the inline content of each leaf.
 *
 * @returns its mdast; every node's `position` carries offsets into `text`
 */
export function parseMarkdown(text: string, { definitions, extensions }: ParseOptions = {}): Root {
  // A byte order mark is nothing to see, but counts in all offsets.
  const source = (text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text).replaceAll('\0', '\uFFFD');
  const blocks = parseBlocks(source, extensions);
  const comments = resolveInline(blocks, definitions);
  const root = assemble(blocks.root, source);
  root.data = { comments, lines: readLines(source, root, comments) };
  return root;
}
