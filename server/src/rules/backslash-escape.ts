import { codeWords } from '../newsletter/issue/codeWord';
import type { Piece } from '../newsletter/issue/piece';
import { FILLER } from '../newsletter/issue/prose';
import { holds, indexBefore, type Range } from '../text/sourceText';
import { definePieceRule, type Fix, type Report } from './rule';

export default definePieceRule({
  id: 'backslash-escape',
  summary: 'A backslash that the site shows',
  why: 'The site’s Markdown knows fewer escapes than others, none before `<`, and none at all within code (CI, #2783).',
  severity: 'warning',
  fix: 'sometimes',
  tags: ['changesSite', 'title'],
  examples: [
    {
      title: 'before an angle bracket',
      bad: '* [Under the hood: Vec\\<T\\>](https://example.com/a)\n',
      found: ['1:20-28: The site shows the backslash of \\<: put the code in backticks'],
      fixes: ['Put it in backticks', 'Write &lt; and &gt;'],
      good: '* [Under the hood: `Vec<T>`](https://example.com/a)\n',
    },
    {
      title: 'within code',
      bad: '* [borrow `Vec<T>` as `\\[T\\]`](https://example.com/a)\n',
      found: ['1:23-30: The site shows backslashes in code'],
      fixes: ['Remove the backslashes'],
      good: '* [borrow `Vec<T>` as `[T]`](https://example.com/a)\n',
    },
    {
      title: 'with another type beside it',
      bad: '* [`impl` From\\<u8\\> for bool](https://example.com/a)\n',
      found: ['1:11-21: The site shows the backslash of \\<: put the code in backticks'],
      fixes: ['Put it in backticks', 'Put all types of the title in backticks', 'Write &lt; and &gt;'],
      good: '* [`impl` `From<u8>` for `bool`](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.prose;
    const words = new Map(codeWords(text, angles(piece)).map(({ code, word }) => [code.start, word]));
    let told = 0;
    for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
      if (at < told || holds(piece.code, at)) continue;
      const word = words.get(at);
      const found = word
        ? angle(piece, at, word)
        : text[at + 1] === '['
          ? marker(piece, at)
          : other(piece, at);
      if (!found) continue;
      told = found.at.end;
      report(found);
    }
    for (const span of piece.prose.spans) {
      const found = inCode(piece, span.start, span.end);
      if (found) report(found);
    }
  },
});

/** Each `\<` of a text outside code, in order. */
function angles({ prose: { text }, code }: Piece): Range[] {
  return [...text.matchAll(/\\./gs)]
    .filter(({ index }) => text[index + 1] === '<' && !holds(code, index))
    .map(({ index }) => ({ start: index, end: index + 2 }));
}

/** `Vec\<T\>` */
function angle(piece: Piece, at: number, word: Range): Report {
  const { text } = piece.prose;
  const code = text.slice(word.start, word.end).replace(/\\([^\w\s])/g, '$1');
  const written = text
    .slice(word.start, word.end)
    .replace(/\\?([<>])/g, (_, sign) => (sign === '<' ? '&lt;' : '&gt;'));
  const fixes: Fix[] = /[`\uE000]/.test(code)
    ? []
    : [
        { title: 'Put it in backticks', preferred: true, edits: () => [{ ...word, text: `\`${code}\`` }] },
        ...allTypes(piece, at),
        { title: 'Write &lt; and &gt;', edits: () => [{ ...word, text: written }] },
      ];
  return {
    at: word,
    message: 'The site shows the backslash of \\<: put the code in backticks',
    fixes,
  };
}

