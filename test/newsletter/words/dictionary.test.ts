import { describe, expect, it } from 'vitest';
import { englishWords, wordsFile } from '../../../scripts/words.mjs';
import { readDictionary } from '../../../server/src/newsletter/words/dictionary';

describe('the dictionary', () => {
  const words = englishWords();
  const text = wordsFile(words);
  const dictionary = readDictionary(text)!;

  it('knows every word that it was made of, in British spelling too', () => {
    expect(words.filter((word) => !dictionary.has(word))).toEqual([]);
    expect(
      ['color', 'colour', 'organize', 'organise', 'compiler', 'compilers'].filter(
        (word) => !dictionary.has(word),
      ),
    ).toEqual([]);
  });

  it('takes few others for words', () => {
    const made = words.filter((_, at) => at % 20 === 0).map((word) => `${word}qx`);
    const wrong = made.filter((word) => dictionary.has(word));
    expect(wrong.length / made.length).toBeLessThan(0.08);
  });

  it('weighs little', () => {
    expect(text.length).toBeLessThan(65_000);
  });

  it.each(['', 'twir-words', 'twir-words 4 80\n====\n', 'twir-words 4 80\nAA==\n', '<html>'])(
    'is none when the file is something else: %s',
    (other) => {
      expect(readDictionary(other)).toBeUndefined();
    },
  );
});
