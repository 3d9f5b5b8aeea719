import { HTML_TAGS } from '../markdown/html/siteTags';
import { codeWord } from '../newsletter/issue/codeWord';
import { FILLER } from '../newsletter/issue/prose';
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
      fixes: ['Put it in backticks'],
      good: '* [Why `Vec<T>` grows](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.prose;
    let told = 0;
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      const tag = tagAt(text, at);
      if (!tag || at < told || holds(piece.code, at)) continue;
      const word = codeWord(text, tag);
      told = word.end;
      const fixable = !text.slice(word.start, word.end).includes(FILLER);
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
            ]
          : [],
      });
    }
  },
});

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
  if (HTML_TAGS.has(name.toLowerCase()) && !parameter) return undefined;
  return { start: at, end: at + match[0].length };
}
