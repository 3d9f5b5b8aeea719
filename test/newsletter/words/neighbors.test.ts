import { describe, expect, it } from 'vitest';
import { neighbors } from '../../../server/src/newsletter/words/neighbors';
import { hashOf, ReplacedHashes, UsualWords } from '../../../server/src/newsletter/words/usualWords';

function usual(...words: string[]): UsualWords {
  const known = new UsualWords();
  for (const word of words) known.add(word);
  return known;
}

describe('words near another', () => {
  it.each([
    ['swapped', 'useflu', 'useful'],
    ['a letter more', 'usful', 'useful'],
    ['a letter more at the end', 'usefu', 'useful'],
    ['a letter more at the beginning', 'seful', 'useful'],
    ['a letter less', 'userful', 'useful'],
    ['another letter', 'usefil', 'useful'],
  ])('are found: %s', (_, word, near) => {
    expect(neighbors(word, usual('other', near, 'words'))).toEqual([near]);
  });

  it('come in the order in which fingers slip', () => {
    const words = usual('abcxe', 'abced', 'abcdef', 'abcd');
    expect(neighbors('abcde', words)).toEqual(['abced', 'abcdef', 'abcd', 'abcxe']);
  });

  it('are none where nothing is in use', () => {
    expect(neighbors('useful', usual())).toEqual([]);
  });

  it('have the hashes of the texts that they are', () => {
    const hashes = new ReplacedHashes('abcde');
    for (const [text, start, end] of [
      ['', 0, 1],
      ['x', 2, 2],
      ['xyz', 1, 4],
      ['', 4, 5],
      ['x', 5, 5],
    ] as const)
      expect(hashes.with(text, start, end)).toBe(
        hashOf(`${'abcde'.slice(0, start)}${text}${'abcde'.slice(end)}`),
      );
  });

  it.each([
    ['at the beginning', 'seful', 0, 0, ['u']],
    ['at the end', 'usefu', 5, 5, ['l']],
    ['of a letter', 'usefil', 4, 5, ['u']],
    ['of a letter that is right', 'useful', 4, 5, ['u']],
    ['that no letter fills', 'useful', 2, 2, []],
  ])('have the letters that fill a gap: %s', (_, word, start, end, letters) => {
    expect(usual('useful').lettersFor(new ReplacedHashes(word).gap(start, end))).toEqual(letters);
  });
});
