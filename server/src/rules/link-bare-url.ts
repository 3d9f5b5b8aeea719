import type { Piece } from '../newsletter/issue/piece';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix } from './rule';

const BARE = /(?<![\w/@"'=([<])https?:\/\/[^\s<>"'`|\]]*[^\s<>"'`|\].,;:!?)*_]/g;
/** `https://github.com/owner/name/pull/123` is written `#123`. */
const NUMBERED = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)(?:[#?].*)?$/;

/** Addresses in the text that are no links: unlike GitHub the site does not make any of them. */
export default definePieceRule({
  id: 'link-bare-url',
  summary: 'An address in the text that is not a link',
  why: 'GitHub shows a bare address as a link, the site and the mail show it as text that nobody can click.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['item-without-link', 'reference-undefined'],
  examples: [
    {
      title: 'an address in a sentence',
      bad: 'Thanks to https://github.com/rust-lang/rust/pull/1 this is faster.\n',
      found: ['1:11-51: This address is not a link on the site: give it a title'],
      fixes: ['Link it as #1'],
      good: 'Thanks to [#1](https://github.com/rust-lang/rust/pull/1) this is faster.\n',
    },
    {
      title: 'an item without a title',
      bad: '* https://example.com/post\n',
      found: ['1:3-27: This address is not a link on the site: give it a title'],
      fixes: ['Make it a link'],
      good: '* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    const taken = occupied(piece);
    let next = 0;
    for (const match of piece.source.text.matchAll(BARE)) {
      const at = { start: match.index, end: match.index + match[0].length };
      if (at.start < piece.bodyStart) continue;
      while (next < taken.length && taken[next]!.end <= at.start) next += 1;
      if (next < taken.length && taken[next]!.start < at.end) continue;
      report({
        at,
        message: 'This address is not a link on the site: give it a title',
        fixes: [link(at, match[0])],
      });
    }
  },
});

function link(at: Range, url: string): Fix {
  const number = NUMBERED.exec(url)?.[2];
  const open = number ? `[#${number}](` : '[$1](';
  return {
    title: number ? `Link it as #${number}` : 'Make it a link',
    ...(number ? { preferred: true } : { snippet: true }),
    edits: () => [
      { start: at.start, end: at.start, text: open },
      { start: at.end, end: at.end, text: ')' },
    ],
  };
}

/** Where an address is not text: links, definitions, code, comments, tags. Sorted, without overlaps. */
function occupied(piece: Piece): Range[] {
  const all = [...piece.links, ...piece.definitions, ...piece.code, ...piece.comments, ...piece.html].sort(
    (a, b) => a.start - b.start,
  );
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
