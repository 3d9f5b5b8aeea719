import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { parseFrontMatter } from '../front-matter';
import { parseMarkdown } from '../parse';
import { collectDefinitions, createRenderContext, type RenderContext, toHast } from './to-hast';

/** Renders one chunk, not sanitized. For a page that shows it use `toHast` and sanitize that. */
export function renderChunk(tree: Root, context: RenderContext): string {
  return toHtml(toHast(tree, context), { allowDangerousHtml: true });
}

/** Renders the article body of a whole issue file exactly as the site's generator hands it to the theme. */
export function renderBody(text: string): string {
  const tree = parseMarkdown(text.slice(parseFrontMatter(text).bodyStart));
  return renderChunk(tree, createRenderContext(collectDefinitions(tree))).trim();
}
