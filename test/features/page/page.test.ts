import { describe, expect, it, vi } from 'vitest';
import { renderDocument } from '../../../server/src/features/page/documents';
import { pageFindings, renderGitHubExcerpt, renderPage } from '../../../server/src/features/page/page';
import { PageCache } from '../../../server/src/features/page/pageCache';
import { renderPreview } from '../../../server/src/features/page/preview';
import { renderBody } from '../../../server/src/markdown/index';
import { digestIssue } from '../../../server/src/newsletter/archive/digest';
import { PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue } from '../../../server/src/rules/check';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';
import { htmlOfPieces, wholePage } from '../../helpers/page';

const read = (body: string, pieces?: PieceCache) => readIssue({ uri: DRAFT_URI, text: FRONT + body }, pieces);
const page = (body: string) => renderPage(read(body), new PageCache());
/** Makes the page of one version after the other. */
const follower = (cache = new PageCache()) => {
  const pieces = new PieceCache();
  return (body: string) => renderPage(read(body, pieces), cache);
};
const html = (body: string) =>
  page(body)
    .pieces.map((piece) => piece.html)
    .join('');

describe('front matter', () => {
  const FIELDS = 'Title: This Week in Rust 640\nDate: 2026-02-25\n';
  it.each([
    ['an unknown key', `Note: one\n${FIELDS}\nHello.\n`, 1],
    ['fences', `---\n${FIELDS}---\nHello.\n`, 2],
    ['dots', `${FIELDS}...\nHello.\n`, 1],
    ['text among the fields', `${FIELDS}Hello.\nCategory: This Week in Rust\n`, 1],
    ['a value on two lines', `${FIELDS}    or so\n\nHello.\n`, 1],
  ])('with %s is hidden as on the site, and told', (_, text, count) => {
    const issue = readIssue({ uri: 'untitled:1', text });
    const words = (shown: string) => shown.replace(/<[^>]*>/g, '').trim();
    expect(words(renderPreview(issue).html)).toBe(words(renderBody(text)));
    expect(digestIssue('untitled:1', text)?.date).toBe(issue.date);
    expect(issue.date).toBe('2026-02-25');
    const told = checkIssue(issue).filter(
      ({ rule, message }) => rule === 'front-matter-form' && !message.includes('missing'),
    );
    expect(told).toHaveLength(count);
  });
});

