import { describe, expect, it } from 'vitest';
import { codeWords } from '../../../server/src/newsletter/issue/codeWord';

/** The expressions around the tags `<x>` of a text, and the first tag of each. */
function found(text: string): [word: string, code: string][] {
  const codes = [...text.matchAll(/<[A-Za-z]+>/g)].map(({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
  }));
  return codeWords(text, codes).map(({ word, code }) => [
    text.slice(word.start, word.end),
    text.slice(code.start, code.end),
  ]);
}

describe('an expression in prose', () => {
  it.each([
    ['a Vec<Vec<T>> here', [['Vec<Vec<T>>', '<T>']]],
    [
      'a <T>, then <U>.',
      [
        ['<T>', '<T>'],
        ['<U>', '<U>'],
      ],
    ],
    ['a <T><U>', [['<T><U>', '<T>']]],
    ['a <<T><U> b', [['<<T><U>', '<T>']]],
    ['a <<T><U><V> b', [['<<T><U><V>', '<T>']]],
  ] as const)('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
