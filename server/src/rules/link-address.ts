import type { Link } from '../newsletter/issue/chunk';
import type { Piece } from '../newsletter/issue/piece';
import { attributeSlip, spaceSlip } from '../newsletter/links/addressForm';
import { escapeParentheses } from '../newsletter/links/parentheses';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Report } from './rule';

/** No address is longer. */
const LONGEST = 1000;

/** What stands in the parentheses of a link and is no address, or more than one. */
export default definePieceRule({
  id: 'link-address',
  summary: 'The parentheses of a link have something other than an address',
  why: 'Browsers cut an address at a space or keep the quotation marks, and GitHub makes no link of it at all.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['changesSite', 'url', 'organiser-url'],
  examples: [
    {
      title: 'a space in the address',
      bad: '* [A post](https://example.com/my post)\n',
      found: ['1:12-39: The address has a space in it'],
      fixes: ['Write the space as %20', 'Remove the space', 'Keep what is before the space'],
      good: '* [A post](https://example.com/my%20post)\n',
    },
    {
      title: 'title and address swapped',
      bad: '* [https://example.com/a](A post)\n',
      found: ['1:3-34: Title and address are swapped'],
      fixes: ['Swap them'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'an attribute of HTML',
      bad: '* [A post](https://example.com/a target="_blank")\n',
      found: ['1:12-49: The address has an attribute of HTML in it: “target="_blank"”'],
      fixes: ['Remove the attribute'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'words after the address',
      bad: '* [A post](https://example.com/a "The post")\n',
      found: ['1:12-44 info: Only who points at the link sees “The post”, which follows the address'],
      fixes: ['Keep the address alone'],
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const link of piece.links) {
      const found = judge(piece, link);
      if (found) report(found);
    }
  },
});

/** `[A post](https://example.com/my post)`, `[A post]("https://example.com/a")`, `[https://example.com/a](A post)` */
function judge({ source }: Piece, link: Link): Report | undefined {
  if (link.kind === 'reference' || link.kind === 'autolink') return undefined;
  const { start, end, textRange } = link;
  const target = { start: textRange.end + 2, end: end - 1 };
  const text = source.slice(target);
  if (text.length > LONGEST || /[\r\n]/.test(text)) return undefined;
  const title = source.slice(textRange).trim();
  if (link.kind === 'inline' && /^https?:\/\/\S+$/i.test(title) && isTitle(text)) {
    const swap = [
      { ...textRange, text: text.trim() },
      { ...target, text: title },
    ];
    return {
      at: { start, end },
      message: 'Title and address are swapped',
      fixes: [{ title: 'Swap them', all: true, edits: () => swap }],
    };
  }
  const meant = quotedTarget(source.text, target.start);
  if (meant && meant.end + 1 !== end) {
    return {
      at: { start, end: Math.max(end, meant.end + 1) },
      message: 'With a quotation mark in it, the site ends this address at the wrong parenthesis',
      fixes: [
        { title: 'Escape the parentheses', all: true, edits: () => escapeParentheses(source.text, meant) },
      ],
    };
  }
  // The site takes what is between the last quotation marks for a title.
  const attribute = attributeSlip(text);
  const slip = attribute ?? spaceSlip(link.url);
  if (!slip) return undefined;
  const at = attribute ? target : link.urlRange;
  return {
    at: { start: at.start, end: at.end },
    message: slip.message,
    ...(slip.mild ? { severity: 'info' as const } : {}),
    fixes: slip.repairs.map(({ title, text }, n) => ({
      title,
      ...(n > 0 ? {} : slip.sure ? { all: true } : { preferred: true }),
      edits: () => [{ start: at.start, end: at.end, text }],
    })),
  };
}

/**
 * An address with a quotation mark and parentheses in it, up to the parenthesis that closes the link.
 *
 * @returns undefined for any other text
 */
function quotedTarget(text: string, start: number): Range | undefined {
  const [run] = /^[^\s<>]*/.exec(text.slice(start, start + LONGEST))!;
  if (!/^https?:/.test(run) || !/["']/.test(run) || !run.includes('(')) return undefined;
  let depth = 0;
  for (const { 0: sign, index } of run.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    if (depth >= 0) continue;
    const address = run.slice(0, index);
    return /["']/.test(address) && address.includes('(') ? { start, end: start + index } : undefined;
  }
  return undefined;
}

/** Words, and not a path or the name of a host. */
function isTitle(text: string): boolean {
  return /\p{L}/u.test(text) && !/^(?:[a-z]+:|[#/?.]|\S*\.\S)/i.test(text.trim()) && !/[[\]]/.test(text);
}
