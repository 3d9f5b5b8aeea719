import { FILLER } from '../newsletter/issue/prose';
import { overlapsAny } from '../text/sourceText';
import { definePieceRule } from './rule';

/** A word and the same word again, blanks or a line break between. */
const TWICE =
  /(?<![\p{L}\p{N}_.\-/'’])(\p{L}{2,})([ \t]+|[ \t]*\r?\n[ \t]*)(\1)(?![\p{L}\p{N}_\-/'’]|\.\p{L})/giu;
/** English has these twice, and some names. */
const RIGHT =
  /^(?:that|had|bye|ha|very|so|blah|knock|boom|tick|hey|hello|no|more|many|really|far|yo|la|cha|go|now|new|duran|pizza|walla|bora|tut)$/i;

/** `the the`: the eye jumps over it, above all at the end of a line. */
export default definePieceRule({
  id: 'word-repeated',
  summary: 'A word appears twice in a row',
  why: 'Nobody sees the second one while writing, and everybody while reading.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'an article twice',
      bad: '* [Writing the the compiler](https://example.com/a)\n',
      found: ['1:12-19: “the” appears twice in a row'],
      fixes: ['Delete the second one'],
      good: '* [Writing the compiler](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.prose;
    const addresses = piece.links.map(({ urlRange }) => urlRange).filter(({ start, end }) => end > start);
    for (const match of text.matchAll(TWICE)) {
      const [whole, first, between] = match as unknown as [string, string, string];
      const start = match.index + first.length;
      const at = { start: match.index, end: match.index + whole.length };
      if (RIGHT.test(first) || whole.includes(FILLER)) continue;
      // `Go go` and `US us` are two words; a sentence may begin like `In in`.
      const second = whole.slice(first.length + between.length);
      if (first !== second && first.toLowerCase() !== second) continue;
      if (overlapsAny(addresses, at) || piece.lines[piece.source.lineNumberAt(at.start)]?.kind === 'html')
        continue;
      report({
        at,
        message: `“${second}” appears twice in a row`,
        fixes: [
          {
            title: 'Delete the second one',
            preferred: true,
            edits: () => [{ start, end: at.end, text: '' }],
          },
        ],
      });
    }
  },
});
