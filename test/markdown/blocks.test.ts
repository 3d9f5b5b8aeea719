import { describe, expect, test } from 'vitest';
import { renderBody } from '../../server/src/markdown';

/** The body without the white space between block elements, to keep the tables below readable. */
function html(markdown: string): string {
  return renderBody(`\n${markdown}`).replace(/>\n+</g, '><').replace(/>\n/g, '>').replace(/\n</g, '<');
}

function table(name: string, rows: readonly (readonly [markdown: string, expected: string])[]): void {
  describe(name, () => {
    test.each(rows)('%j', (markdown, expected) => expect(html(markdown)).toBe(expected));
  });
}

const heading = (depth: number, id: string, content: string) =>
  `<h${depth} id="${id}"><a class="toclink" href="#${id}">${content}</a></h${depth}>`;
const code = (value: string) => `<div class="highlight"><pre><span></span><code>${value}</code></pre></div>`;

table('lists', [
  ['* a\n* b', '<ul><li>a</li><li>b</li></ul>'],
  // Directly below a paragraph line there is no list, below a heading there is.
  ['text\n* a', '<p>text\n* a</p>'],
  ['# h\n* a', `${heading(1, 'h', 'h')}<ul><li>a</li></ul>`],
  // Nested items need four columns.
  ['* a\n    * b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['* a\n  * b', '<ul><li>a</li><li>b</li></ul>'],
  ['* a\n   * b', '<ul><li>a</li><li>b</li></ul>'],
  ['* a\n\t* b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['* a\n    * b\n        * c\n* d', '<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>'],
  // Another bullet goes on with the list, and so does a number.
  ['* a\n- b\n+ c', '<ul><li>a</li><li>b</li><li>c</li></ul>'],
  ['* a\n\n1. b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['3. a\n4. b', '<ol><li>a</li><li>b</li></ol>'],
  // Only the items beside an empty line get paragraphs.
  ['* a\n\n* b\n* c', '<ul><li><p>a</p></li><li><p>b</p></li><li>c</li></ul>'],
  ['* a\n\n    * b', '<ul><li><p>a</p><ul><li>b</li></ul></li></ul>'],
  ['* a\n\n    more', '<ul><li><p>a</p><p>more</p></li></ul>'],
  ['* a\n\n  more', '<ul><li>a</li></ul><p>more</p>'],
  ['* a\n    * b\n\n    * c', '<ul><li><p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul></li></ul>'],
  // A definition does not end a list.
  ['* a\n\n[x]: u\n\n* b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['* a\nlazy', '<ul><li>a\nlazy</li></ul>'],
  ['*no space', '<p>*no space</p>'],
  ['* a\n> q', '<ul><li>a<blockquote><p>q</p></blockquote></li></ul>'],
]);

table('headings', [
  ['#no space', heading(1, 'no-space', 'no space')],
  ['text\n## h ##\nmore', `<p>text</p>${heading(2, 'h', 'h')}<p>more</p>`],
  [' # h', '<p># h</p>'],
  ['####### seven', heading(6, 'seven', '# seven')],
  ['# a \\', '<p># a \\</p>'],
  ['text\n---', heading(2, 'text', 'text')],
  ['text\nmore\n---', '<p>text\nmore</p><hr>'],
  ['text\n===', heading(1, 'text', 'text')],
  ['* a\n# h', `<ul><li>a</li></ul>${heading(1, 'h', 'h')}`],
  // The ids of the table of contents.
  ['# A\n# A\n# A', heading(1, 'a', 'A') + heading(1, 'a_1', 'A') + heading(1, 'a_2', 'A')],
  ['# Größe & `x_y`', heading(1, 'groe-x_y', 'Größe &#x26; <code>x_y</code>')],
  ['#', heading(1, '_1', '')],
  ['# a {#own}', '<h1 id="own"><a class="toclink" href="#own">a</a></h1>'],
]);

table('code', [
  ['    a\n    b', code('a\nb')],
  ['\ta', code('a')],
  ['    a\n\n    b', code('a\n\nb')],
  ['    * a', code('* a')],
  ['```rust\nlet x;\n```', code('let x;')],
  ['text\n```\na\n```\nmore', `<p>text</p>${code('a')}<p>more</p>`],
  ['~~~\n# a\n\n* b\n~~~', code('# a\n\n* b')],
  // Info strings of more than a word, indented fences and open ones are no fences.
  ['```rust,ignore\na\n```', '<p><code>rust,ignore\na</code></p>'],
  ['* a\n\n    ```\n    b\n    ```', '<ul><li><p>a</p><p><code>b</code></p></li></ul>'],
  ['```\na', '<p>```\na</p>'],
  ['```\n\ta\n```', code('    a')],
]);

table('quotes', [
  ['> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
  ['> a\n\n> b', '<blockquote><p>a</p><p>b</p></blockquote>'],
  ['> a\nlazy', '<blockquote><p>a\nlazy</p></blockquote>'],
  ['text\n> a', '<p>text</p><blockquote><p>a</p></blockquote>'],
  ['> * a\n>     * b', '<blockquote><ul><li>a<ul><li>b</li></ul></li></ul></blockquote>'],
  ['>a\n>\n>b', '<blockquote><p>a</p><p>b</p></blockquote>'],
  ['> > a', '<blockquote><blockquote><p>a</p></blockquote></blockquote>'],
]);

table('tables', [
  [
    '| a | b |\n|---|:-:|\n| 1 | `x|y` |',
    '<table><thead><tr><th>a</th><th style="text-align: center;">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td style="text-align: center;"><code>x|y</code></td></tr></tbody></table>',
  ],
  [
    'a | b\n--|--',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table>',
  ],
  ['text\na | b\n--|--', '<p>text\na | b\n--|--</p>'],
  ['a | b\n--|--|--', '<p>a | b\n--|--|--</p>'],
]);

table('raw HTML', [
  // A comment at the start of a line is a block; a list can follow, unless a blank stands behind it.
  ['<!-- c -->\n* a', '<!-- c --><ul><li>a</li></ul>'],
  ['<!-- c --> \n* a', '<!-- c --><p>* a</p>'],
  ['text\n<!-- c -->\nmore', '<p>text</p><!-- c --><p>more</p>'],
  ['* a <!-- c -->\n* b', '<ul><li>a <!-- c --></li><li>b</li></ul>'],
  ['<!-- open', '<p>&#x3C;!-- open</p>'],
  // What opens a comment within a line reads on to the next end, and hides the blocks on its way.
  ['a <!-- b\n\n<!-- c -->', '<p>a &#x3C;!-- b</p><!-- c -->'],
  [
    '<details>\n<summary>s</summary>\n\n* a\n</details>\ntext',
    '<details><summary>s</summary>\n* a</details><p>text</p>',
  ],
  ['<div>\n```\nx\n```\n</div>', `<div>${code('x')}</div>`],
  ['<div>\n# a\n\n* b', '<div># a\n\n* b'],
  // An open tag reads on to the next `>`, unless a backtick comes where an attribute would go on.
  ['a <b c\n\n<!--\n\nd\n\n-->', '<p>a &#x3C;b c</p><p>&#x3C;!--</p><p>d</p><p>--></p>'],
  ['a <b `c`\n\n<!-- d -->', '<p>a &#x3C;b <code>c</code></p><!-- d -->'],
  ['a <b>c</b>', '<p>a <b>c</b></p>'],
  ['<small>a</small>', '<p><small>a</small></p>'],
]);

table('definitions', [
  ['[a]\n\n[a]: u', '<p><a href="u">a</a></p>'],
  ['[a]\n\n[a]: u\n[a]: v "t"', '<p><a href="v" title="t">a</a></p>'],
  ['one\n[a]: u\ntwo', '<p>one</p><p>two</p>'],
  ['> [a]: u\n\n[x][A]', '<blockquote></blockquote><p><a href="u">x</a></p>'],
  ['[a]:\n  u\n\n[a]', '<p><a href="u">a</a></p>'],
]);

table('breaks', [
  ['---', '<hr>'],
  ['* * *', '<hr>'],
  ['a\n***\nb', '<p>a</p><hr><p>b</p>'],
]);

test('the front matter ends at the first empty line', () => {
  expect(renderBody('Title: a\nDate: b\n\ntext')).toBe('<p>text</p>');
  expect(renderBody('Title: a\n\nCategory: b\n\ntext')).toBe('<p>Category: b</p>\n<p>text</p>');
  expect(renderBody('Title: a\r\n\r\ntext')).toBe('<p>text</p>');
  expect(renderBody('text\n\nmore')).toBe('<p>text</p>\n<p>more</p>');
  expect(renderBody('')).toBe('');
});
