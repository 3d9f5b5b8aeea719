import { FILLER } from '../newsletter/issue/prose';
import { overlapsAny } from '../text/sourceText';
import { definePieceRule } from './rule';

/**
 * A space or line break after a word, of letters only “a”, all others up to the next word, and that one, the same again. Spaces are found
 * sooner than words, at each of whose letters one would have to look.
 */
const TWICE =
  /[ \t\r\n](?<=(?<![\p{L}\p{N}_.\-/'’])(\p{L}{2,}|a)[ \t\r\n])([ \t\r\n]*)(\1)(?![\p{L}\p{N}_\-/'’]|\.\p{L})/giu;
/** Between words of one paragraph. */
const BETWEEN = /^(?:[ \t]+|[ \t]*\r?\n[ \t]*)$/;
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
    let done = 0;
    for (const { 0: after, 1: first = '', 2: more, 3: second = '', index } of text.matchAll(TWICE)) {
      const start = index - first.length;
      const between = `${text[index]}${more}`;
      if (start < done || !BETWEEN.test(between)) continue;
      const at = { start, end: index + after.length };
      done = at.end;
      if (RIGHT.test(first) || text.slice(start, at.end).includes(FILLER)) continue;
      // `Go go` and `US us` are two words; a sentence may begin like `In in`.
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
            edits: () => [{ start: start + first.length, end: at.end, text: '' }],
          },
        ],
      });
    }
  },
});
