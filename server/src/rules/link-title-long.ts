import { communityItems } from '../newsletter/links/links';
import { wordCount } from '../newsletter/links/titles';
import { definePieceRule, type Fix } from './rule';

/** More words than these: worth a look, and too many (#8491 #8506 #8634; half of all titles have at most 8). */
const MANY_WORDS = 10;
const TOO_MANY_WORDS = 12;

/** Titles that the editors would shorten. */
export default definePieceRule({
  id: 'link-title-long',
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
  ],
  check(piece, report) {
    for (const item of communityItems(piece)) {
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
        fixes: shorter(title, link.textRange.start),
      });
    }
  },
});

/** Where a title says a second thing, or goes into detail. */
const BREAK = /(?:: |[.!?] | [-–—|·] | \()/g;

/** The beginning of a title up to a break, where that is a title of its own; the longest first. */
function shorter(title: string, start: number): Fix[] {
  return [...title.matchAll(BREAK)]
    .map(({ index, 0: sign }) => title.slice(0, index) + (/^[!?]/.test(sign) ? sign[0] : ''))
    .filter((head) => wordCount(head) >= 2 && wordCount(head) <= MANY_WORDS && isWhole(head))
    .reverse()
    .slice(0, 2)
    .map((head) => ({
      title: `Keep “${head}”`,
      edits: () => [{ start: start + head.length, end: start + title.length, text: '' }],
    }));
}

/** Whether no code, emphasis or bracket is cut in two. */
function isWhole(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  if (count('`') % 2 === 1 || count('*') % 2 === 1 || /\\$/.test(text)) return false;
  return count('(') === count(')') && count('[') === count(']');
}
