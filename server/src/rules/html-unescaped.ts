import { HTML_TAGS } from '../markdown/html/siteTags';
import { codeWords } from '../newsletter/issue/codeWord';
import type { Piece } from '../newsletter/issue/piece';
import { FILLER } from '../newsletter/issue/prose';
import type { Edit } from '../text/edits';
import { holds, type Range } from '../text/sourceText';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'html-unescaped',
  summary: 'Angle brackets outside code that the site takes for a tag',
  why: 'Browsers show nothing for an unknown tag, so `Vec<T>` becomes Vec (#2783).',
  severity: 'error',
  fix: 'never',
  tags: ['changesSite', 'title', 'organiser'],
  examples: [
    {
      title: 'generics',
      bad: '* [Why Vec<T> grows](https://example.com/a)\n',
      found: [
        '1:8-14: Browsers show nothing for <T>, which is not an HTML tag of the site: put code in backticks',
      ],
      fixes: ['Put it in backticks', 'Write &lt; and &gt;'],
      good: '* [Why `Vec<T>` grows](https://example.com/a)\n',
    },
    {
      title: 'a name to be replaced',
      bad: '* [Accept a value for --at <NODE> and <PORT>](https://example.com/a)\n',
      found: [
        '1:28-34: Browsers show nothing for <NODE>, which is not an HTML tag of the site: put code in backticks',
        '1:39-45: Browsers show nothing for <PORT>, which is not an HTML tag of the site: put code in backticks',
      ],
      fixes: ['Put it in backticks', 'Write &lt; and &gt;', 'Remove the angle brackets'],
      good: '* [Accept a value for --at NODE and PORT](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.prose;
    for (const { code: tag, word } of codeWords(text, tags(piece))) {
      if (holds(piece.addresses, tag.start)) {
        report({
          at: tag,
          message: `Addresses have %3C and %3E for the brackets of ${text.slice(tag.start, tag.end)}`,
          fixes: [
            { title: 'Write %3C and %3E', preferred: true, edits: () => escaped(text, tag, '%3C', '%3E') },
          ],
        });
        continue;
      }
      const code = text.slice(word.start, word.end);
      const fixable = !code.includes(FILLER);
      // `<NAME>` by itself is to be replaced; after a word it is a type's parameter.
      const alone = !/\w/.test(text[tag.start - 1] ?? ' ');
      report({
        at: word,
        message: `Browsers show nothing for ${text.slice(tag.start, tag.end)}, which is not an HTML tag of the site: put code in backticks`,
        fixes: fixable
          ? [
              {
                title: 'Put it in backticks',
                preferred: true,
                edits: () => [
                  { start: word.start, end: word.start, text: '`' },
                  { start: word.end, end: word.end, text: '`' },
                ],
              },
              {
                title: 'Write &lt; and &gt;',
                edits: () => escaped(text, word, '&lt;', '&gt;'),
              },
              ...(alone
                ? [
                    {
                      title: 'Remove the angle brackets',
                      edits: () => [
                        {
                          start: tag.start,
                          end: tag.start + (text[tag.start + 1] === '/' ? 2 : 1),
                          text: '',
                        },
                        { start: tag.end - (text[tag.end - 2] === '/' ? 2 : 1), end: tag.end, text: '' },
                      ],
                    },
                  ]
                : []),
            ]
          : [],
      });
    }
  },
});

/** The angle brackets of a stretch of text, written in another way. */
function escaped(text: string, { start, end }: Range, open: string, close: string): Edit[] {
  return [...text.slice(start, end).matchAll(/[<>]/g)].map(({ index, 0: sign }) => ({
    start: start + index,
    end: start + index + 1,
    text: sign === '<' ? open : close,
  }));
}

/** The tags of a text in order, but for those in code. */
function tags({ prose: { text }, code }: Piece): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const tag = tagAt(text, at);
    if (tag && !holds(code, at)) found.push(tag);
  }
  return found;
}

/** What Python-Markdown takes for a tag. */
const TAG = /^<\/?([A-Za-z][^<>@ \r\n]*)(?: [^<>\r\n]*)?>/;
/** Nobody writes longer ones; looking no further keeps a text of nothing but `<` cheap. */
const LONGEST = 300;

function tagAt(text: string, at: number): Range | undefined {
  const before = text[at - 1] ?? ' ';
  // `\<` is told by another rule; `(<address>)` is a link's.
  if (before === '\\' || before === '(' || !/[A-Za-z/]/.test(text[at + 1] ?? ' ')) return undefined;
  const match = TAG.exec(text.slice(at, at + LONGEST));
  if (!match || /^(?:https?|mailto|ftp):/i.test(match[1]!)) return undefined;
  const name = /^[^/]*/.exec(match[1]!)![0];
  // `Option<A>` is no link, nor is `<B>` bold in a text about types.
  const closing = text[at + 1] === '/';
  const parameter = name.length === 1 && (name === name.toUpperCase() || (!closing && /[\w:]/.test(before)));
  // `<ADDRESS>` by itself is to be replaced by the reader; nobody writes HTML in capitals.
  const blank = /^[A-Z][A-Z_-]+$/.test(match[1]!) && !text.includes(`</${match[1]}>`);
  if (HTML_TAGS.has(name.toLowerCase()) && !parameter && !blank) return undefined;
  return { start: at, end: at + match[0].length };
}
