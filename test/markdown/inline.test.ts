import { describe, expect, test } from 'vitest';
import { renderBody } from '../../server/src/markdown';

function table(name: string, rows: readonly (readonly [markdown: string, expected: string])[]): void {
  describe(name, () => {
    test.each(rows)('%j', (markdown, expected) => {
      expect(renderBody(`\n${markdown}\n\n[r]: /r "T"`)).toBe(`<p>${expected}</p>`);
    });
  });
}

table('links', [
  ['[a](u)', '<a href="u">a</a>'],
  ['[a] (u)', '[a] (u)'],
  ['[a](u "t")', '<a href="u" title="t">a</a>'],
  ["[a](u 't')", '<a href="u" title="t">a</a>'],
  ['[a](<u>)', '<a href="u">a</a>'],
  ['[a]( u )', '<a href="u">a</a>'],
  ['[a](u(v)w)', '<a href="u(v)w">a</a>'],
  ['[a](u\nv)', '<a href="u\nv">a</a>'],
  ['[a](u?b=c&amp;d&e)', '<a href="u?b=c&#x26;d&#x26;e">a</a>'],
  ['[a](x_y_z)', '<a href="x_y_z">a</a>'],
  ['[a](u', '[a](u'],
  ['[a(u)', '[a(u)'],
  ['[a [b] c](u)', '<a href="u">a [b] c</a>'],
  ['[a [b](v) c](u)', '<a href="u">a [b](v) c</a>'],
  ['[**a**](u)', '<a href="u"><strong>a</strong></a>'],
  ['[**a **](u)', '<a href="u">**a **</a>'],
  ['[`a](b)`](u)', '<a href="u"><code>a](b)</code></a>'],
  ['![a](u)', '<img alt="a" src="u">'],
  ['[![a](i)](u)', '<a href="u"><img alt="a" src="i"></a>'],
  ['<https://a.b/c_d_e>', '<a href="https://a.b/c_d_e">https://a.b/c_d_e</a>'],
  ['https://a.b', 'https://a.b'],
]);

table('references', [
  ['[r]', '<a href="/r" title="T">r</a>'],
  ['[R][]', '<a href="/r" title="T">R</a>'],
  ['[a][r]', '<a href="/r" title="T">a</a>'],
  ['[a] [r]', '<a href="/r" title="T">a</a>'],
  ['[a][x]', '[a][x]'],
  ['[a][x][r]', '[a][x]<a href="/r" title="T">r</a>'],
  ['[`r`]', '[<code>r</code>]'],
  ['![a][r]', '<img alt="a" src="/r" title="T">'],
]);

table('code spans', [
  ['`a*b*`', '<code>a*b*</code>'],
  ['`` a`b ``', '<code>a`b</code>'],
  ['`a', '`a'],
  ['```a`', '<code>``a</code>'],
  ['`a``', '`a``'],
  ['\\`a`', '`a`'],
  ['`<b>`', '<code>&#x3C;b></code>'],
  ['`&amp;`', '<code>&#x26;amp;</code>'],
]);

table('emphasis', [
  ['*a* _b_', '<em>a</em> <em>b</em>'],
  ['**a** __b__', '<strong>a</strong> <strong>b</strong>'],
  ['***a***', '<strong><em>a</em></strong>'],
  ['**a *b* c**', '<strong>a <em>b</em> c</strong>'],
  ['***a* b**', '<strong><em>a</em> b</strong>'],
  ['***a** b*', '<em><strong>a</strong> b</em>'],
  ['**a *b***', '<strong>a <em>b</em></strong>'],
  ['**text **', '**text **'],
  ['** text**', '** text**'],
  ['*a *', '*a *'],
  ['a*b*c', 'a<em>b</em>c'],
  ['a_b_c', 'a_b_c'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['**a', '**a'],
  ['*a\nb*', '<em>a\nb</em>'],
  // After a find the markers before it get another chance.
  ['**a *b*', '<em><em>a </em>b</em>'],
]);

table('escapes and characters', [
  ['\\*a\\*', '*a*'],
  ['\\<b', '\\&#x3C;b'],
  ['\\"', '\\"'],
  ['\\\\*a*', '\\<em>a</em>'],
  ['&copy; &nope; &#65; AT&T', '© &#x26;nope; A AT&#x26;T'],
  ['a  \nb', 'a<br>\nb'],
  ['a\\\nb', 'a\\\nb'],
  ['~~a~~', '~~a~~'],
  ['a\u0002b', 'ab'],
]);

table('HTML', [
  ['Vec<T>', 'Vec<T>'],
  ['Option<Vec<T>>', 'Option<Vec\\<T>>'],
  ['a < b > c', 'a &#x3C; b > c'],
  ['<@a> <3', '&#x3C;@a> &#x3C;3'],
  ['<a href="`b`">', '<a href="<code>b</code>">'],
  ['a <!-- *b* --> *c*', 'a <!-- *b* --> <em>c</em>'],
]);

table('attribute lists', [
  ['*a*{.b}', '<em class="b">a</em>'],
  ['[a](u){target=_blank}', '<a href="u" target="_blank">a</a>'],
  ['`f`{16}', '<code 16="">f</code>'],
  ['`f`{`16`, `32`}', '<code>f</code>{<code>16</code>, <code>32</code>}'],
]);
