import { expect, it } from 'vitest';
import { editDistance } from '../../server/src/text/editDistance';

it('counts characters that are added, left out or others', () => {
  expect(editDistance('crate', 'crate', 2)).toBe(0);
  expect(editDistance('crate', 'crates', 2)).toBe(1);
  expect(editDistance('crate', 'rate', 2)).toBe(1);
  expect(editDistance('crate', 'grate', 2)).toBe(1);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('', 'ab', 2)).toBe(2);
});

it('stops beyond the limit', () => {
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect(editDistance('a', 'a long way off', 4)).toBe(5);
  expect(editDistance('abcdef', 'uvwxyz', 1)).toBe(2);
});
