import { expect, test } from 'vitest';
import { parseMarkdown, renderBody } from '../../server/src/markdown/index';
import { domText } from './dom';

/** What Python-Markdown with the site's extensions makes of these texts. */
const CASES: readonly (readonly [title: string, text: string, html: string])[] = [
  [
    'footnotes are numbered in their order',
    [
      'One[^b], two[^a], none[^c], `[^a]`, \\[^a].',
      '',
      '[^a]: First with *emphasis*',
      'and a lazy line',
      '[^b]: Second',
      '    goes on',
      '',
      '    with a paragraph.',
      '',
      '    * and a list',
      '',
      'After.',
      '',
    ].join('\n'),
    [
      '<p>One<sup id="fnref:b"><a class="footnote-ref" href="#fn:b">2</a></sup>, two<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>, none[^c], <code>[^a]</code>, [^a].</p>',
      '<p>After.</p>',
      '<div class="footnote">',
      '<hr>',
      '<ol>',
      '<li id="fn:a">',
      '<p>First with <em>emphasis</em>',
      'and a lazy line\u00a0<a class="footnote-backref" href="#fnref:a" title="Jump back to footnote 1 in the text">↩</a></p>',
      '</li>',
      '<li id="fn:b">',
      '<p>Second',
      'goes on</p>',
      '<p>with a paragraph.</p>',
      '<ul>',
      '<li>and a list</li>',
      '</ul>',
      '<p><a class="footnote-backref" href="#fnref:b" title="Jump back to footnote 2 in the text">↩</a></p>',
      '</li>',
      '</ol>',
      '</div>',
    ].join('\n'),
  ],
  [
    'a footnote ends its paragraph, in lists and quotes too',
    [
      'Text[^1]',
      '[^1]: One',
      '',
      '* item[^2]',
      '',
      '    [^2]: Two',
      '',
      '> quote[^3]',
      '>',
      '> [^3]: Three',
      '>',
      '>     more',
      '',
      'End',
      '',
    ].join('\n'),
    [
      '<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>',
      '<ul>',
      '<li>',
      '<p>item<sup id="fnref:2"><a class="footnote-ref" href="#fn:2">2</a></sup></p>',
      '</li>',
      '</ul>',
      '<blockquote>',
      '<p>quote<sup id="fnref:3"><a class="footnote-ref" href="#fn:3">3</a></sup></p>',
      '</blockquote>',
      '<p>End</p>',
      '<div class="footnote">',
      '<hr>',
      '<ol>',
      '<li id="fn:1">',
      '<p>One\u00a0<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1 in the text">↩</a></p>',
      '</li>',
      '<li id="fn:2">',
      '<p>Two\u00a0<a class="footnote-backref" href="#fnref:2" title="Jump back to footnote 2 in the text">↩</a></p>',
      '</li>',
      '<li id="fn:3">',
      '<p>Three</p>',
      '<p>more\u00a0<a class="footnote-backref" href="#fnref:3" title="Jump back to footnote 3 in the text">↩</a></p>',
      '</li>',
      '</ol>',
      '</div>',
    ].join('\n'),
  ],
  [
    'a footnote may begin on the line below, and end without a paragraph',
    ['[^x]:', '    Below.', '', '        code', '', '[^y]: > quote', '', 'Here[^x], there [^Y]', ''].join(
      '\n',
    ),
    [
      '<p>Here<sup id="fnref:x"><a class="footnote-ref" href="#fn:x">1</a></sup>, there [^Y]</p>',
      '<div class="footnote">',
      '<hr>',
      '<ol>',
      '<li id="fn:x">',
      '<p>Below.</p>',
      '<div class="highlight"><pre><span></span><code>code',
      '</code></pre></div>',
      '<p><a class="footnote-backref" href="#fnref:x" title="Jump back to footnote 1 in the text">↩</a></p>',
      '</li>',
      '<li id="fn:y">',
      '<blockquote>',
      '<p>quote</p>',
      '</blockquote>',
      '<p><a class="footnote-backref" href="#fnref:y" title="Jump back to footnote 2 in the text">↩</a></p>',
      '</li>',
      '</ol>',
      '</div>',
    ].join('\n'),
  ],
  [
    "a label goes before a footnote's name, and a footnote is no link",
    ['[text][^1] and [text[^1]](https://example.com)', '[^1]: https://example.com/note', ''].join('\n'),
    [
      '<p>[text]<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> and <a href="https://example.com">text<sup id="fnref2:1"><a class="footnote-ref" href="#fn:1">1</a></sup></a></p>',
      '<div class="footnote">',
      '<hr>',
      '<ol>',
      '<li id="fn:1">',
      '<p>https://example.com/note\u00a0<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1 in the text">↩</a><a class="footnote-backref" href="#fnref2:1" title="Jump back to footnote 1 in the text">↩</a></p>',
      '</li>',
      '</ol>',
      '</div>',
    ].join('\n'),
  ],
];

for (const [title, text, html] of CASES)
  test(title, () => expect(domText(renderBody(`\n${text}`))).toBe(domText(html)));

test('a footnote knows where its name is', () => {
  const [, note] = parseMarkdown('Text[^name]\n\n [^name]: note').children;
  expect(note).toMatchObject({ type: 'footnoteDefinition', data: { label: { start: 16, end: 20 } } });
});

test('the name of a footnote is kept as it stands, and compared without case and extra spaces', () => {
  const [note] = parseMarkdown('[^ My  Note ]: x\n').children;
  expect(note).toMatchObject({ type: 'footnoteDefinition', identifier: '^my note', label: ' My  Note ' });
});

test('a footnote begins at most three columns in, and with its bracket', () => {
  const typeOf = (text: string) => parseMarkdown(text).children[0]!.type;
  expect(typeOf('   [^a]: x\n')).toBe('footnoteDefinition');
  expect(typeOf('    [^a]: x\n')).toBe('code');
  expect(typeOf('x [^a]: x\n')).toBe('paragraph');
});

test('a footnote takes the indented pieces after it, up to the next footnote', () => {
  const { children } = parseMarkdown('[^a]: x\n\n    y\n    z\n[^b]: w\n\n\n    v\n\nEnd.\n');
  expect(children.map(({ type, position }) => [type, position!.start.line, position!.end.line])).toEqual([
    ['footnoteDefinition', 1, 4],
    ['footnoteDefinition', 5, 8],
    ['paragraph', 10, 10],
  ]);
});
