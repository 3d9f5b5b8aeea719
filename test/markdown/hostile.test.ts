import { expect, test } from 'vitest';
import { cutChunks, parseMarkdown } from '../../server/src/markdown';
import { HOSTILE, hostileText } from '../bench/hostile.mjs';

/** Enough to overflow a stack; the benchmark goes on to 1 MB and looks at the time. */
const LENGTH = 400_000;

test.each(Object.keys(HOSTILE))('a long run of %j is read', (name) => {
  const text = hostileText(name, LENGTH);
  expect(cutChunks(text).at(-1)?.end).toBe(text.length);
  expect(parseMarkdown(text).type).toBe('root');
});
