import { expect, test } from 'vitest';
import { renderBody } from '../../server/src/markdown/index';
import { domText } from './dom';

/** What Python-Markdown with the site's extensions makes of these texts. */
const CASES: readonly (readonly [title: string, text: string, html: string])[] = [
  [
    'Markdown in an element that asks for it',
    [
      'before',
      '<div class="a" markdown="1" id="b">',
      '*text*',
      '* no item',
      '',
      '* item',
      '</div>',
      'after',
      '',
      '<details markdown="block">',
      '<summary>Raw *text*</summary>',
      '',
      'more *text*',
      '</details>',
      '',
    ].join('\n'),
    [
      '<p>before</p>',
      '<div class="a" id="b">',
      '<p><em>text</em>',
      '* no item</p>',
      '<ul>',
      '<li>item</li>',
      '</ul>',
      '</div>',
      '<p>after</p>',
      '<details>',
      '<summary>Raw *text*</summary>',
      '<p>more <em>text</em></p>',
      '</details>',
    ].join('\n'),
  ],
  [
    'Markdown in elements within each other, and in none that does not ask',
    [
      "<section markdown='block'>",
      'a',
      '<aside markdown=1>',
      'b *c*',
      '</aside>',
      'd',
      '<div>raw *d*</div>',
      '</section>',
      '',
      '<div markdown="0">*e*</div>',
      '',
      '<div markdown="1">*f* g</div>',
      '',
    ].join('\n'),
    [
      '<section>',
      '<p>a</p>',
      '<aside>',
      '<p>b <em>c</em></p>',
      '</aside>',
      '<p>d</p>',
      '<div>raw *d*</div>',
      '</section>',
      '<div markdown="0">*e*</div>',
      '',
      '<div>',
      '<p><em>f</em> g</p>',
      '</div>',
    ].join('\n'),
  ],
];

for (const [title, text, html] of CASES)
  test(title, () => expect(domText(renderBody(`\n${text}`))).toBe(domText(html)));
