import { partnersOf } from '../newsletter/issue/missingBacktick';
import type { Piece } from '../newsletter/issue/piece';
import { contains, type Range } from '../text/sourceText';
import { strip } from '../text/strip';
import { definePieceRule, type Fix } from './rule';

export default definePieceRule({
  id: 'backtick-unbalanced',
  summary: 'A backtick without its partner, or around the wrong text',
  why: 'The site shows the backtick, and everything up to the next one turns into code or out of it.',
  severity: 'error',
  fix: 'never',
  tags: ['title', 'organiser'],
  examples: [
    {
      title: 'a missing backtick',
      bad: '* [make `Foo: Clone not require `T: Clone`](https://example.com/a)\n',
      found: ['1:42-43: This backtick has no partner in its paragraph or item'],
      fixes: ['End the code after Foo'],
      good: '* [make `Foo: Clone` not require `T: Clone`](https://example.com/a)\n',
    },
    {
      title: 'an end within a word',
      bad: '* [add `Foo::from`_bar](https://example.com/a)\n',
      found: ['1:8-19 warning: The code `Foo::from` ends in the middle of a word'],
      fixes: ['End the code after _bar'],
      good: '* [add `Foo::from_bar`](https://example.com/a)\n',
    },
    {
      title: 'a bracket left outside',
      bad: '* [add `Foo::{MIN,` MAX}](https://example.com/a)\n',
      found: ['1:8-20 warning: The code `Foo::{MIN,` leaves the } that belongs to it outside'],
      fixes: ['End the code after MAX}'],
      good: '* [add `Foo::{MIN, MAX}`](https://example.com/a)\n',
    },
    {
      title: 'around the plural only',
      bad: '* [from `Char`s to String`s`](https://example.com/a)\n',
      found: ['1:26-29 warning: The code `s` begins in the middle of a word'],
      fixes: ['Put String in backticks instead'],
      good: '* [from `Char`s to `String`s](https://example.com/a)\n',
    },
    {
      title: 'a word that does not begin',
      bad: '* [use `Foo` and Bar` in docs](https://example.com/a)\n',
      found: ['1:21-22: This backtick has no partner in its paragraph or item'],
      fixes: ['Begin the code before Bar'],
      good: '* [use `Foo` and `Bar` in docs](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    const paragraphOf = ({ start }: Range) => lines[source.lineNumberAt(start)]!.head;
    const told = new Set<number>();
    for (const at of piece.prose.strayBackticks) {
      told.add(paragraphOf(at));
      const { start, end } = source.lineAt(at.start);
      const accents = [...piece.prose.text.slice(start, end).matchAll(/[´ˋ｀]/g)];
      const accent = accents.length === 1 && at.end - at.start === 1 ? start + accents[0]!.index : undefined;
      report({
        at,
        fixes:
          accent === undefined
            ? at.end - at.start > 1
              ? []
              : withPartner(piece, at)
            : [
                {
                  title: `Make ${source.text[accent]} a backtick`,
                  preferred: true,
                  edits: () => [{ start: accent, end: accent + 1, text: '`' }],
                },
              ],
        message:
          at.end - at.start > 1
            ? 'These backticks have nothing between them, or no end'
            : 'This backtick has no partner in its paragraph or item',
      });
    }
    for (const span of piece.prose.spans) {
      const found = misplaced(piece, span);
      // Where one is missing the others pair up wrongly: one finding is enough.
      if (!found || told.has(paragraphOf(span))) continue;
      report({
        at: span,
        severity: 'warning',
        message: `The code ${source.slice(span)} ${found.what}`,
        fixes: fixesOf(source.text, span, found),
      });
    }
    for (const match of piece.prose.text.matchAll(ACCENTS)) {
      const start = match.index;
      const marks = [start, start + match[0].length - 1].filter((at) => source.text[at] !== '`');
      if (told.has(paragraphOf({ start, end: start }))) continue;
      report({
        at: { start, end: start + match[0].length },
        severity: 'warning',
        message: 'These are accents, not backticks',
        fixes: [
          {
            title: 'Use backticks',
            preferred: true,
            edits: () => marks.map((at) => ({ start: at, end: at + 1, text: '`' })),
          },
        ],
      });
    }
  },
});

interface Misplaced {
  readonly what: string;
  /** Where the code should end. */
  readonly end?: number;
  /** Backticks at its beginning that its end lacks. */
  readonly surplus?: Range;
}

function fixesOf(text: string, span: Range, { end, surplus }: Misplaced): Fix[] {
  if (surplus)
    return [{ title: 'Remove what is surplus', preferred: true, edits: () => [{ ...surplus, text: '' }] }];
  return end === undefined ? moveStart(text, span) : [moveEnd(text, span, end)];
}

/** Puts the closing backticks of a span further to the right. */
function moveEnd(text: string, span: Range, end: number): Fix {
  // The marks of a code span that is known.
  const ticks = /`+$/.exec(text.slice(span.start, span.end))![0];
  return {
    title: `End the code after ${text.slice(span.end, end).trim()}`,
    preferred: true,
    edits: () => [
      { start: span.end - ticks.length, end: span.end, text: '' },
      { start: end, end, text: ticks },
    ],
  };
}

/** `Strings` with the first backtick too late, before the plural only: the word before it is the code. */
function moveStart(text: string, span: Range): Fix[] {
  const code = /^`(e?s|e?d|ing)`$/.exec(text.slice(span.start, span.end))?.[1];
  const word = code && /[\w:<>]+$/.exec(text.slice(Math.max(0, span.start - 80), span.start))?.[0];
  if (!word) return [];
  const start = span.start - word.length;
  return [
    {
      title: `Put ${word} in backticks instead`,
      preferred: true,
      edits: () => [
        { start, end: start, text: '`' },
        { start: span.end - 1, end: span.end, text: '' },
      ],
    },
  ];
}

