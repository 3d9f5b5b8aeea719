import { toHtml } from 'hast-util-to-html';
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

/**
 * Renders Markdown as GitHub shows it (CommonMark and tables), to show an author the difference. HTML of the
 * author is left out.
 */
export function renderGitHub(text: string): string {
  const tree = unified().use(remarkParse).use(githubMarkdown).parse(text);
  return toHtml(mdastToHast(tree));
}
