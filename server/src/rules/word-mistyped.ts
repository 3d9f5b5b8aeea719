import { overlapsAny } from '../text/sourceText';
import { definePieceRule } from './rule';

/**
 * A word of five letters or more as prose writes it: all in lower case but for its first letter, and no part of a name,
 * an address or code.
 */
const WORD = /(?<![\p{L}\p{N}_@#./:\-'’&=$])[A-Z]?[a-z]{4,}(?![\p{L}\p{N}_@/(:]|[.\-'’]\p{L})/uy;
/** What may be one: letters are looked for first, for what stands around them is dear to ask at every place. */
const LETTERS = /[A-Za-z]{5,}/g;
/** What begins with a capital letter is more often a name, and short names are near to many words. */
const LEAST_WITH_CAPITAL = 7;

/** `userful`: no earlier issue has it, no dictionary knows it, and many issues have a word that is a slip away. */
export default definePieceRule({
  id: 'word-mistyped',
  goesBy: ['archive'],
  summary: 'A word that is probably mistyped',
  why: 'A title is all that most readers see of an article. What no earlier issue has and no dictionary knows, and what is one letter from a word of many issues, is nearly always a slip of the fingers.',
  severity: 'info',
  fix: 'never',
  tags: ['title', 'word'],
  examples: [
    {
      title: 'a letter too many',
      usual: 'useful compiler',
      bad: '* [A userful tool](https://example.com/a)\n',
      found: ['1:6-13: “userful” is probably “useful”'],
      fixes: ['Write “useful”'],
      good: '* [A useful tool](https://example.com/a)\n',
    },
  ],
  check(piece, report, { archive, words }) {
    if (!archive?.words) return;
    const { text } = piece.prose;
    const addresses = piece.links.map(({ urlRange }) => urlRange).filter(({ start, end }) => end > start);
    for (const { 0: word, index } of text.matchAll(LETTERS)) {
      // Letters that one begins with are all of it: it is followed by none.
      WORD.lastIndex = index;
      if (!WORD.test(text)) continue;
      const lower = word.toLowerCase();
      const capital = word !== lower;
      if (word.length < (capital ? LEAST_WITH_CAPITAL : 5) || words.has(lower)) continue;
      const meant = archive.words.meant(lower);
      if (meant === undefined || (capital && isName(lower, meant))) continue;
      const at = { start: index, end: index + word.length };
      if (overlapsAny(addresses, at) || piece.lines[piece.source.lineNumberAt(at.start)]?.kind === 'html')
        continue;
      const right = capital ? meant[0]!.toUpperCase() + meant.slice(1) : meant;
      report({
        at,
        message: `“${word}” is probably “${right}”`,
        fixes: [{ title: `Write “${right}”`, preferred: true, edits: () => [{ ...at, text: right }] }],
      });
    }
  },
});

/** Names of other languages end otherwise: Francesco is not San Francisco. */
function isName(word: string, meant: string): boolean {
  return word.slice(0, -1) === meant.slice(0, -1) || (/[aeio]$/.test(word) && word.at(-1) !== meant.at(-1));
}
