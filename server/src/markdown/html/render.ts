import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { parseFrontMatter } from '../front-matter';
import { parseMarkdown } from '../parse';
import { collectDefinitions, createRenderContext, footnotesOf, type RenderContext, toHast } from './to-hast';

/** Renders one chunk, not sanitized. For a page that shows it use `toHast` and sanitize that. */
export function renderChunk(tree: Root, context: RenderContext): string {
  return toHtml(toHast(tree, context), { allowDangerousHtml: true });
}

/** Renders the article body of a whole issue file exactly as the site's generator hands it to the theme. */
export function renderBody(text: string): string {
  const tree = parseMarkdown(text.slice(parseFrontMatter(text).bodyStart));
  const definitions = collectDefinitions(tree);
  const context = createRenderContext(definitions);
  const body = renderChunk(tree, context);
  const notes = footnotesOf(definitions, context);
  return `${body}\n${notes ? toHtml(notes, { allowDangerousHtml: true }) : ''}`.trim();
}
