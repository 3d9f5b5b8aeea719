import type { Link } from '../newsletter/issue/chunk';
import type { Piece } from '../newsletter/issue/piece';
import { inCommunity } from '../newsletter/links/links';
import { isPull } from '../newsletter/links/pulls';
import { wordCount } from '../newsletter/links/titles';
import { parseUrl } from '../newsletter/links/url';
import { definePieceRule, type Fix } from './rule';

/** Where the site that most submissions are copied from cuts titles. */
const CUT_AT = 58;

/** So much of a title is its end: of a longer run of blanks each would be tried as the first. */
const END = 100;

/** Words that no title of a pull request ends with: more was to come. */
const OPEN_END = /\s(?:an?|and|of|or|the|with)\**\s*$/;

/** Titles that a web site cut off (CI, #3243). */
export default definePieceRule({
  id: 'link-title-truncated',
  summary: 'A title is cut off',
  why: 'Sites and chat programs cut long titles; the newsletter has room for the whole one.',
  severity: 'warning',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'cut at seventy characters',
      bad: '## Updates from Rust Community\n\n* [A modular serialization library for everybody who likes types and ...](https://example.com/a)\n',
      found: ['3:70-73: This title is cut off after 66 characters'],
      good: '## Updates from Rust Community\n\n* [A modular serialization library for everybody who likes types and traits](https://example.com/a)\n',
    },
    {
      title: 'a sign at the end',
      bad: '## Updates from Rust Community\n\n* [Reading code with a parser:](https://example.com/a)\n',
      found: ['3:30-31 info: This title ends with “:”: is there more of it?'],
      fixes: ['Remove “:”'],
      good: '## Updates from Rust Community\n\n* [Reading code with a parser](https://example.com/a)\n',
    },
    {
      title: 'a word that more was to follow',
      bad: '## Updates from the Rust Project\n\n* [allow a parser to be held across an](https://github.com/rust-lang/rust/pull/1)\n',
      found: ['3:37-39 info: This title ends with “an”: is there more of it?'],
      good: '## Updates from the Rust Project\n\n* [allow a parser to be held across an error](https://github.com/rust-lang/rust/pull/1)\n',
    },
    {
      title: 'cut within a word that the address has',
      bad: '## Updates from Rust Community\n\n* [A modular serialization library for everybody who likes types and tra...](https://example.com/a-modular-serialization-library-for-everybody-who-likes-types-and-traits-7064040.html)\n',
      found: ['3:73-76: This title is cut off after 69 characters'],
      fixes: ['Write “A modular serialization library for everybody who likes types and traits”'],
      good: '## Updates from Rust Community\n\n* [A modular serialization library for everybody who likes types and traits](https://example.com/a-modular-serialization-library-for-everybody-who-likes-types-and-traits-7064040.html)\n',
    },
  ],
  check(piece, report) {
    for (const link of listed(piece)) {
      const title = piece.source.slice(link.textRange);
      const word = OPEN_END.exec(title)?.[0];
      if (word && isPull(link.url)) {
        const start = link.textRange.end - word.trimStart().length;
        report({
          at: { start, end: start + word.trim().length },
          severity: 'info',
          message: `This title ends with “${word.trim()}”: is there more of it?`,
        });
      }
      // Asterisks at the end of a bold title may stand after what was cut off.
      const [tail, sign] = /(\s*[:;,|]|\s[–—-])\s*\**\s*$/.exec(title.slice(-END)) ?? [];
      // `&gt;` ends in a semicolon of its own.
      if (!sign || link.title.length < 3 || /&#?\w+;\s*\**$/.test(title)) continue;
      const start = link.textRange.end - tail!.length;
      const at = { start, end: start + sign.length };
      report({
        at,
        severity: 'info',
        message: `This title ends with “${sign.trim()}”: is there more of it?`,
        fixes: [{ title: `Remove “${sign.trim()}”`, edits: () => [{ ...at, text: '' }] }],
      });
    }
    for (const link of piece.links) {
      const title = link.title;
      const dots = ['…', '...'].find((dots) => title.endsWith(dots));
      if (!dots || wordCount(title) < 2 || !inCommunity(piece, link.start)) continue;
      // Short titles end in dots because their authors wanted them to.
      if (title.length < (dots === '…' ? 30 : CUT_AT)) continue;
      const end = link.textRange.end;
      report({
        at: { start: Math.max(link.textRange.start, end - dots.length), end },
        message: `This title is cut off after ${title.length - dots.length} characters`,
        fixes: fixesFor(title.slice(0, -dots.length), link),
      });
    }
  },
});

/** The links that items and events begin with. */
function listed(piece: Piece): Link[] {
  const items = piece.items.flatMap(({ links }) => links[0] ?? []);
  const events = piece.events.flatMap(({ title }) => title?.links[0] ?? []);
  return [...new Set([...items, ...events])].filter(({ kind }) => kind === 'inline');
}

/** The tail after a separator is mostly the site's name; the address often has the words. */
function fixesFor(title: string, { url, textRange }: Link): Fix[] {
  const head = /^(.{12,}?)\s+(?:[|–—·-]|::|\/\/)\s+(?:(?!\s(?:[|–—·-]|::|\/\/)\s).)*$/.exec(title)?.[1];
  const texts = [titleOfAddress(title, url), head].filter((text) => text !== undefined);
  return texts.map((text) => ({
    title: `Write “${text}”`,
    edits: () => [{ start: textRange.start, end: textRange.end, text }],
  }));
}

/** The whole title, where the last part of the address has its words and more. */
function titleOfAddress(title: string, url: string): string | undefined {
  const slug = parseUrl(url)?.path.split('/').filter(Boolean).at(-1) ?? '';
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  // Many sites end an address with a number of theirs.
  const words = slug
    .replace(/\.\w+$/, '')
    .split(/[-_]+/)
    .filter((word, at, all) => word !== '' && !(at === all.length - 1 && /^\d{5,}$/.test(word)));
  const written = letters(title);
  let read = '';
  let known = 0;
  while (read.length < written.length && known < words.length) read += letters(words[known++]!);
  const rest = words.slice(known);
  const missing = read.slice(written.length);
  if (known < 3 || !read.startsWith(written) || (missing === '' && rest.length === 0)) return undefined;
  return [title.trimEnd() + missing, ...rest].join(' ');
}
