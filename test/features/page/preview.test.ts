import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { renderPreview, sanitizePreview } from '../../../server/src/features/page/preview';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const render = (body: string) => renderPreview(readIssue({ uri: DRAFT_URI, text: FRONT + body }));

describe('preview', () => {
  it('has the title and the article without its front matter', () => {
    const { title, html } = render('## Official\n* [A post](https://example.com/a)\n');
    expect(title).toBe('This Week in Rust 640');
    expect(html).not.toContain('Category');
    expect(html).toContain('<a href="https://example.com/a">A post</a>');
  });

  it('tells the lines of its blocks', () => {
    const { html } = render('## Official\n* [A post](https://example.com/a)\n* [B](https://example.com/b)\n');
    expect(html).toMatch(/<h2[^>]* data-source-line="5"/);
    expect(html).toMatch(/<li[^>]* data-source-line="7"/);
  });

  it('resolves references over the whole issue and tells equal headings apart', () => {
    const { html } = render('## A\nSee [this][x].\n\n## A\n\n[x]: https://example.com/x\n');
    expect(html).toContain('<a href="https://example.com/x">this</a>');
    const ids = [...html.matchAll(/<h2[^>]* id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('aligns the cells of tables without styles', () => {
    const { html } = render('| a | b |\n|:-:|--:|\n| 1 | 2 |\n');
    expect(html).toContain('<th align="center">a</th>');
    expect(html).toContain('<td align="right">2</td>');
    expect(html).not.toContain('style');
  });

  it('counts lines alike in CRLF documents', () => {
    const text = `${FRONT}## Official\n* [A post](https://example.com/a)\n`.replace(/\n/g, '\r\n');
    const { html } = renderPreview(readIssue({ uri: DRAFT_URI, text }));
    expect(html).toMatch(/<li[^>]* data-source-line="6"/);
  });

  it.each([
    ['a script', '<script>alert(1)</script>\n'],
    ['a handler', '<img src="https://example.com/a.png" onerror="alert(1)">\n'],
    ['a handler in a paragraph', 'Text <b onclick="alert(1)">bold</b>\n'],
    ['a link with a program', '* [A post](javascript:alert(1))\n'],
    ['a link with data', '* [A post](data:text/html,alert(1))\n'],
    ['a link with a command', '* [A post](command:workbench.alert)\n'],
    ['an image with a program', '![x](javascript:alert(1))\n'],
    ['an autolink with a program', '<javascript:alert(1)>\n'],
    ['a style', '<style>body { background: url(https://example.com/alert) }</style>\n'],
    ['a frame', '<iframe src="https://example.com/alert"></iframe>\n'],
    ['a form', '<form action="https://example.com/alert"><button>Go</button></form>\n'],
    ['a vector image', '<svg onload="alert(1)"><script>alert(1)</script></svg>\n'],
    ['another base', '<base href="https://example.com/alert/">\n'],
    ['a redirection', '<meta http-equiv="refresh" content="0;url=https://example.com/alert">\n'],
  ])('drops %s', (_, body) => {
    const { html } = render(`## Official\n\n${body}`);
    expect(html).not.toMatch(/<(?:script|style|iframe|form|svg|base|meta|object|button)\b/i);
    expect(html).not.toMatch(/<[^>]*(?:\son\w+=|javascript:|data:text|command:|style=)/i);
  });

  it('drops what a tree made of raw HTML may hold', () => {
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'element',
          tagName: 'script',
          properties: {},
          children: [{ type: 'text', value: 'alert(1)' }],
        },
        {
          type: 'element',
          tagName: 'style',
          properties: {},
          children: [{ type: 'text', value: 'alert' }],
        },
        {
          type: 'element',
          tagName: 'p',
          properties: { onClick: 'alert(1)', style: 'color: red', dataSourceLine: 3 },
          children: [
            {
              type: 'element',
              tagName: 'a',
              properties: { href: 'JaVaScRiPt:alert(1)' },
              children: [{ type: 'text', value: 'link' }],
            },
            { type: 'raw', value: '<img src=x onerror=alert(1)>' },
          ],
        },
      ],
    };
    expect(toHtml(sanitizePreview(tree))).toBe('<p data-source-line="3"><a>link</a></p>');
  });

  it('never throws, whatever the text', () => {
    const text = `${FRONT}## A\n* [b](<https://example.com/> "c")\n\n| a | b |\n|---|---|\n| <b | \`c |\n\n<!-- d\n`;
    for (let end = 0; end <= text.length; end += 1) {
      renderPreview(readIssue({ uri: DRAFT_URI, text: text.slice(0, end) }));
    }
  });
});
