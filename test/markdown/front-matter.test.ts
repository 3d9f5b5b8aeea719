import { describe, expect, it } from 'vitest';
import { parseFrontMatter, renderBody } from '../../server/src/markdown/index';

/** What the fields say, the lines on which values go on, and the body. */
function read(text: string) {
  const { fields, bodyStart } = parseFrontMatter(text);
  return {
    fields: fields.map(({ key, value, more }) =>
      [key, value, ...more.map((at) => text.slice(at.start, at.end).trim())].join('|'),
    ),
    body: text.slice(bodyStart),
  };
}

describe('front matter', () => {
  it.each<[text: string, fields: string[], body: string]>([
    ['Title: A\nNote: b\n\nBody\n', ['Title|A', 'Note|b'], 'Body\n'],
    ['https://example.com/a\n\nBody\n', ['https|//example.com/a'], 'Body\n'],
    ['title:A\r\n   Save_as:\tb c \r\n\r\nBody', ['title|A', 'Save_as|b c'], 'Body'],
    ['Title: A\rDate: b\r\rBody', ['Title|A', 'Date|b'], 'Body'],
    ['---\nTitle: A\n---\nBody\n', ['Title|A'], 'Body\n'],
    ['--- yaml\nTitle: A\n...\nBody\n', ['Title|A'], 'Body\n'],
    ['Title: A\n-----\nBody\n', ['Title|A'], 'Body\n'],
    ['Title: A\n....and so on\nBody\n', ['Title|A'], 'Body\n'],
    [
      'Title: A\n    and more\n\tand again\nDate: b\n\nBody',
      ['Title|A|and more|and again', 'Date|b'],
      'Body',
    ],
    ['Title: A\nHello\nDate: b\n\nBody', ['Title|A'], 'Hello\nDate: b\n\nBody'],
    ['Title: A\n   Hello\n', ['Title|A'], '   Hello\n'],
    ['Title: A\nNot this : b\n', ['Title|A'], 'Not this : b\n'],
    ['Title: A\n## Heading\n', ['Title|A'], '## Heading\n'],
    ['Title: A\n \t\nBody', ['Title|A'], 'Body'],
    ['\uFEFFTitle: A\n\nBody', ['Title|A'], 'Body'],
    ['\nTitle: A\n\nBody', [], 'Title: A\n\nBody'],
    ['---\n\nTitle: A\n', [], 'Title: A\n'],
    ['    Title: A\n', [], '    Title: A\n'],
    ['Just text, with a: colon\n', [], 'Just text, with a: colon\n'],
    ['Title: A', ['Title|A'], ''],
    ['---', [], ''],
    ['', [], ''],
  ])('of %j', (text, fields, body) => {
    expect(read(text)).toEqual({ fields, body });
    expect(renderBody(text)).toBe(renderBody(`\n${body}`));
  });

  it('says where everything stands', () => {
    const text = '--- \n Title:  A b \n    c\n...\nBody\n';
    const block = parseFrontMatter(text);
    const slice = (at: { start: number; end: number } | undefined) => at && text.slice(at.start, at.end);
    expect(slice(block.range)).toBe('Title:  A b \n    c');
    expect(block.fields.map((field) => [slice(field.range), slice(field.valueRange)])).toEqual([
      ['Title:  A b ', 'A b'],
    ]);
    expect([slice(block.opening), slice(block.closing), block.stray]).toEqual(['--- ', '...', undefined]);
    expect(parseFrontMatter('Title: A\nHello\n').stray).toEqual({ start: 9, end: 14 });
  });

  it('was decided by the line that ends it', () => {
    expect(parseFrontMatter('Title: A\nHello\nmore').readTo).toBe('Title: A\nHello'.length);
    expect(parseFrontMatter('Title: A\n\nHello\nmore').readTo).toBe('Title: A\n\n'.length);
  });
});
