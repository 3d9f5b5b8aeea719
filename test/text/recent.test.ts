import { expect, it } from 'vitest';
import { Recent } from '../../server/src/text/recent';

it('tells once of texts that are asked about again and again, and forgets the others', () => {
  const asked: string[] = [];
  const lengths = new Recent((text) => {
    asked.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bb', 'a', 'ccc', 'a', 'dddd', 'a'].map((text) => lengths.get(text))).toEqual([
    1, 2, 1, 3, 1, 4, 1,
  ]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'dddd']);
  expect(lengths.get('bb')).toBe(2);
  expect(asked.filter((text) => text === 'bb')).toHaveLength(2);
});
