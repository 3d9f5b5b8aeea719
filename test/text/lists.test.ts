import { expect, it } from 'vitest';
import { append, appendTo, largest, smallest } from '../../server/src/text/lists';

const MANY = Array.from({ length: 500_000 }, (_, n) => n - 3);

it('lists of half a million items are appended and compared', () => {
  const list = [1];
  append(list, MANY);
  expect(list).toHaveLength(500_001);
  expect(list.slice(0, 3)).toEqual([1, -3, -2]);
  expect([smallest(MANY), largest(MANY)]).toEqual([-3, 499_996]);
});

it('of no items there is neither', () => {
  expect([smallest([]), largest([])]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});

it('a list of a map begins with its first item', () => {
  const lists = new Map<string, number[]>();
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    appendTo(lists, key, value);
  expect([...lists]).toEqual([
    ['a', [1, 3]],
    ['b', [2]],
  ]);
});
