import { expect, test } from 'vitest';
import { cutChunks, parseMarkdown } from '../../server/src/markdown';
import { HOSTILE, hostileText } from '../bench/hostile.mjs';

/** Enough to overflow a stack; the benchmark goes on to 1 MB. */
const LENGTH = 400_000;

// Ten times the text, at most forty times the work: the square of it would be a hundred times.
test.each(Object.keys(HOSTILE))('a long run of %j is read in time that grows with its length', (name) => {
  const short = hostileText(name, LENGTH / 10);
  const long = hostileText(name, LENGTH);
  expect(cutChunks(long).at(-1)?.end).toBe(long.length);
  const base = Math.max(
    2,
    cpu(() => parseMarkdown(short)),
  );
  expect(cpu(() => parseMarkdown(long)) / base).toBeLessThan(40);
});

/** CPU time of a task in milliseconds. */
function cpu(task: () => void): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
