import type { SiteLine } from '../newsletter/issue/lines';
import type { Piece } from '../newsletter/issue/piece';
import { FILLER } from '../newsletter/issue/prose';
import { paragraphs } from '../newsletter/sections/bodies';
import { overlapsAny } from '../text/sourceText';
import { definePieceRule } from './rule';

/**
 * A space or line break after a word, of letters only “a”, all others up to the next word, and that one, the same again. Spaces are found
 * sooner than words, at each of whose letters one would have to look.
 */
const TWICE =
  /[ \t\r\n](?<=(?<![\p{L}\p{N}_.\-/'’])(\p{L}{2,}|a)[ \t\r\n])([ \t\r\n]*)(\1)(?![\p{L}\p{N}_\-/'’]|\.\p{L})/giu;
/** A sign of punctuation twice between two words. */
const SIGN_TWICE = /(?<=[\p{L}\d)\]])([,;]{2}|::)(?= \p{L})|(?<=\p{Ll}{2})\.\.(?= \p{Lu})/gu;
/** Between words of one paragraph. */
const BETWEEN = /^(?:[ \t]+|[ \t]*\r?\n[ \t]*)$/;
/** English has these twice, and some names. */
const RIGHT =
  /^(?:that|had|bye|ha|very|so|blah|knock|boom|tick|hey|hello|no|more|many|really|far|yo|la|cha|go|now|new|duran|pizza|walla|bora|tut)$/i;

/** A shorter line may well come twice: a line of a poem, a row of dashes. */
const SHORTEST_LINE = 20;
/** Lines that other rules compare, that are code, or that nobody sees. */
const NOT_COMPARED: ReadonlySet<SiteLine['kind']> = new Set([
  'front',
  'comment',
  'fence',
  'heading',
  'item',
  'rule',
]);

/** `the the`: the eye jumps over it, above all at the end of a line. */
export default definePieceRule({
  id: 'word-repeated',
  summary: 'A word or a whole line appears twice in a row',
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
    {
      title: 'a sign twice',
      bad: '* [Futures,, streams and sinks](https://example.com/a)\n',
      found: ['1:11-13: “,” appears twice in a row'],
      fixes: ['Delete the second one'],
      good: '* [Futures, streams and sinks](https://example.com/a)\n',
    },
    {
      title: 'a paragraph twice',
      bad: '[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)\n\n[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)\n',
      found: ['3:1-105: This appears twice in a row'],
      fixes: ['Delete the second one'],
      good: '[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)\n',
    },
  ],
  check(piece, report) {
    for (const { at, gone } of repeatedLines(piece)) {
      report({
        at,
        message: 'This appears twice in a row',
        fixes: [{ title: 'Delete the second one', preferred: true, edits: () => [{ ...gone, text: '' }] }],
      });
    }
    const { text } = piece.prose;
    const addresses = piece.links.map(({ urlRange }) => urlRange).filter(({ start, end }) => end > start);
    for (const { 0: signs, index } of text.matchAll(SIGN_TWICE)) {
      const at = { start: index, end: index + 2 };
      report({
        at,
        message: `“${signs[0]}” appears twice in a row`,
        fixes: [
          {
            title: 'Delete the second one',
            preferred: true,
            edits: () => [{ start: index + 1, end: index + 2, text: '' }],
          },
        ],
      });
    }
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

/** Lines and paragraphs that say the same as the one above; `gone` reaches back to the end of that one. */
function* repeatedLines(piece: Piece) {
  const { text } = piece.source;
  let above: SiteLine | undefined;
  for (const line of piece.lines) {
    if (line.kind === 'blank') continue;
    const length = line.end - line.start;
    if (
      above &&
      length >= SHORTEST_LINE &&
      length === above.end - above.start &&
      line.kind === above.kind &&
      !NOT_COMPARED.has(line.kind) &&
      text.startsWith(text.slice(above.start, above.end), line.start) &&
      !piece.inComment(line.start)
    )
      yield { at: { start: line.first, end: line.end }, gone: { start: above.end, end: line.end } };
    above = line;
  }
  const all = paragraphs(piece);
  for (const [index, { start, end, text: words }] of all.entries()) {
    const before = all[index - 1];
    if (before?.text !== words || words.length < SHORTEST_LINE) continue;
    const blank = text.slice(before.end, start).trim() === '';
    if (blank && /[\r\n]/.test(text.slice(start, end)))
      yield { at: { start, end: piece.source.lineAt(start).end }, gone: { start: before.end, end } };
  }
}
