import type { Root as Page } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast as mdastToHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

function githubMarkdown(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [gfmTable()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}

/** Reads Markdown as GitHub does: CommonMark and tables. */
export function parseGitHub(text: string): Root {
  return unified().use(remarkParse).use(githubMarkdown).parse(text);
}

/**
 * Turns Markdown into the HTML that GitHub makes of it, to show an author the difference. HTML of the author is
 * left out; links are not sanitized.
 */
export function githubTree(text: string): Page {
  return mdastToHast(parseGitHub(text)) as Page;
}

/** Renders Markdown as GitHub shows it, see {@link githubTree}. */
export function renderGitHub(text: string): string {
  return toHtml(githubTree(text));
}
