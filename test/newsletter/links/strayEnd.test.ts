import { expect, it } from 'vitest';
import { strayEnd } from '../../../server/src/newsletter/links/strayEnd';

it.each([
  ['https://example.com/a,', 'https://example.com/a'],
  ['https://example.com/a%22', 'https://example.com/a'],
  ['https://example.com/a".', 'https://example.com/a'],
  ['https://example.com/a)', 'https://example.com/a'],
  ['https://example.com/(a))', 'https://example.com/(a)'],
  ['https://example.com/a%29', 'https://example.com/a'],
  ['https://example.com/a%20', 'https://example.com/a'],
  ['https://example.com/a*', 'https://example.com/a'],
  ['https://example.com/a**', 'https://example.com/a'],
  ['https://example.com/a”', 'https://example.com/a'],
  ['https://example.com/%22a%22%22', 'https://example.com/%22a%22'],
  ['https://example.com/a>', 'https://example.com/a'],
])('takes the end of %s off', (address, kept) => {
  expect(address.slice(0, strayEnd(address))).toBe(kept);
});

it.each([
  'https://example.com/issues?q=label:%22help+wanted%22',
  'https://example.com/issues?q=label:"help+wanted"',
  'https://example.com/Rust_(language)',
  'https://example.com/Rust_%28language%29',
  'https://example.com/?a=[b]',
  'https://example.com/?a=%5Bb%5D',
  "https://example.com/'a'",
  'https://example.com/“a”',
  'https://example.com/?q=*a*',
  'https://example.com/U.S.',
  'https://example.com/',
])('leaves %s as it is', (address) => {
  expect(strayEnd(address)).toBe(address.length);
});
