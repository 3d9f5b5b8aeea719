import { describe, expect, it } from 'vitest';
import {
  canonicalForm,
  linkKey,
  mediumOf,
  parseUrl,
  redirectorOf,
  repositoryRoot,
  trackingParameters,
  withoutParameters,
} from '../../../server/src/newsletter/links/url';

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

describe('linkKey', () => {
  it.each([
    ['http://www.Example.com/a/', 'https://example.com/a'],
    ['https://example.com', 'https://example.com'],
    ['https://example.com/', 'https://example.com'],
    ['https://example.com//a///b/', 'https://example.com/a/b'],
    ['https://example.com/a?utm_source=x&id=1&fbclid=y#part', 'https://example.com/a?id=1#part'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://example.com/a#', 'https://example.com/a'],
    ['https://example.com/#episode-2', 'https://example.com#episode-2'],
    ['https://youtu.be/abcdefghijk?si=x', 'https://youtube.com/watch?v=abcdefghijk'],
    ['https://m.youtube.com/watch?v=abcdefghijk&t=12s', 'https://youtube.com/watch?v=abcdefghijk'],
    ['https://example.com/A', 'https://example.com/A'],
    [' not an address ', 'not an address'],
  ])('of %j is %j', (text, key) => expect(linkKey(text)).toBe(key));

  it('is its own key', () => {
    const key = linkKey('https://youtu.be/abcdefghijk?list=a&si=b#c');
    expect(linkKey(key)).toBe(key);
  });
});

describe('trackingParameters', () => {
  it.each([
    ['https://example.com/?utm_anything=1&b=2', ['utm_anything']],
    ['https://x.com/a/status/1?s=20&t=abc', ['s', 't']],
    ['https://example.com/?s=20&t=abc', []],
    ['https://github.com/a/b?ref=main', []],
    ['https://www.google.com/url?q=https%3A%2F%2Fexample.com&sa=D', []],
    ['https://www.google.com/maps?q=here&sa=D', ['sa']],
  ])('of %s', (text, names) => {
    expect(trackingParameters(url(text)).map(({ name }) => name)).toEqual(names);
  });

  it('leaves the rest as it is', () => {
    const text = 'https://example.com/?gclid=1&a=%2f+x&trk=2&b&fbclid=3#d';
    const ranges = withoutParameters(url(text), trackingParameters(url(text)));
    const kept = [...text].filter((_, at) => !ranges.some(({ start, end }) => start <= at && at < end));
    expect(kept.join('')).toBe('https://example.com/?a=%2f+x&b#d');
  });
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
