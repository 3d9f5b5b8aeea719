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

/** Longer than any chunk of an issue; unclosed links cost CommonMark's parser the square of a text's length. */
const LONGEST = 30_000;
/** Containers within containers cost it the stack. */
const NESTED = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m;

/** Whether {@link parseGitHub} can be trusted with a text: whatever an author writes, answers come in time. */
export function isFitForGitHub(text: string): boolean {
  return text.length <= LONGEST && !NESTED.test(text);
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
