import { inCommunity, within } from '../newsletter/links/links';
import type { WebUrl } from '../newsletter/links/url';
import type { Range } from '../text/sourceText';
import { definePieceRule } from './rule';

/** Slashes twice in a path (CI), a `#` or `?` with nothing behind, and a `#` before a number that is no place in a page. */
export default definePieceRule({
  id: 'link-slashes',
  summary: 'An address has repeated slashes in its path, an empty end, or a “#” before a number',
  why: 'It is a second name of the same page: some servers refuse it, and the check for duplicates does not see it. With a “#” before its number a pull request is a place in the list of all.',
  severity: 'info',
  fix: 'sometimes',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-address'],
  inArchive: true,
  examples: [
    {
      title: 'two slashes',
      bad: '* [A post](https://example.com//blog/post/)\n',
      found: ['1:31-33: This address has several slashes in a row'],
      fixes: ['Leave one slash'],
      good: '* [A post](https://example.com/blog/post/)\n',
    },
    {
      title: 'an empty fragment',
      bad: '* [A post](https://example.com/post#)\n',
      found: ['1:36-37: There is nothing after the “#” of this address'],
      fixes: ['Remove “#”'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'a number with its sign',
      bad: '* [A fix](https://github.com/octo/example/pull/#12)\n',
      found: [
        '1:48-49 error: The “#” before the number does not belong in this address: it leads to another page',
      ],
      fixes: ['Remove “#”'],
      good: '* [A fix](https://github.com/octo/example/pull/12)\n',
    },
  ],
  check(piece, report) {
    for (const address of piece.webAddresses) {
      const doubled = repeatedSlashes(address.web);
      if (doubled.length > 0) {
        report({
          at: { start: address.start + doubled[0]!.start - 1, end: address.start + doubled.at(-1)!.end },
          ...(inCommunity(piece, address.start) ? { severity: 'error' as const } : {}),
          message: 'This address has several slashes in a row',
          fixes: [{ title: 'Leave one slash', all: true, edits: () => within(address, doubled) }],
        });
      }
      const sign = signBeforeNumber(address.web);
      if (sign)
        report({
          at: { start: address.start + sign.start, end: address.start + sign.end },
          severity: 'error',
          message: 'The “#” before the number does not belong in this address: it leads to another page',
          fixes: [{ title: 'Remove “#”', all: true, edits: () => within(address, [sign]) }],
        });
      const end = emptyEnd(address.web);
      if (!end) continue;
      const text = address.url.slice(end.start, end.end);
      report({
        at: { start: address.start + end.start, end: address.start + end.end },
        message: `There is nothing after the “${text}” of this address`,
        fixes: [{ title: `Remove “${text}”`, all: true, edits: () => within(address, [end]) }],
      });
    }
  },
});

/** The slashes too many. A whole address inside a path, as archives have it, keeps its own; so does a scheme written twice. */
function repeatedSlashes(url: WebUrl): Range[] {
  const found: Range[] = [];
  if (!url.path.includes('//')) return found;
  const inner = url.path.search(/https?:\//);
  for (const match of url.path.matchAll(/(?<!:)(?<=\/)\/+/g)) {
    const start = url.pathRange.start + match.index;
    if (/:\/$/.test(url.text.slice(0, start)) || (inner >= 0 && match.index > inner)) continue;
    found.push({ start, end: start + match[0].length });
  }
  return found;
}

/** `github.com/rust-lang/rust/pull/#151234`: as people write the number elsewhere. */
function signBeforeNumber({ text, host }: WebUrl): Range | undefined {
  const start = host === 'github.com' ? text.indexOf('#') : -1;
  if (start < 0 || !/^#\d+$/.test(text.slice(start))) return undefined;
  return /\/(?:pull|issues)\/?$/.test(text.slice(0, start)) ? { start, end: start + 1 } : undefined;
}

function emptyEnd(url: WebUrl): Range | undefined {
  let start = url.text.length;
  while ('?&#'.includes(url.text[start - 1] ?? ' ')) start -= 1;
  const end = url.text.slice(start);
  // A lone `&` may end a value.
  return end === '' || end === '&' ? undefined : { start, end: url.text.length };
}
