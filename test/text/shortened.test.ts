import { describe, expect, it } from 'vitest';
import { inOneLine, shortened } from '../../server/src/text/shortened';

describe('shortened', () => {
  it.each([
    ['as long as it may be', 'abcdef', 'abcdef'],
    ['too long', 'abcdefg', 'abcde…'],
    ['a space at the cut', 'abcd fgh', 'abcd…'],
    ['over lines', 'ab \n cdefg', 'ab cd…'],
    ['over lines of Windows', 'ab \r\n cdefg', 'ab cd…'],
    ['a character of two units at the cut', 'abcd🦀fg', 'abcd…'],
    ['a character of two units before the cut', 'abc🦀efg', 'abc🦀…'],
  ])('%s', (_, text, short) => {
    expect(shortened(text, 6)).toBe(short);
  });

  it('joins lines of any ending', () => {
    expect(inOneLine('a\nb \r\n\r\n c\rd')).toBe('a b c d');
  });
});
