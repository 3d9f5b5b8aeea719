import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../server/src/markdown';
import type { Range } from '../../server/src/text/sourceText';

/** The first node of a type in the tree of a text. */
function find<Type extends Nodes['type']>(text: string, type: Type): Extract<Nodes, { type: Type }> {
  const search = (node: Nodes): Nodes | undefined =>
    node.type === type
      ? node
      : 'children' in node
        ? node.children.map((child) => search(child)).find((found) => found !== undefined)
        : undefined;
  return search(parseMarkdown(text)) as Extract<Nodes, { type: Type }>;
}

/** What stands at the ranges of an object. */
function slices(text: string, parts: object | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts ?? {}).map(([name, { start, end }]: [string, Range]) => [
      name,
      text.slice(start, end),
    ]),
  );
}

test.each([
  ['[Post](https://example.com/a)', { label: 'Post', address: 'https://example.com/a' }],
  ['[Post]( <https://example.com/a> )', { label: 'Post', address: 'https://example.com/a' }],
  [
    '[Post](https://example.com/a "Title")',
    { label: 'Post', address: 'https://example.com/a', title: 'Title' },
  ],
  // The site takes all up to the parenthesis as the address.
  ['[Post](https://example.com/a b)', { label: 'Post', address: 'https://example.com/a b' }],
  ['[a `b](c)` d](https://example.com/a)', { label: 'a `b](c)` d', address: 'https://example.com/a' }],
  ['[Post](https://example.com/(a))', { label: 'Post', address: 'https://example.com/(a)' }],
  ['> * **[Post](a)**', { label: 'Post', address: 'a' }],
  ['<https://example.com/a>', { label: 'https://example.com/a', address: 'https://example.com/a' }],
  [
    '* x\n  [two\n  lines](https://example.com/a)',
    { label: 'two\n  lines', address: 'https://example.com/a' },
  ],
])('the parts of a link: %j', (text, expected) => {
  expect(slices(text, find(text, 'link').data?.parts)).toEqual(expected);
});

test('the parts of an image', () => {
  const text = 'An ![image](a.png)';
  expect(slices(text, find(text, 'image').data?.parts)).toEqual({ label: 'image', address: 'a.png' });
});

test.each([
  ['[Post][id]\n\n[id]: a', { label: 'Post', reference: 'id' }],
  ['[id][]\n\n[id]: a', { label: 'id', reference: 'id' }],
  ['[id]\n\n[id]: a', { label: 'id', reference: 'id' }],
])('the parts of a link by label: %j', (text, expected) => {
  expect(slices(text, find(text, 'linkReference').data?.parts)).toEqual(expected);
});

test.each([
  ['[id]: https://example.com/a', { label: 'id', address: 'https://example.com/a' }],
  [
    '  [id]:\n  <https://example.com/a>\n  "Title"',
    { label: 'id', address: 'https://example.com/a', title: 'Title' },
  ],
  ['[id]: a (Title)', { label: 'id', address: 'a', title: 'Title' }],
])('the parts of a definition: %j', (text, expected) => {
  expect(slices(text, find(text, 'definition').data?.parts)).toEqual(expected);
});

test.each([
  ['## Heading ##', 'Heading', false],
  ['#Heading', 'Heading', false],
  ['##', '', false],
  ['Heading\n---', 'Heading', true],
])('the text of a heading, and how it is made one: %j', (text, content, setext) => {
  const { data } = find(text, 'heading');
  expect(slices(text, { content: data?.content })).toEqual({ content });
  expect(data?.setext).toBe(setext);
});

test.each([
  ['* a', '*'],
  ['  - a', '-'],
  ['12. a', '12.'],
])('the bullet of an item: %j', (text, bullet) => {
  expect(slices(text, { bullet: find(text, 'listItem').data?.bullet })).toEqual({ bullet });
});

test('the marks of fenced code', () => {
  const text = 'x\n\n```` rust\ncode\n````\n';
  expect(slices(text, find(text, 'code').data?.fence)).toEqual({ open: '````', close: '````', info: 'rust' });
});

test('comments, whether they end or not', () => {
  const comments = (text: string) =>
    parseMarkdown(text).data?.comments?.map((comment) => [comment.text, comment.closed]);
  expect(comments('<!-- a -->\n\n* b <!-- c -->\n')).toEqual([
    [' a ', true],
    [' c ', true],
  ]);
  expect(comments('`<!-- code -->`\n\n```\n<!-- code -->\n```\n')).toEqual([]);
  expect(comments('<div>\n<!-- a -->\n</div>\n')).toEqual([[' a ', true]]);
  expect(comments('* a <!-- b\n\nc <!-- d')).toEqual([[' b\n\nc <!-- d', false]]);
});

test('brackets and backticks that find no partner, with those that do', () => {
  const text = '* [a][b] (c] `d` \\[e\\] [f](g [h](i)`';
  const { data } = find(text, 'paragraph');
  const pairs = data?.brackets?.pairs.map(({ start, end, target }) => [
    text.slice(start, end),
    target && text.slice(target.start, target.end),
  ]);
  expect(pairs).toEqual([
    ['[a]', undefined],
    ['[b]', undefined],
    ['[f]', undefined],
    ['[h]', '(i)'],
  ]);
  expect(data?.brackets?.loose).toEqual([text.indexOf(']', text.indexOf('(c'))]);
  expect(data?.strayBackticks).toEqual([{ start: text.length - 1, end: text.length }]);
});

test('a text without brackets and backticks keeps nothing of them', () => {
  expect(find('* plain', 'paragraph').data).toEqual({ bare: true });
});

/** Kind, depth and reason of every line, as far as they are told. */
function lines(text: string): string[] {
  return (parseMarkdown(text).data?.lines ?? []).map(({ kind, bullet, depth, lost }) =>
    [kind, bullet, depth, lost].filter((part) => part !== undefined).join(' '),
  );
}

test.each([
  ['# a\ntext\n> b\n***', ['heading', 'text', 'quote', 'rule']],
  ['* a\n    - b\n\n1. c', ['item * 0', 'item - 1', 'blank', 'item 1 0']],
  ['text\n* a', ['text', 'item * paragraph']],
  ['<!-- a --> \n* b', ['comment', 'item * comment']],
  ['<!-- a -->\n* b', ['comment', 'item * 0']],
  ['text\n\n    * a\n    b', ['text', 'blank', 'item * code', 'text code']],
  ['* a\n        * b', ['item * 0', 'item * continuation']],
  ['a\n---', ['text', 'rule']],
  ['```\n* a\n```', ['fence', 'fence', 'fence']],
  // The site makes no code of it.
  ['```rust,ignore\n* a\n```', ['fence', 'fence', 'fence']],
  ['<div>\ntext\n</div>', ['html', 'html', 'html']],
  ['a|b\n-|-\n* c|d', ['text', 'text', 'item * paragraph']],
])('what each line is: %j', (text, expected) => expect(lines(text)).toEqual(expected));

test('a line tells which line begins its paragraph or item', () => {
  const heads = parseMarkdown('* a\nb\n\ntext\ntext\n* c\nd').data?.lines?.map(({ head }) => head);
  expect(heads).toEqual([0, 0, 2, 3, 3, 5, 5]);
});