/** Types that say of themselves that they are: of the language, and parameters but for `A` and `I`. */
const TYPES =
  /(?<![\w`<:&\\])(?:bool|char|str|[iu](?:8|16|32|64|128|size)|f(?:16|32|64|128)|[B-HJ-Z])(?![\w`>:'’])/g;

/** `From\<u8\> for bool`: who sets the one in code does so with the other. */
function allTypes({ prose: { text }, links, code }: Piece, at: number): Fix[] {
  const title = links.find(({ textRange }) => textRange.start <= at && at < textRange.end)?.textRange;
  if (!title) return [];
  const escapes = [...text.slice(title.start, title.end).matchAll(/\\</g)].map(({ index }) => ({
    start: title.start + index,
    end: title.start + index + 2,
  }));
  const words = codeWords(text, escapes).map(({ word }) => word);
  const types = [...text.slice(title.start, title.end).matchAll(TYPES)]
    .map(({ index, 0: type }) => ({ start: title.start + index, end: title.start + index + type.length }))
    .filter(
      ({ start }) => !holds(code, start) && !words.some((word) => word.start <= start && start < word.end),
    );
  if (types.length === 0 || words.some((word) => /[`\uE000]/.test(text.slice(word.start, word.end))))
    return [];
  const codeOf = (word: Range) => text.slice(word.start, word.end).replace(/\\([^\w\s])/g, '$1');
  return [
    {
      title: 'Put all types of the title in backticks',
      edits: () => [...words, ...types].map((word) => ({ ...word, text: `\`${codeOf(word)}\`` })),
    },
  ];
}

/** `\[video\] [A talk](..)` */
function marker({ prose: { text }, lines, source }: Piece, at: number): Report | undefined {
  const line = lines[source.lineNumberAt(at)]!;
  // An escaped marker is text to the parser.
  if (line.kind !== 'item' || !/^[*+-][ \t]*$/.test(text.slice(line.first, at))) return undefined;
  const match = /^\\\[([^[\]\\\r\n]{1,20})\\\](?=[ \t]*\[)/.exec(text.slice(at, at + 40));
  if (!match) return undefined;
  const end = at + match[0].length;
  return {
    at: { start: at, end },
    message: 'A marker is written without backslashes',
    fixes: [
      {
        title: 'Remove the backslashes',
        all: true,
        edits: () => [
          { start: at, end: at + 1, text: '' },
          { start: end - 2, end: end - 1, text: '' },
        ],
      },
    ],
  };
}

/** Punctuation that other kinds of Markdown let escape. */
function other({ prose: { text }, brackets }: Piece, at: number): Report | undefined {
  const next = text[at + 1] ?? ' ';
  if (!/[~=/'"&:$%@,;?^]/.test(next) || text[at - 1] === '\\') return undefined;
  const around = brackets[indexBefore(brackets, at)];
  if (around?.pairs.some(({ target }) => target && target.start < at && at < target.end)) return undefined;
  // A quoted backslash is meant: '\'.
  if (/['"]/.test(next) && text[at - 1] === next) return undefined;
  return {
    at: { start: at, end: at + 2 },
    message: `The site shows the backslash of \\${next}`,
    fixes: [
      { title: 'Remove the backslash', all: true, edits: () => [{ start: at, end: at + 1, text: '' }] },
    ],
  };
}

/** `\[T\]` between backticks, where every character is itself. */
function inCode({ source: { text } }: Piece, start: number, end: number): Report | undefined {
  const code = text.slice(start, end);
  // What is nothing but an escape is what the sentence is about.
  if (/^`+\s*(?:&\w+;|\\.)\s*`+$/.test(code)) return undefined;
  const signs = [...code.matchAll(/&(lt|gt|amp);/g)];
  if (signs.length > 0)
    return {
      at: { start, end },
      message: `The site shows ${signs[0]![0]} in code as it stands`,
      fixes: [
        {
          title: 'Write the signs themselves',
          preferred: true,
          edits: () =>
            signs.map(({ 0: sign, 1: name, index }) => ({
              start: start + index,
              end: start + index + sign.length,
              text: name === 'lt' ? '<' : name === 'gt' ? '>' : '&',
            })),
        },
      ],
    };
  // In regular expressions and string literals backslashes are at home.
  if (!code.includes('\\') || /\\[a-zA-Z0-9\\.^$|?(){}"']|["^]/.test(code)) return undefined;
  const escapes = [...code.matchAll(/\\(?=[[\]<>_*#~&])/g)];
  if (escapes.length === 0 || code.includes(FILLER)) return undefined;
  return {
    at: { start, end },
    message: 'The site shows backslashes in code',
    fixes: [
      {
        title: 'Remove the backslashes',
        preferred: true,
        edits: () => escapes.map(({ index }) => ({ start: start + index, end: start + index + 1, text: '' })),
      },
    ],
  };
}
