import { describe, expect, it } from 'vitest';
import {
  textFragment,
  trackingParameters,
  withoutParameters,
} from '../../../server/src/newsletter/links/tracking';
import { parseUrl } from '../../../server/src/newsletter/links/url';

const url = (text: string) => parseUrl(text)!;

describe('trackingParameters', () => {
  it.each([
    ['https://example.com/?utm_anything=1&b=2', ['utm_anything']],
    ['https://x.com/a/status/1?s=20&t=abc', ['s', 't']],
    ['https://example.com/?s=20&t=abc', []],
    ['https://github.com/a/b?ref=main', []],
    ['https://example.com/?via=this-week-in-rust&id=1', ['via']],
    ['https://example.com/?r=TWiR', ['r']],
    ['https://example.com/?campaign=twir-640', ['campaign']],
    ['https://example.com/?q=this+week+in+rust&search=twir', []],
    ['https://example.com/?a=twirl', []],
    ['https://example.com/?source=reddit&from=twitter.com&src=newsletter', ['source', 'from', 'src']],
    ['https://example.com/?source=main.rs&from=2024', []],
    [
      'https://example.com/?pk_campaign=a&mtm_kwd=b&hsa_acc=1&ttclid=c&_gl=d',
      ['pk_campaign', 'mtm_kwd', 'hsa_acc', 'ttclid', '_gl'],
    ],
    ['https://example.com/?at_medium=a&sc_channel=b&share_id=c', ['at_medium', 'sc_channel', 'share_id']],
    ['https://example.com/?at=1&sc=2&ga_x=3&clid=4', []],
    ['https://luma.com/calendar?e=evt-1&tk=2', ['tk']],
    ['https://luma.com/abc?e=somebody', ['e']],
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

describe('textFragment', () => {
  it.each([
    ['https://example.com/a#:~:text=b', 'https://example.com/a'],
    ['https://example.com/a?b=c#d:~:text=e', 'https://example.com/a?b=c#d'],
    ['https://example.com/a#d', 'https://example.com/a#d'],
  ])('of %s', (text, kept) => {
    expect(text.slice(0, textFragment(url(text))?.start)).toBe(kept);
  });
});
