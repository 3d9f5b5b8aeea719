import { expect, test } from 'vitest';
import { PlainRenderer } from '../../../server/src/rules/ci/page';
import { soupTags } from '../../../server/src/rules/ci/python/soup';

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
  const at = (name: string, href?: string) => {
    for (const stretch of page.stretches)
      for (const tag of stretch.tags)
        if (tag.name === name && (href === undefined || tag.href === href)) return stretch.placeOf(tag)!;
    throw new Error(`no ${name}`);
  };
  const written = (range: { start: number; end: number }) => source.slice(range.start, range.end);
  expect(written(at('a', 'c'))).toBe('[b](c)');
  expect(written(at('u'))).toBe('<u>');
  expect(written(at('h3'))).toBe('### B');
  expect(written(at('a', 'https://example.com/x').address)).toBe('[x]: https://example.com/x');
});

test('a processing instruction and CDATA are no text', () => {
  const page = new PlainRenderer().page('* <?a b?>\n* c < d <![CDATA[e]]> <? f\n');
  expect(page.html).toBe('<ul>\n<li><?a b?></li>\n<li>c &lt; d <![CDATA[e]]> &lt;? f</li>\n</ul>');
});

test('front matter is text, and nothing of the site’s extensions is read', () => {
  const html = new PlainRenderer().page('Title: X\n\n## A {#b}\n\n|a|b|\n|-|-|\n').html;
  expect(html).toBe('<p>Title: X</p>\n<h2>A {#b}</h2>\n<p>|a|b|\n|-|-|</p>');
});

test('a page is cut only where no element begins before and ends after it', () => {
  const stretches = (source: string) => new PlainRenderer().page(source).stretches.length;
  expect(stretches('## A\n\n<!-- a -- b -->\n\n## B &amp; <small>c</small>\n\n## D\n')).toBe(3);
  // What single quotation marks and declarations mean is not told by one chunk alone.
  expect(stretches("## A\n\n## B <u title='b'>c</u>\n\n## D\n")).toBe(2);
  expect(stretches('## A <![CDATA[b]]>\n\n## C\n')).toBe(1);
});

test('elements of a page in pieces are those of the whole', () => {
  const parts = [
    '## A\n\n* [b](c)\n',
    '<!-- d -->\n',
    '<div>\n\ne\n',
    '</div>\n',
    '&#f\n',
    'g <u> h\n',
    '## I;\n',
    '<br>\n',
    '<a b="\n',
    '">\n',
    '<![CDATA[j\n',
    '\n## K\n',
    ']]>\n',
    '<script>\n',
    '</script>\n',
  ];
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let round = 0; round < 500; round += 1) {
    const source = Array.from(
      { length: 6 },
      () => `${parts[random(parts.length)]}${random(2) ? '\n' : ''}`,
    ).join('');
    const page = new PlainRenderer();
    const names = (tags: readonly { name: string; href: string | undefined }[]) =>
      tags.map(({ name, href }) => `${name} ${href}`);
    expect(names(page.page(source).stretches.flatMap(({ tags }) => tags)), source).toEqual(
      names(soupTags(page.page(source).html)),
    );
  }
});
