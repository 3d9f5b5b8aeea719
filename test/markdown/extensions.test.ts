import { expect, test } from 'vitest';
import { parseMarkdown } from '../../server/src/markdown/index';

const types = (text: string) =>
  parseMarkdown(text, { extensions: false }).children.map((node) =>
    node.type === 'paragraph' ? node.children.map((child) => child.type).join(' ') : node.type,
  );

test('without extensions a fence is a code span', () => {
  expect(types('```\nlet a = 1;\n```')).toEqual(['inlineCode']);
  expect(types('~~~\n# a\n~~~')).toEqual(['text', 'heading', 'text']);
});

test('without extensions a table is text', () => {
  expect(types('a | b\n--|--\n1 | 2')).toEqual(['text']);
});

test('without extensions braces are text', () => {
  const [heading, paragraph] = parseMarkdown('# A {#b}\n\n*c*{.d}', { extensions: false }).children;
  expect(heading).toMatchObject({ type: 'heading', children: [{ type: 'text', value: 'A {#b}' }] });
  expect(paragraph).toMatchObject({ children: [{ type: 'emphasis' }, { type: 'text', value: '{.d}' }] });
});

test('without extensions all of it is text', () => {
  const types = (text: string) => parseMarkdown(text, { extensions: false }).children.map(({ type }) => type);
  expect(types('T\n: d\n\n*[A]: b\n\n[^1]: a note')).toEqual(['paragraph', 'paragraph', 'paragraph']);
  expect(types('[^1]: note')).toEqual(['definition']);
});

test('without extensions an element that asks for Markdown is raw', () => {
  expect(parseMarkdown('<div markdown="1">\n*a*\n</div>', { extensions: false }).children).toMatchObject([
    { type: 'html', value: '<div markdown="1">\n*a*\n</div>' },
  ]);
});
