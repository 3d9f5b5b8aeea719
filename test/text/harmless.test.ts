import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import {
  codeSpan,
  inMarkdown,
  painted,
  printed,
  printedJson,
  printedLine,
  printedLines,
} from '../../server/src/text/harmless';

const EVERY_CONTROL = Array.from({ length: 0xa0 }, (_, code) => code)
  .filter((code) => code < 0x20 || code >= 0x7f)
  .map((code) => String.fromCharCode(code))
  .join('');
const BIDI = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029';
const commanding = (text: string) =>
  [...text].filter((character) => character !== '\n' && (EVERY_CONTROL + BIDI).includes(character));

describe('text on a terminal', () => {
  it('shows control characters instead of sending them', () => {
    expect(printed('\u001b]0;title\u0007 a\u009bm\u202eb').text).toBe('␛]0;title␇ a\\u009bm\\u202eb');
    expect(commanding(printed(EVERY_CONTROL + BIDI).text)).toEqual([]);
    expect(commanding(printedLine`${EVERY_CONTROL + BIDI}`.text)).toEqual([]);
  });

  it('keeps the lines of a message, and one line one', () => {
    expect(printed('one\r\ntwo\n').text).toBe('one␍\ntwo\n');
    expect(printedLine`${'one\r\ntwo'}\n`.text).toBe('one␍␊two\n');
    expect(printedLines([printed('a'), printed('b')]).text).toBe('a\nb\n');
  });

  it.each([
    '::add-mask::x',
    '  ::stop-commands::x',
    'a\n\t::error file=x::y',
    'x ##[add-mask]y',
    '##[group]',
  ])('leaves GitHub’s runner nothing to obey in %j', (text) => {
    const [path, more] = [text.slice(0, 3), text.slice(3)];
    const lines = [
      printed(text),
      printedLine`${text}`,
      printedLine`${path}${more}`,
      printedLine`    ${text}`,
    ];
    for (const line of lines.flatMap((made) => made.text.split('\n'))) {
      // How the runner tells: white space off, then `::`; or `##[` anywhere.
      expect(line.trim()).not.toMatch(/^::/);
      expect(line).not.toContain('##[');
    }
  });

  it('leaves ordinary text as it is', () => {
    const text = 'draft/2026-02-25.md:6:5: info: Städte “東京” std::vec 🦀 e\u0301 [rule]\n';
    expect(printed(text).text).toBe(text);
    expect(printedLine`${'a.md'}:${1}: ${painted(31, 'err\u001bor')}`.text).toBe(
      'a.md:1: \u001b[31merr␛or\u001b[0m',
    );
  });

  it('keeps JSON the same value', () => {
    const value = { text: `${EVERY_CONTROL}${BIDI}🦀` };
    const json = printedJson(value, 2).text;
    expect(JSON.parse(json)).toEqual(value);
    expect(commanding(json)).toEqual([]);
  });
});

describe('text in Markdown', () => {
  it.each([
    '![x](https://example.com/track.png)',
    '[x](command:evil)',
    '<img src=x>',
    '&lt;b&gt; &copy;',
    '# no heading',
    '- no item',
    '1. no item',
    '> no quote',
    '```\nno code',
    '<https://example.com>',
    '**bold** _em_ `code` ~~gone~~ | a | b |',
    'a\n\nb',
    '[a]: https://example.com',
    'back\\slash \\[x\\](y)',
  ])('reads as itself: %j', (text) => {
    const { children } = fromMarkdown(inMarkdown(text));
    expect(children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', value: text.replace(/\s+/g, ' ') }] },
    ]);
  });

  it.each(['a', '`', 'a``b', ' x ', '`a`', ''])('is a code span: %j', (text) => {
    const { children } = fromMarkdown(codeSpan(text));
    expect(children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'inlineCode', value: text === '' ? '  ' : text }] },
    ]);
  });
});
