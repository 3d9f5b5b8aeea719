import { expect, test } from 'vitest';
import { PlainRenderer } from '../../../server/src/rules/ci/page';

const text = [
  'Title: X\nNumber: 1\n\n## A\n\n* [a][x] and [b](c)\n\n',
  '### B\n\n* <u>d</u>\n\n',
  '#### C\n\n[x]: https://example.com/x\n',
];

test('a renderer that has seen other versions writes what a new one writes', () => {
  const renderer = new PlainRenderer();
  const versions = [
    text.join(''),
    text.join('').replace('example.com/x', 'example.com/y'),
    text.slice(0, 2).join(''),
    [text[2], text[0], text[1]].join(''),
    text.join(''),
  ];
  for (const version of versions)
    expect(renderer.page(version).html).toBe(new PlainRenderer().page(version).html);
  expect(renderer.page(versions[1]!).html).toContain('<a href="https://example.com/y">a</a>');
  expect(renderer.page(versions[2]!).html).toContain('[a][x]');
});

test('an element is found where it was written', () => {
  const source = text.join('');
  const page = new PlainRenderer().page(source);
  const at = (markup: string) => page.placeAt(page.html.indexOf(markup))!;
  const written = (range: { start: number; end: number }) => source.slice(range.start, range.end);
  expect(written(at('<a href="c">'))).toBe('[b](c)');
  expect(written(at('<u>'))).toBe('<u>');
  expect(written(at('<h3>'))).toBe('### B');
  expect(written(at('<a href="https://example.com/x">').address)).toBe('[x]: https://example.com/x');
});

test('a processing instruction and CDATA are no text', () => {
  const page = new PlainRenderer().page('* <?a b?>\n* c < d <![CDATA[e]]> <? f\n');
  expect(page.html).toBe('<ul>\n<li><?a b?></li>\n<li>c &lt; d <![CDATA[e]]> &lt;? f</li>\n</ul>');
});

test('front matter is text, and nothing of the site’s extensions is read', () => {
  const html = new PlainRenderer().page('Title: X\n\n## A {#b}\n\n|a|b|\n|-|-|\n').html;
  expect(html).toBe('<p>Title: X</p>\n<h2>A {#b}</h2>\n<p>|a|b|\n|-|-|</p>');
});
