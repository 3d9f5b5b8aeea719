import { expect, it } from 'vitest';
import { collapsed } from '../../server/src/text/whitespace';

it.each([
  ['one two', 'one two'],
  ['one  two   three', 'one two three'],
  ['one\r\n\ttwo', 'one two'],
  ['one \n two', 'one two'],
  ['one\u00a0two', 'one two'],
  [' \n one\t', ' one '],
  ['', ''],
])('leaves one space for each run of white space: %j', (text, expected) => {
  expect(collapsed(text)).toBe(expected);
});