/** Of two pieces of code with a backtick between that is one too many. */
const LONGEST_JOINED = 24;

/** In the title of a link what is outside does not count. */
function withPartner({ source, links }: Piece, at: Range): Fix[] {
  const link = links.find(({ textRange }) => contains(textRange, at));
  return partnersOf(source.text, link ? link.textRange : source.lineAt(at.start))
    .filter(({ what, word }) => what !== 'surplus' || word.length <= LONGEST_JOINED)
    .map(
      ({ what, at: place, word }): Fix =>
        what === 'surplus'
          ? {
              title: `Make ${word} one piece of code`,
              edits: () => [{ start: place, end: place + 1, text: '' }],
            }
          : {
              title: what === 'closes' ? `End the code after ${word}` : `Begin the code before ${word}`,
              edits: () => [{ start: place, end: place, text: '`' }],
            },
    );
}

/** An acute accent or another sign that looks like a backtick, in pairs. */
const ACCENTS = /[´ˋ｀][^\s´ˋ｀`](?:[^´ˋ｀`\r\n\uE000]{0,60}[^\s´ˋ｀`])?[´ˋ｀]/g;

const ENDING = /^(?:e?s|d|ly|[bdgkmnprt]?(?:ing|ed|er)|able|ness|ify|ified|fied|ish|th|[xX]\d*)(?![\w`])/;

/** What tells that a pair of backticks is not the pair its author meant. */
function misplaced({ source: { text }, prose }: Piece, span: Range): Misplaced | undefined {
  // The marks of a code span that is known.
  const code = strip(text.slice(span.start, span.end), /`/);
  const before = text[span.start - 1] ?? ' ';
  const after = text[span.end] ?? ' ';
  if (code.trim() === '') return { what: 'has nothing in it' };
  const [begin, end] = [/^`*/, /`*$/].map((run) => run.exec(text.slice(span.start, span.end))![0].length);
  if (begin! > end!)
    return {
      what: 'begins with more backticks than it ends with',
      surplus: { start: span.start, end: span.start + begin! - end! },
    };
  if (/\w/.test(before)) return { what: 'begins in the middle of a word' };
  // `Vec`s and `pin`ning are words of their own.
  if (/^\w/.test(after) && !ENDING.test(text.slice(span.end, span.end + 8))) {
    const word = /^\w+(?:::\w+)*/.exec(text.slice(span.end, span.end + 60))![0];
    return {
      what: 'ends in the middle of a word',
      ...(/\w$/.test(code) ? { end: span.end + word.length } : {}),
    };
  }
  if (/^\s/.test(code) !== /\s$/.test(code) && /[\w{"']/.test(/^\s/.test(code) ? before : after))
    return { what: 'has a space at one end: is a backtick in the wrong place?' };
  // `{MIN,` MAX}: the bracket closes behind the span.
  const missing = unclosed(code);
  if (!missing) return surplus(code);
  const rest = prose.text.slice(span.end, span.end + 40);
  const close = rest.search(/[)\]}]/);
  if (close < 0 || rest[close] !== missing || /[([{\uE000\r\n]/.test(rest.slice(0, close))) return undefined;
  // The bracket that ends the link's text.
  if (missing === ']' && rest[close + 1] === '(') return undefined;
  return { what: `leaves the ${missing} that belongs to it outside`, end: span.end + close + 1 };
}

/** A closing bracket in a piece of code that has no opening one. */
function surplus(code: string): Misplaced | undefined {
  // `} else {` begins where another piece of code has ended.
  if (/^[)\]}].*[([{]$/.test(code)) return undefined;
  // `[0, 1)`, `0..n]`, `:)`, `}` and the like.
  if (code.length < 2 || !/\w/.test(code) || /^[[(].*[\])]$|^(?=[^()[\]{}]*\.\.)[^()[\]{}]*[)\]]$/.test(code))
    return undefined;
  const open: string[] = [];
  for (const char of code.replace(/'.'|"[^"]*"|->|=>/g, '')) {
    const pair = '([{'.indexOf(char);
    if (pair >= 0) open.push(')]}'[pair]!);
    else if (')]}'.includes(char) && open.pop() !== char)
      return { what: `has a ${char}, and what it closes is outside` };
  }
  return undefined;
}

/** The closing bracket that a piece of code lacks; undefined when its brackets are balanced or beyond telling. */
function unclosed(code: string): string | undefined {
  const open: string[] = [];
  for (const char of code) {
    if (char === '(') open.push(')');
    else if (char === '[') open.push(']');
    else if (char === '{') open.push('}');
    else if (char === ')' || char === ']' || char === '}') {
      if (open.pop() !== char) return undefined;
    }
  }
  return code.length > 1 ? open.at(-1) : undefined;
}
