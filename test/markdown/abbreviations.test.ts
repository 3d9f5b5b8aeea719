import { expect, test } from 'vitest';
import { renderBody } from '../../server/src/markdown/index';
import { domText } from './dom';

/** What Python-Markdown with the site's extensions makes of these texts. */
const CASES: readonly (readonly [title: string, text: string, html: string])[] = [
  [
    'abbreviations are explained wherever they are words',
    [
      '# ABC and **ABC**',
      '',
      'The ABC is `ABC`, xABC, ABC_x, ABC-1 in [an ABC](https://example.com "ABC").',
      '',
      '*[ABC]: A <small> "thing"',
      '',
    ].join('\n'),
    [
      '<h1 id="abc-and-abc"><a class="toclink" href="#abc-and-abc"><abbr title="A &lt;small&gt; &quot;thing&quot;">ABC</abbr> and <strong><abbr title="A &lt;small&gt; &quot;thing&quot;">ABC</abbr></strong></a></h1>',
      '<p>The <abbr title="A &lt;small&gt; &quot;thing&quot;">ABC</abbr> is <code>ABC</code>, xABC, ABC_x, <abbr title="A &lt;small&gt; &quot;thing&quot;">ABC</abbr>-1 in <a href="https://example.com" title="ABC">an <abbr title="A &lt;small&gt; &quot;thing&quot;">ABC</abbr></a>.</p>',
    ].join('\n'),
  ],
  [
    'an abbreviation cuts its paragraph and its item in two',
    [
      'Text with XY',
      '*[XY]: first',
      'and more XY',
      '',
      '* item QR',
      '*[QR]:',
      '  on the next line',
      '* QR',
      '',
    ].join('\n'),
    [
      '<p>Text with <abbr title="first">XY</abbr></p>',
      '<p>and more <abbr title="first">XY</abbr></p>',
      '<ul>',
      '<li>item <abbr title="on the next line">QR</abbr></li>',
      '<li><abbr title="on the next line">QR</abbr></li>',
      '</ul>',
    ].join('\n'),
  ],
  [
    'an abbreviation begins in column 1',
    [' *[AB]: no', '*[CD] : yes', '', 'AB and CD', ''].join('\n'),
    ['<p>*[AB]: no</p>', '<p>AB and <abbr title="yes">CD</abbr></p>'].join('\n'),
  ],
];

for (const [title, text, html] of CASES)
  test(title, () => expect(domText(renderBody(`\n${text}`))).toBe(domText(html)));

test('of two abbreviations the longer one counts', () => {
  expect(renderBody('\nC++ Builder and C\n\n*[C]: letter\n*[C++ B]: none\n*[C++ Builder]: tool\n')).toBe(
    '<p><abbr title="tool">C++ Builder</abbr> and <abbr title="letter">C</abbr></p>',
  );
});

test('what an autolink shows is no abbreviation', () => {
  expect(renderBody('\n<https://ABC.example>\n\n*[ABC]: letters\n')).toBe(
    '<p><a href="https://ABC.example">https://ABC.example</a></p>',
  );
});
