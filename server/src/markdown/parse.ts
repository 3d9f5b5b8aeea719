import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { siteFromMarkdown } from './from-markdown';
import { type SiteSyntaxOptions, siteSyntax } from './syntax';

export type ParseOptions = SiteSyntaxOptions;

/** The unified plugin: `remark-parse` reads the site's dialect. */
export function siteMarkdown(this: Processor, options: ParseOptions = {}): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), siteSyntax(options)];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), siteFromMarkdown()];
}

/**
 * Parses one chunk, or a whole article body, as the site does.
 *
 * @returns its mdast; every node's `position` carries offsets into `text`
 */
export function parseMarkdown(text: string, options: ParseOptions = {}): Root {
  // A byte order mark would shift all offsets by one.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  return unified().use(remarkParse).use(siteMarkdown, options).parse(source);
}
