import type { Link } from '../newsletter/issue/chunk';
import type { Piece } from '../newsletter/issue/piece';
import { isLanguage } from '../newsletter/markers/markers';
import { readPrefix } from '../newsletter/markers/prefix';
import type { WordView } from '../newsletter/words/history';
import { lazy } from '../text/lazy';
import { overlapsAny, type Range } from '../text/sourceText';
import { definePieceRule } from './rule';

/** A word as prose writes it: all in lower case but for its first letter, and no part of a name, an address or code. */
const WORD = /(?<![\p{L}\p{N}_@#./:\-'’&=$])[A-Z]?[a-z]{2,}(?![\p{L}\p{N}_@/(:]|[.\-'’]\p{L})/uy;
/** Slips in words too short to be measured by others, each with the word. */
const SHORT: ReadonlyMap<string, string> = new Map(
  "teh the,hte the,adn and,taht that,htat that,thsi this,tihs this,wiht with,wtih with,ahve have,hvae have,waht what,wehn when,wich which,yuo you,fomr from,itno into,jsut just,onyl only,smae same,liek like,isnt isn't"
    .split(',')
    .map((row) => row.split(' ') as [string, string]),
);
/** What may be one: letters are looked for first, for what stands around them is dear to ask at every place. */
const LETTERS = new RegExp(`[a-z]{5,}|\\b(?:${[...SHORT.keys()].join('|')})\\b`, 'gi');
/** `an crate`, `a iterator`: abbreviations begin with two consonants, or are said by their letters. */
const ARTICLE =
  /(?<![\p{L}\p{N}\-'’.&/])(?:a(?= (?!one|once|eu|also|into|even|over|about)[aeio][a-z]{3,})|an(?= [bcdfgjkpqtvwyz][aeiourly][a-z]{2,}))(?![a-z])/gu;
/** Where titles are English, and names of groups are none. */
const ENGLISH: ReadonlySet<string> = new Set(['cotw', 'cft', 'cfp', 'project']);
/** What begins with a capital letter is more often a name, and short names are near to many words. */
const LEAST_WITH_CAPITAL = 7;

/** `userful`: no dictionary knows it, and a word that is a slip away is in its link's address, or in earlier issues. */
export default definePieceRule({
  id: 'word-mistyped',
  goesBy: ['archive'],
  summary: 'A word that is probably mistyped',
  why: 'A title is all that most readers see of an article. What no dictionary knows and what is one letter from a word in the address of its own link, or from a word of earlier issues, is nearly always a slip of the fingers.',
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
    {
      title: 'a word that the address spells',
      usual: 'Highlights compiler',
      bad: '* [Higlights of May](https://example.com/highlights-of-may)\n',
      found: ['1:4-13: “Higlights” is probably “Highlights”'],
      fixes: ['Write “Highlights”'],
      good: '* [Highlights of May](https://example.com/highlights-of-may)\n',
    },
    {
      title: 'a lost apostrophe',
      usual: "doesn't compile",
      bad: '* [Why it doesnt compile](https://example.com/a)\n',
      found: ["1:11-17: “doesnt” is probably “doesn't”"],
      fixes: ["Write “doesn't”"],
      good: "* [Why it doesn't compile](https://example.com/a)\n",
    },
    {
      title: 'another article',
      bad: '## Updates from the Rust Project\n\n#### Cargo\n* [add an config option](https://github.com/rust-lang/cargo/pull/1)\n',
      found: ['4:8-10: “an” is probably “a” before this word'],
      fixes: ['Write “a”'],
      good: '## Updates from the Rust Project\n\n#### Cargo\n* [add a config option](https://github.com/rust-lang/cargo/pull/1)\n',
    },
    {
      title: 'letters in another order',
      usual: 'compiler',
      bad: '* [All about teh compiler](https://example.com/a)\n',
      found: ['1:14-17: “teh” is probably “the”'],
      fixes: ['Write “the”'],
      good: '* [All about the compiler](https://example.com/a)\n',
    },
  ],
  check(piece, report, { archive, words }) {
    const { text } = piece.prose;
    const addresses = piece.links.map(({ urlRange }) => urlRange).filter(({ start, end }) => end > start);
    const foreign = lazy(() => foreignTitles(piece));
    for (const { 0: article, index } of text.matchAll(ARTICLE)) {
      const at = { start: index, end: index + article.length };
      if (!ENGLISH.has(piece.mainAt(index) ?? '') || overlapsAny(addresses, at)) continue;
      const right = article === 'a' ? 'an' : 'a';
      report({
        at,
        message: `“${article}” is probably “${right}” before this word`,
        fixes: [{ title: `Write “${right}”`, preferred: true, edits: () => [{ ...at, text: right }] }],
      });
    }
    if (!archive?.words) return;
    let next = 0;
    // One of its own: the same letters are looked for in addresses.
    const letters = new RegExp(LETTERS);
    for (let match = letters.exec(text); match; match = letters.exec(text)) {
      const { 0: word, index } = match;
      while (next < addresses.length && addresses[next]!.end <= index) next += 1;
      const address = addresses[next];
      if (address && address.start <= index) {
        letters.lastIndex = address.end;
        continue;
      }
      // Letters that one begins with are all of it: it is followed by none.
      WORD.lastIndex = index;
      if (!WORD.test(text)) continue;
      const lower = word.toLowerCase();
      if (words.has(lower) || archive.words.isUsual(lower)) continue;
      const capital = word !== lower;
      const at = { start: index, end: index + word.length };
      const meant =
        SHORT.get(lower) ??
        archive.words.meantBeside(lower, () => wordsOfAddress(piece.links, at)) ??
        usual(lower, capital, archive.words);
      if (meant === undefined) continue;
      if (
        overlapsAny(addresses, at) ||
        overlapsAny(foreign(), at) ||
        piece.lines[piece.source.lineNumberAt(at.start)]?.kind === 'html'
      )
        continue;
      // Earlier issues write `doesn't`, of which the letters before the apostrophe are a word of theirs.
      const whole = meant.endsWith('n') && lower === `${meant}t` ? `${meant}'t` : meant;
      const right = capital ? whole[0]!.toUpperCase() + whole.slice(1) : whole;
      report({
        at,
        message: `“${word}” is probably “${right}”`,
        fixes: [{ title: `Write “${right}”`, preferred: true, edits: () => [{ ...at, text: right }] }],
      });
    }
  },
});

/** Titles that a marker says to be in another language. */
function foreignTitles(piece: Piece): Range[] {
  return piece.communityItems.flatMap((item) => {
    const prefix = readPrefix(piece, item);
    return prefix?.words.some(({ marker }) => marker && isLanguage(marker)) ? [prefix.link.textRange] : [];
  });
}

/** The words in the address of the link in whose text a word stands, in lower case. */
function wordsOfAddress(links: readonly Link[], { start, end }: Range): readonly string[] {
  const link = links.find(({ textRange }) => textRange.start <= start && textRange.end >= end);
  return link?.url.toLowerCase().match(LETTERS) ?? [];
}

/** The word of many issues that was meant by one that none of them has. */
function usual(word: string, capital: boolean, words: WordView): string | undefined {
  if (word.length < (capital ? LEAST_WITH_CAPITAL : 5)) return undefined;
  const meant = words.meant(word);
  if (meant === undefined || !capital) return meant;
  return words.isUsual(meant) && !isName(word, meant) ? meant : undefined;
}

/** Names of other languages end otherwise, or have other vowels: Francesco is not San Francisco. */
function isName(word: string, meant: string): boolean {
  if (word.slice(0, -1) === meant.slice(0, -1)) return true;
  if (/[aeio]$/.test(word) && word.at(-1) !== meant.at(-1)) return true;
  return /[aio]$/.test(word) && withoutVowels(word) === withoutVowels(meant);
}

const withoutVowels = (word: string) => word.replaceAll(/[aeiou]/g, '-');
