import { describe, expect, it } from 'vitest';
import {
  type FormatOptions,
  formatEdits,
  formatRangeEdits,
  formatText,
} from '../../../server/src/features/format/format';
import { PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const cache = new PieceCache();
const read = (text: string, uri = DRAFT_URI) => readIssue({ uri, text }, cache);
const format = (text: string, uri = DRAFT_URI, options?: FormatOptions) =>
  formatText(read(text, uri), options);
const off = (rules: readonly string[]): FormatOptions => ({
  rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])),
});

const OLD = DRAFT_URI.replace('2026-02-25', '2023-02-22');

describe('formatting', () => {
  it.each([
    ['bullets', '- [A](https://example.com/a)\n', '* [A](https://example.com/a)\n'],
    [
      'nesting',
      '* [A](https://example.com/a)\n  * [B](https://example.com/b)\n',
      '* [A](https://example.com/a)\n    * [B](https://example.com/b)\n',
    ],
    ['a blank line in a list', '* [A](https://example.com/a)\n\n* [B](https://example.com/b)\n', undefined],
    ['a heading below a list', '* [A](https://example.com/a)\n### Research\nText.\n', undefined],
    ['blanks and the last line', 'One.  \n\n\nTwo.\t', 'One.\n\nTwo.\n'],
    [
      'the gap below a heading',
      '### Research\n\n\n* [A](https://example.com/a)\n',
      '### Research\n* [A](https://example.com/a)\n',
    ],
    ['a paragraph below a heading', '### Research\n\nText.\n', '### Research\n\nText.\n'],
    ['emphasis of a formatter', '_This Week in Rust_ is here.\n', '*This Week in Rust* is here.\n'],
    [
      'spacing in event lines',
      '## Upcoming Events\n\n### Europe\n* 2026-03-04| Oslo,NO |[Rust Oslo](https://example.com/o)\n    * [**T**](https://example.com/t)\n',
      '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/o)\n    * [**T**](https://example.com/t)\n',
    ],
    [
      'the dash of the quote',
      '# Quote of the Week\n\n> Quite so.\n\n- [A](https://example.com/a)\n',
      '# Quote of the Week\n\n> Quite so.\n\n– [A](https://example.com/a)\n',
    ],
    ['code', '```\n- a  \n\n\n- b\n```\n', '```\n- a  \n\n\n- b\n```\n'],
  ])('puts right %s', (_, before, after) => {
    const expected =
      after ?? (before.includes('###') ? before.replace('\n###', '\n\n###') : before.replace('\n\n', '\n'));
    expect(format(before)).toBe(expected);
  });

  it('keeps the gap below headings where an era has it', () => {
    const text = '### Research\n\n* [A](https://example.com/a)\n';
    expect(format(text, OLD)).toBe(text);
  });

  it('leaves to the author what no formatter can know', () => {
    const text = `${FRONT}## Upcoming Events\n\n### Europe\n* 2025-03-04 | Oslo | [Rust Oslo](https://example.com/o?utm_source=x)\n    * [**T**](https://example.com/t)\n`;
    expect(format(text)).toBe(text);
  });

  it('leaves alone what is switched off', () => {
    const text = '- [A](https://example.com/a)\n';
    expect(format(text, DRAFT_URI, off(['list-bullet-style', 'formatter-damage']))).toBe(text);
    const ignore = [{ rule: 'list-bullet-style', line: text.trim() }];
    expect(format(text, DRAFT_URI, { rules: {}, ignore })).toBe(text);
  });

  it('undoes what other formatters do', () => {
    const events = Array.from(
      { length: 20 },
      (_, n) =>
        `* 2026-03-${String(n + 1).padStart(2, '0')} | Oslo, NO | [Rust Oslo](https://example.com/o)\n    * [**T ${n}**](https://example.com/${n})\n`,
    ).join('');
    const good = `${FRONT}*This Week in Rust* is here.\n\n## Upcoming Events\n\n### Europe\n${events}`;
    const damaged = good
      .replace(/\*This Week in Rust\*/, '_This Week in Rust_')
      .replace(/^ {4}\* /gm, '  - ')
      .replace(/^\* /gm, '- ')
      .replace(/^### Europe\n/m, '### Europe\n\n');
    expect(format(damaged)).toBe(good);
  });

  it('changes as little as it can', () => {
    const text = '* [😀 A](https://example.com/a)  \n- [B](https://example.com/b)\n';
    expect(formatEdits(read(text))).toEqual([
      { start: 31, end: 33, text: '' },
      { start: 34, end: 35, text: '*' },
    ]);
  });

  it('changes nothing outside the lines of a range', () => {
    const text = 'One. \nTwo. \nThree. \n';
    const edits = formatRangeEdits(read(text), { start: 7, end: 12 });
    expect(applyEdits(text, edits)).toBe('One. \nTwo.\nThree. \n');
    expect(formatRangeEdits(read(text), { start: 7, end: 7 })).toEqual(edits);
  });
});
