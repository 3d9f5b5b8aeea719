import { describe, expect, it } from 'vitest';
import {
  canonicalForm,
  looksShortened,
  mediumOf,
  parseUrl,
  redirectorOf,
  repositoryRoot,
} from '../../../server/src/newsletter/links/url';
import { applyEdits } from '../../../server/src/text/edits';

const url = (text: string) => parseUrl(text)!;

describe('parseUrl', () => {
  it('takes an address apart as it is written', () => {
    const parsed = url('HTTPS://Example.com:8080/A%20b/?q=1&amp;r&s=#top');
    expect(parsed).toMatchObject({
      scheme: 'https',
      host: 'example.com:8080',
      path: '/A%20b/',
      fragment: 'top',
    });
    expect(parsed.parameters.map(({ name, value }) => [name, value])).toEqual([
      ['q', '1'],
      ['r', undefined],
      ['s', ''],
    ]);
    expect(parsed.text.slice(parsed.parameters[1]!.start, parsed.parameters[1]!.end)).toBe('r');
  });

  it.each(['', 'example', 'www.example.com', 'mailto:a@example.com', 'https:/example.com', '#top'])(
    'finds no host in %j',
    (text) => expect(parseUrl(text)).toBeUndefined(),
  );
});

describe('redirectorOf', () => {
  it.each([
    ['https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa%20b', 'https://example.com/a%20b'],
    ['https://href.li/?https://example.com/?a=b', 'https://example.com/?a=b'],
    ['https://bit.ly/abc', undefined],
    ['https://www.google.com/url?q=nothing', undefined],
  ])('of %s', (text, target) => expect(redirectorOf(url(text))).toMatchObject({ target }));

  it.each(['https://bit.ly', 'https://www.google.com/search?q=a', 'https://example.com/url?q=https://a.b'])(
    'is none: %s',
    (text) => expect(redirectorOf(url(text))).toBeUndefined(),
  );
});

describe('looksShortened', () => {
  it.each([
    'https://t.ly/a8Xk2',
    'https://q9.gg/x/',
    'https://s.id/2AbCd',
    'http://1pt.co/k3b9z',
    'https://v.gd/JkLmNoP',
  ])('%s', (text) => expect(looksShortened(url(text))).toBe(text !== 'https://q9.gg/x/'));

  it.each([
    'https://a.io/',
    'https://a.io/about',
    'https://a.io/2024',
    'https://a.io/rust2024',
    'https://a.io/RustConf',
    'https://a.io/a8Xk2/more',
    'https://a.io/a8Xk2?b=c',
    'https://docs.rs/h2o4you',
    'https://luma.com/a8x2k4',
    'https://lu.ma/a8x2k4',
    'https://example.com/a8Xk2',
  ])('not %s', (text) => expect(looksShortened(url(text))).toBe(false));
});

describe('canonicalForm', () => {
  it('knows since when a name is used', () => {
    expect(canonicalForm(url('https://twitter.com/a'), '2022-11-23')).toBeUndefined();
    expect(canonicalForm(url('https://twitter.com/a'), '2026-02-25')).toMatchObject({ host: 'x.com' });
  });

  it('is not sure of mobile hosts', () => {
    expect(canonicalForm(url('https://m.example.com/a'))).toMatchObject({ host: 'example.com', sure: false });
    expect(canonicalForm(url('https://amp.dev/a'))).toBeUndefined();
  });
});

describe('canonicalForm of pages', () => {
  it.each([
    ['https://www.youtube.com/watchv=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://www.youtube.com/watch/v=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://yewtu.be/watch?v=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://example.com/2026/a-post-of-mine/amp', 'https://example.com/2026/a-post-of-mine/'],
    ['https://example.com/crates/amp', 'https://example.com/crates/amp'],
  ])('%s', (text, right) => {
    expect(applyEdits(text, canonicalForm(url(text))?.edits ?? [])).toBe(right);
  });
});

describe('pages', () => {
  it.each([
    ['https://www.youtube.com/watch?v=a', 'video'],
    ['https://www.youtube.com/@example', undefined],
    ['https://netstack.fm/#episode-5', 'audio'],
    ['https://corrode.dev/podcast/s01e01-a/', 'audio'],
    ['https://corrode.dev/blog/a/', undefined],
  ])('medium of %s', (text, medium) => expect(mediumOf(url(text))).toBe(medium));

  it.each([
    ['https://github.com/a/b', 'a/b'],
    ['https://github.com/a/b/?tab=readme-ov-file#c', 'a/b'],
    ['https://github.com/a/b/issues', undefined],
    ['https://github.com/topics/rust', undefined],
    ['https://example.com/a/b', undefined],
  ])('repository of %s', (text, name) => expect(repositoryRoot(url(text))).toBe(name));
});
