import { expect, test } from 'vitest';
import { cutChunks, parseMarkdown } from '../../server/src/markdown';
import { HOSTILE, hostileText } from '../bench/hostile.mjs';

/** Enough to overflow a stack; the benchmark goes on to 1 MB. */
const LENGTH = 400_000;

// How the work grows is counted by `npm run growth`; where it grew with the square, this would run into the test's limit.
test.each(Object.keys(HOSTILE))('a long run of %j is read whole', (name) => {
  const text = hostileText(name, LENGTH);
  expect(cutChunks(text).at(-1)?.end).toBe(text.length);
  expect(parseMarkdown(text).position?.end.offset).toBe(text.length);
});