describe('pieces', () => {
  const BODY =
    '## A\nSee [this][x].\n\n## B\n* [One](https://example.com/1)\n\n## A\nEnd.\n\n[x]: https://example.com/x\n';

  it('are those of the whole page', () => {
    expect(htmlOfPieces(page(BODY).pieces)).toBe(wholePage(read(BODY)));
  });

  it('change alone', () => {
    const follow = follower();
    const before = follow(BODY).pieces;
    const after = follow(BODY.replace('One', 'Two')).pieces;
    expect(after.map(({ key }, index) => key === before[index]!.key)).toEqual(
      before.map((_, index) => index !== 1),
    );
  });

  it('are all kept, however many they are', () => {
    const cache = new PageCache();
    const keep = vi.spyOn(cache, 'keepPiece');
    const body = Array.from({ length: 1000 }, (_, n) => `## Part ${n}\n\n`).join('');
    const follow = follower(cache);
    follow(body);
    follow(body.replace('Part 500', 'Part x'));
    const [before, after] = [keep.mock.calls.slice(0, 1000), keep.mock.calls.slice(1000)];
    expect(after.map(([, piece], n) => piece === before[n]![1]).filter((isKept) => !isKept)).toEqual([false]);
  });

  it('keep their HTML when lines are put in above', () => {
    const follow = follower();
    const before = follow(BODY).pieces;
    const after = follow(`Welcome.\n\n${BODY}`).pieces;
    expect(after.slice(1).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(after.at(-1)!.line).toBe(before.at(-1)!.line + 2);
  });

  it('follow what they take from elsewhere: definitions and ids of headings', () => {
    const follow = follower();
    follow(BODY);
    const moved = follow(BODY.replace('example.com/x', 'example.com/y')).pieces;
    expect(moved[0]!.html).toContain('href="https://example.com/y"');
    const renamed = follow(BODY.replace('## A\nSee', '## C\nSee')).pieces;
    expect(renamed[2]!.html).toContain('id="user-content-a"');
    const back = follow(BODY).pieces;
    expect(back.map(({ key }) => key)).toEqual(page(BODY).pieces.map(({ key }) => key));
  });

  const NOTES =
    'An ABC[^a].\n\n## A\nAnd[^b], and[^a].\n\n## B\nEnd.\n\n[^b]: Note\n[^a]: Other\n\n*[ABC]: letters\n';

  it('end with the footnotes', () => {
    const pieces = page(NOTES).pieces.map((piece) => piece.html);
    expect(pieces[0]).toContain(
      '<p data-source-line="0">An <abbr title="letters">ABC</abbr><sup id="user-content-fnref:a">' +
        '<a class="footnote-ref" href="#fn:a">2</a></sup>.</p>',
    );
    expect(pieces[1]).toContain('id="user-content-fnref2:a"');
    expect(pieces.at(-1)).toMatch(
      /^<div class="footnote">\s*<hr>\s*<ol>\s*<li id="user-content-fn:b">\s*<p>Note\u00a0<a class="footnote-backref"/,
    );
    expect(pieces.at(-1)!.match(/footnote-backref/g)).toHaveLength(3);
  });

  it('follow footnotes and abbreviations that stand further down', () => {
    const follow = follower();
    follow(NOTES);
    for (const text of [
      NOTES.replace('[^b]: Note\n', ''),
      NOTES.replace(': letters', ': a beginning'),
      NOTES.replace('And[^b], and[^a]', 'And[^a], and[^b]'),
      NOTES.replace('An ABC[^a]', 'An ABC'),
      NOTES,
    ])
      expect(follow(text).pieces).toEqual(page(text).pieces);
  });

  it('hold together what an open element holds', () => {
    const { pieces } = page('## A\n<small>text\n\n## B\nmore</small>\n\n## C\n');
    expect(pieces.map(({ line }) => line)).toEqual([5, 11]);
  });

  it('have the headings of the page', () => {
    expect(page(BODY).contents).toEqual([
      { level: 2, text: 'A', id: 'a', line: 5 },
      { level: 2, text: 'B', id: 'b', line: 8 },
      { level: 2, text: 'A', id: 'a_1', line: 11 },
    ]);
  });
});

describe('HTML of the author', () => {
  it('shows as on the site', () => {
    expect(html('<small>[Discuss](https://example.com/r)</small>\n')).toMatch(
      /<small><a href="https:\/\/example.com\/r">Discuss<\/a><\/small>/,
    );
    expect(html('<details>\n<summary>More</summary>\n<p>Text</p>\n</details>\n')).toMatch(
      /<details>\s*<summary>More<\/summary>\s*<p>Text<\/p>\s*<\/details>/,
    );
  });

  it('shows placeholders where they stand, and no other comments', () => {
    const shown = html('## Crate of the Week\n\n<!-- COTW goes here -->\n\n<!-- a note -->\n');
    expect(shown).toMatch(/<p class="twir-placeholder" [^>]*data-source-line="2">COTW goes here<\/p>/);
    expect(shown).not.toContain('a note');
    expect(html('* [Thread](INSERT_LINK_HERE)\n')).toContain('class="twir-placeholder"');
  });

  it.each([
    ['a comment without end', '<!-- a\n\n<script>alert(1)</script>\n'],
    ['a style that ends early', '</style><style>p { color: red }</style>\n'],
    ['a tag without end', '<img src="https://example.com/a" onerror="alert(1)"\n'],
    [
      'a script in a vector image',
      '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>\n',
    ],
    ['a script in a template', '<template><script>alert(1)</script></template>\n'],
    ['a frame with a document', '<iframe srcdoc="<script>alert(1)</script>"></iframe>\n'],
    ['addresses that run', '<a href=" jav&#x09;ascript:alert(1)">x</a> <a href="data:text/html,x">y</a>\n'],
    ['a form', '<form action="https://example.com"><input onfocus="alert(1)" autofocus></form>\n'],
    ['another base', '<base href="https://example.com"><meta http-equiv="refresh" content="0">\n'],
    ['an attribute in an odd place', '<p/onclick=alert(1)>x</p><b style="position: fixed">y</b>\n'],
  ])('does no harm: %s', (_, body) => {
    for (const shown of [
      html(body),
      renderDocument(read(body), 'site').replace(/<head>[\s\S]*?<\/head>/, ''),
    ]) {
      expect(shown).not.toMatch(/<(?:script|style|iframe|form|input|svg|base|meta|template)\b/i);
      expect(shown).not.toMatch(/<[^>]*(?:\son\w+=|href="\s*(?:javascript|data):|srcdoc|style=)/i);
    }
  });

  it('shows HTML that nests beyond reason as text', () => {
    expect(html(`${'<b>'.repeat(100)}x\n`)).toContain('&#x3C;b>');
  });
});

describe('documents', () => {
  const BODY = '## A\n> one\n> two\n\n| a |\n|---|\n| `b` |\n\n<!-- COTW goes here -->\n';

  it('are whole pages that load nothing', () => {
    for (const theme of ['site', 'email'] as const) {
      const text = renderDocument(read(BODY), theme);
      expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
      expect(text).toContain('<title>This Week in Rust 640</title>');
      expect(text).toContain('25 FEB 2026');
      expect(text).not.toMatch(/<(?:script|link|img)\b|@import|url\(/);
      expect(text).not.toContain('COTW goes here');
      expect(text).not.toContain('data-source-line');
      expect(text).toContain('<h2 id="a"');
    }
  });

  it('have a title that leads to the issue on the site', () => {
    expect(renderDocument(read(BODY), 'site')).toContain(
      '<a href="https://this-week-in-rust.org/blog/2026/02/25/this-week-in-rust-640/">This Week in Rust 640</a>',
    );
  });

  it('carry a mail’s styles in its elements, with dark ones apart', () => {
    const text = renderDocument(read(BODY), 'email');
    expect(text).toMatch(/<p style="[^"]*white-space: pre-line[^"]*">one\ntwo<\/p>/);
    expect(text).toMatch(/<code style="[^"]*font-family: monospace/);
    expect(text).toMatch(/max-width: 660px/);
    expect(text).toMatch(/@media \(prefers-color-scheme: dark\)/);
    expect(text).not.toContain('light-dark(');
  });

  it('need no front matter', () => {
    for (const theme of ['site', 'email'] as const)
      expect(renderDocument(readIssue({ uri: 'file:///x.md', text: '## A\n' }), theme)).toContain(
        'This Week in Rust',
      );
  });
});

describe('findings on the page', () => {
  it('tell where the site breaks what GitHub shows', () => {
    const issue = read('This is new:\n* [One](https://example.com/1)\n');
    const found = pageFindings(issue, checkIssue(issue)).find(({ rule }) => rule === 'list-needs-blank-line');
    expect(found).toMatchObject({ line: 6, severity: 'error', breaks: true });
    expect(renderGitHubExcerpt(issue, found!.line)).toMatch(/<p>This is new:<\/p>\s*<ul>/);
  });

  it('show GitHub’s reading without harm', () => {
    const issue = read('[a](javascript:alert(1)) <script>alert(1)</script>\n');
    expect(renderGitHubExcerpt(issue, 5)).not.toMatch(/javascript|<script/);
  });
});
