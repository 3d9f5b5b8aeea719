import { wordCount } from '../newsletter/links/titles';
import { definePieceRule, type Fix } from './rule';

/** More words than these: worth a look, and too many (#8491 #8506 #8634; half of all titles have at most 8). */
const MANY_WORDS = 10;
const TOO_MANY_WORDS = 12;
/** What is longer, in characters, has no title in it: each of its beginnings would have its words counted. */
const LONGEST = 2_000;

/** Titles that the editors would shorten. */
export default definePieceRule({
  id: 'link-title-long',
  in: ['community'],
  summary: 'A title is long',
  why: 'Readers skim some fifty titles a week; editors ask for about five words.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'a whole sentence',
      bad: '## Updates from Rust Community\n\n* [example 0.2: a fast code indexer that provides everybody with maps of their source code by means of a server](https://example.com/a)\n',
      found: ['3:4-112: This title has 20 words; about five are enough'],
      fixes: ['Keep “example 0.2”'],
      good: '## Updates from Rust Community\n\n* [example 0.2: a fast code indexer](https://example.com/a)\n',
    },
    {
      title: 'a series and its part',
      bad: '## Updates from Rust Community\n\n* [Starting a series of small exercises in Rust: Walking a Binary Tree Level by Level](https://example.com/a)\n',
      found: ['3:4-86: This title has 15 words; about five are enough'],
      fixes: [
        'Keep “Starting a series of small exercises in Rust”',
        'Keep “Walking a Binary Tree Level by Level”',
      ],
      good: '## Updates from Rust Community\n\n* [Walking a Binary Tree Level by Level](https://example.com/a)\n',
    },
    {
      title: 'a sentence that goes on',
      bad: '## Updates from Rust Community\n\n* [An example framework for dataflow programming is now available along with samples for robots and cars](https://example.com/a)\n',
      found: ['3:4-105: This title has 16 words; about five are enough'],
      fixes: ['Keep “An example framework for dataflow programming”'],
      good: '## Updates from Rust Community\n\n* [An example framework for dataflow programming](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.communityItems) {
      const link = item.links[0];
      if (!link || link.kind === 'image') continue;
      const title = piece.source.slice(link.textRange);
      const words = wordCount(title);
      if (words <= MANY_WORDS) continue;
      const severity = words > TOO_MANY_WORDS ? 'info' : 'hint';
      report({
        at: link.textRange,
        severity,
        message: `This title has ${words} words; about five are enough`,
        fixes: title.length > LONGEST ? [] : shorter(title, link.textRange.start),
      });
    }
  },
});

/** Where a title says a second thing, or goes into detail; a remark in parentheses only at the end. */
const BREAK = /(?:: |[.!?] | [-–—|·] | \((?=[^()]*\)[.!?]?$))/g;
/** Where a sentence goes on that could have ended. */
const CLAUSE = /,? (?=(?:and|are|by|featuring|has|is|that|using|via|which|while|with|without|written) )/g;
/** What no title ends in. */
const OPEN_END = /(?:^|\s)(?:along|an?|and|as|at|by|for|from|in|is|of|on|or|the|to|together|with)$/i;

/** Parts of a title that are a title of their own: its beginning up to a break, the longest first, or what follows one. */
function shorter(title: string, start: number): Fix[] {
  const keeping = (from: number, to: number, added = ''): Fix => ({
    title: `Keep “${title.slice(from, to)}${added}”`,
    edits: () =>
      [
        { start, end: start + from, text: '' },
        { start: start + to, end: start + title.length, text: added },
      ].filter((edit) => edit.start < edit.end),
  });
  const isTitle = (text: string) => {
    const words = wordCount(text);
    return words >= 2 && words <= TOO_MANY_WORDS && isWhole(text) && !OPEN_END.test(text);
  };
  const breaks = [...title.matchAll(BREAK)];
  const heads = breaks
    .map(({ index, 0: sign }) => ({ to: index, added: /^[!?]/.test(sign) ? sign[0]! : '' }))
    .filter(({ to }) => isTitle(title.slice(0, to)))
    .reverse()
    .slice(0, 2);
  // “A series on example: the first part” is about the part; a name and its version before a colon are the title.
  const tails = breaks
    .filter(({ index }) => wordCount(title.slice(0, index)) > 2 && !/\d/.test(title.slice(0, index)))
    .map(({ index, 0: sign }) => index + sign.length)
    .filter((from) => /^[\p{Lu}\d`]/u.test(title.slice(from)) && isTitle(title.slice(from)))
    .slice(0, 1);
  const clauses =
    heads.length > 0
      ? []
      : [...title.matchAll(CLAUSE)]
          .map(({ index }) => index)
          .filter((to) => isTitle(title.slice(0, to)) && wordCount(title.slice(0, to)) > 3)
          .slice(-1);
  return [
    ...heads.map(({ to, added }) => keeping(0, to, added)),
    ...tails.map((from) => keeping(from, title.length)),
    ...clauses.map((to) => keeping(0, to)),
  ];
}

/** Whether no code, emphasis or bracket is cut in two. */
function isWhole(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  if (count('`') % 2 === 1 || count('*') % 2 === 1 || /\\$/.test(text)) return false;
  return count('(') === count(')') && count('[') === count(']');
}
