import type { Piece } from '../newsletter/issue/piece';
import type { Range } from '../text/sourceText';
import { definePieceRule } from './rule';

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
      found: ['1:42-43: Expected a second backtick in this paragraph or item, found none'],
      good: '* [make `Foo: Clone` not require `T: Clone`](https://example.com/a)\n',
    },
    {
      title: 'a bracket left outside',
      bad: '* [add `Foo::{MIN,` MAX}](https://example.com/a)\n',
      found: [
        '1:8-20 warning: Expected whole words or expressions between backticks, found `Foo::{MIN,` with } outside',
      ],
      good: '* [add `Foo::{MIN, MAX}`](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    const paragraphOf = ({ start }: Range) => lines[source.lineNumberAt(start)]!.head;
    const told = new Set<number>();
    for (const at of piece.prose.strayBackticks) {
      told.add(paragraphOf(at));
      report({
        at,
        message:
          at.end - at.start > 1
            ? 'Expected code between backticks, found nothing or no end'
            : 'Expected a second backtick in this paragraph or item, found none',
      });
    }
    for (const span of piece.prose.spans) {
      const what = misplaced(piece, span);
      // Where one is missing the others pair up wrongly: one finding is enough.
      if (!what || told.has(paragraphOf(span))) continue;
      report({
        at: span,
        severity: 'warning',
        message: `Expected whole words or expressions between backticks, found ${source.slice(span)} ${what}`,
      });
    }
  },
});

/** What tells that a pair of backticks is not the pair its author meant. */
function misplaced({ source: { text }, prose }: Piece, span: Range): string | undefined {
  const code = text.slice(span.start, span.end).replace(/^`+|`+$/g, '');
  const before = text[span.start - 1] ?? ' ';
  const after = text[span.end] ?? ' ';
  if (/\w/.test(before)) return 'within a word';
  if (/^\s/.test(code) !== /\s$/.test(code) && /[\w{"']/.test(/^\s/.test(code) ? before : after))
    return 'with a blank at one end';
  // `{MIN,` MAX}: the bracket closes behind the span.
  const missing = unclosed(code);
  if (!missing) return undefined;
  const rest = prose.text.slice(span.end, span.end + 40);
  const close = rest.search(/[)\]}]/);
  if (close < 0 || rest[close] !== missing || /[([{\uE000\r\n]/.test(rest.slice(0, close))) return undefined;
  // The bracket that ends the link's text.
  if (missing === ']' && rest[close + 1] === '(') return undefined;
  return `with ${missing} outside`;
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
