import { remark } from 'remark';
import { expect, test } from 'vitest';
import { parseMarkdown, siteMarkdown } from '../../server/src/markdown';

test('the plugin makes remark read the site’s dialect', () => {
  const text = 'text\n```rust,ignore\n* no item\n```\n';
  const tree = remark().use(siteMarkdown).parse(text);
  expect(tree).toEqual(parseMarkdown(text));
  expect(tree.children.map((node) => node.type)).toEqual(['paragraph']);
});

test('the plugin knows labels that are defined elsewhere', () => {
  const [paragraph] = remark()
    .use(siteMarkdown, { definitions: new Set(['book']) })
    .parse('Read the [Book].').children;
  expect(paragraph).toMatchObject({ children: [{}, { type: 'linkReference', identifier: 'book' }, {}] });
});

test.each([
  ['line feeds', 'a\n\nb'],
  ['carriage returns and line feeds', 'a\r\n\r\nb'],
  ['carriage returns', 'a\r\rb'],
  ['a byte order mark', '\uFEFFa\n\nb'],
])('positions are those of the text, with %s', (_, text) => {
  const { children, position } = parseMarkdown(text);
  const at = text.indexOf('b');
  expect(children[1]?.position).toEqual({
    start: { line: 3, column: 1, offset: at },
    end: { line: 3, column: 2, offset: at + 1 },
  });
  expect(position?.end.offset).toBe(text.length);
});

test('a character that no text may hold is shown as one that stands for it', () => {
  expect(parseMarkdown('a\0b').children).toMatchObject([{ children: [{ value: 'a\uFFFDb' }] }]);
});
