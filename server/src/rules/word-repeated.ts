import { FILLER } from '../newsletter/issue/prose';
import { overlapsAny } from '../text/sourceText';
import { definePieceRule } from './rule';

/** A word and the same word again, blanks or a line break between. */
const TWICE =
  /(?<![\p{L}\p{N}_.\-/'’])(\p{L}{2,})([ \t]+|[ \t]*\r?\n[ \t]*)(\1)(?![\p{L}\p{N}_\-/'’]|\.\p{L})/iu;
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
    for (const { index, match } of repetitions(text)) {
      const [whole, first, between] = match as unknown as [string, string, string];
      const start = index + first.length;
      const at = { start: index, end: index + whole.length };
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

/** What stands before and after two words that tells whether they are words: two units of a character at most, a point and one. */
const AROUND = 3;
const LETTER = /\p{L}/u;

/** Every {@link TWICE}. That would be tried at each letter: words whose ends differ are passed over before. */
function* repetitions(text: string): Generator<{ index: number; match: RegExpExecArray }> {
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isBlank(text.charCodeAt(at))) continue;
    let second = at + 1;
    while (second < text.length && isBlank(text.charCodeAt(second))) second += 1;
    const end = endOfWord(text, second);
    const first = at - (end - second);
    if (first >= done && isAlike(text, first, second) && isAlike(text, at - 1, end - 1)) {
      const from = Math.max(0, first - AROUND);
      const match = TWICE.exec(text.slice(from, end + AROUND));
      if (match?.index === first - from) {
        yield { index: first, match };
        done = end;
      }
    }
    at = Math.max(second, end) - 1;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if ((code | 32) >= 97 && (code | 32) <= 122) continue;
    if (code < 128) break;
    const character = String.fromCodePoint(text.codePointAt(end)!);
    if (!LETTER.test(character)) break;
    end += character.length - 1;
  }
  return end;
}

/** Whether two characters may differ in case only. */
function isAlike(text: string, one: number, other: number): boolean {
  const [a, b] = [text.charCodeAt(one), text.charCodeAt(other)];
  return (a | 32) === (b | 32) || a > 127 || b > 127;
}
