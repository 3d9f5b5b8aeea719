import { inCommunity } from '../newsletter/links/links';
import type { WebUrl } from '../newsletter/links/url';
import type { Range } from '../text/sourceText';
import { definePieceRule } from './rule';

const YEAR = /^(?:19|20)\d\d$/;
const DAY = /(?:19|20)\d\d-\d\d(?:-\d\d)?/;
/** `Issue #14`, `Part 2`, `#3`. */
const COUNTED = /(?<![\p{L}\d.,])(?:(\p{L}+)[ -])?(#)?0*(\d{1,4})(?![\p{L}\d]|[.,]\d)/gu;
const TITLE_VERSION = /(?<![\p{L}\d.]|\bv)v?(\d{1,3}(?:\.\d+)+)(?!\w|\.\d)/gu;
/** `v1.2.0`, `1-2-0`, but no day. */
const ADDRESS_VERSION = /(?<![a-z\d]|\d[-./])v?(\d{1,3}(?:[-.]\d{1,3})+)(?!\d|[-.]\d)/gi;

/** Copied from last week's item, or typed wrong: the title and its address are of two issues, parts or releases. */
export default definePieceRule({
  id: 'link-title-number',
  in: ['community'],
  summary: 'A title names another number or version than its address',
  why: 'Often the item was copied from an older one, and either its title or its address has been forgotten.',
  severity: 'warning',
  fix: 'never',
  tags: ['title', 'url'],
  examples: [
    {
      title: 'an address of the issue before',
      bad: '## Updates from Rust Community\n\n* [Example Weekly Issue #14](https://example.com/weekly-issue-13)\n',
      found: ['3:26-28: The title says “14”, but the address “13”'],
      fixes: ['Write “13”'],
      good: '## Updates from Rust Community\n\n* [Example Weekly Issue #14](https://example.com/weekly-issue-14)\n',
    },
    {
      title: 'another release',
      bad: '## Updates from Rust Community\n\n* [Example 0.5 released](https://github.com/octo/example/releases/tag/v0.4.0)\n',
      found: ['3:12-15: The title says “0.5”, but the address “0.4.0”'],
      fixes: ['Write “0.4.0”'],
      good: '## Updates from Rust Community\n\n* [Example 0.5 released](https://github.com/octo/example/releases/tag/v0.5.0)\n',
    },
  ],
  check(piece, report) {
    for (const { link, web } of piece.targets) {
      if (!web || link.kind === 'autolink' || !/\d/.test(link.title)) continue;
      const title = piece.source.slice(link.textRange);
      const other = otherVersion(title, web) ?? otherNumber(title, web);
      if (!other || !inCommunity(piece, link.start)) continue;
      const { start, end, text } = other;
      const at = { start: link.textRange.start + start, end: link.textRange.start + end };
      report({
        at,
        message: `The title says “${title.slice(start, end)}”, but the address “${text}”`,
        fixes: [{ title: `Write “${text}”`, edits: () => [{ ...at, text }] }],
      });
    }
  },
});

/** Where the title has a number, and what the address has for it. */
type Other = Range & { readonly text: string };

/** The only version of a title, where the address has another one. A shorter one (`1.2` for `1.2.3`) is none. */
function otherVersion(title: string, { path, fragment = '' }: WebUrl): Other | undefined {
  const [said, ...more] = title.matchAll(TITLE_VERSION);
  if (!said || more.length > 0) return undefined;
  const [found, ...others] = `${path}#${fragment}`.matchAll(ADDRESS_VERSION);
  if (!found || others.length > 0) return undefined;
  if (!isOfProject(title.slice(0, said.index), path)) return undefined;
  const version = said[1]!;
  const text = found[1]!.replaceAll('-', '.');
  if (`${version}.`.startsWith(`${text}.`) || `${text}.`.startsWith(`${version}.`)) return undefined;
  const end = said.index + said[0].length;
  return { start: end - version.length, end, text };
}

/** Words before a version that name nothing else. */
const ABOUT_ITSELF = /^(?:versions?|releas\w+|updat\w+|announc\w+|introduc\w+|rc|alpha|beta)$/;

/** Whether a version behind these words is the project's, and not that of a standard: `supports OpenAPI`. */
function isOfProject(before: string, path: string): boolean {
  const word = /([\p{L}\d_-]+)[^\p{L}\d]*$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined || ABOUT_ITSELF.test(word)) return true;
  const lower = path.toLowerCase();
  return lower.includes(`${word}-`) || lower.split(/[^\p{L}\d]+/u).includes(word);
}

/** The number of an issue, an episode or a part, where the only number at the end of the address is another one. */
function otherNumber(title: string, { path, fragment }: WebUrl): Other | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = fragment || segments.at(-1) || '';
  const alone = /^\d+$/.test(last);
  const words = (alone ? `${segments.at(-2)}-${last}` : last)
    .toLowerCase()
    .replace(DAY, '')
    .split(/[^\p{L}\d]+/u);
  const [digits, ...others] = words.filter((word) => /\d/.test(word) && !YEAR.test(word));
  if (digits === undefined || others.length > 0 || !/^\d{1,4}$/.test(digits)) return undefined;
  const number = Number(digits);
  const before = words[words.indexOf(digits) - 1] ?? '';
  const said = [...title.matchAll(COUNTED)].filter((match) => !YEAR.test(match[3]!));
  if (said.some((match) => Number(match[3]) === number)) return undefined;
  // The site itself may count what has nothing but a number for a name: only the same word in front of it tells.
  const [same, ...more] = said.filter(
    ([, word, hash]) =>
      (hash && !alone) || (word && before.replace(/s$/, '') === word.toLowerCase().replace(/s$/, '')),
  );
  if (!same || more.length > 0) return undefined;
  const end = same.index + same[0].length;
  return { start: end - same[3]!.length, end, text: String(number) };
}
