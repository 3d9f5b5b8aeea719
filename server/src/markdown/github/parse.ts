import type { Root as Page } from 'hast';
import type { Root } from 'mdast';
import { toHast as mdastToHast } from 'mdast-util-to-hast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { lazy } from '../../text/lazy';

/** Five times what is compared of any published issue; unclosed links cost CommonMark's parser the square of a text's length. */
const LONGEST = 12_000;
/** Containers within containers cost it the stack. */
const NESTED = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m;

/** So short that the square of its length is no matter. */
const SHORT = 2_000;
/** How much of what costs the square of its number a text may have: far more than any issue. */
const MANY = 100;
/** Signs that may end a bare address: at each, the reader of addresses looks at all that follow. */
const SIGNS = new RegExp(`[!"'()*,.:;?\\]_~&]{${MANY}}`);

/** Most drafts are plainly read alike, and never need it. */
const github = lazy(() => remark().use(remarkGfm).freeze());

/** Whether {@link parseGitHub} can be trusted with a text: whatever an author writes, answers come in time. */
export function isFitForGitHub(text: string): boolean {
  if (text.length > LONGEST || NESTED.test(text)) return false;
  return text.length <= SHORT || !isCostly(text);
}

/** Brackets that close nothing are looked back from, markup that nothing closes is looked for to the end. */
function isCostly(text: string): boolean {
  const count = (sign: string) => text.split(sign).length;
  return SIGNS.test(text) || count(']') - count('[') > MANY || count('<!') - count('>') > MANY;
}

/** Reads Markdown as GitHub does: CommonMark with tables, bare addresses, `~~`, task lists and footnotes. */
export function parseGitHub(text: string): Root {
  return github().parse(text);
}

/**
 * Turns Markdown into the HTML that GitHub makes of it, to show an author the difference. HTML of the author is
 * left out; links are not sanitized.
 */
export function githubTree(text: string): Page {
  return mdastToHast(parseGitHub(text)) as Page;
}
