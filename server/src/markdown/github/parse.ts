import type { Root as Page } from 'hast';
import type { Root } from 'mdast';
import { toHast as mdastToHast } from 'mdast-util-to-hast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** Longer than any chunk of an issue; unclosed links cost CommonMark's parser the square of a text's length. */
const LONGEST = 30_000;
/** Containers within containers cost it the stack. */
const NESTED = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m;

const github = remark().use(remarkGfm).freeze();

/** Whether {@link parseGitHub} can be trusted with a text: whatever an author writes, answers come in time. */
export function isFitForGitHub(text: string): boolean {
  return text.length <= LONGEST && !NESTED.test(text);
}

/** Reads Markdown as GitHub does: CommonMark with tables, bare addresses, `~~`, task lists and footnotes. */
export function parseGitHub(text: string): Root {
  return github.parse(text);
}

/**
 * Turns Markdown into the HTML that GitHub makes of it, to show an author the difference. HTML of the author is
 * left out; links are not sanitized.
 */
export function githubTree(text: string): Page {
  return mdastToHast(parseGitHub(text)) as Page;
}
