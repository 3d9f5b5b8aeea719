import fc from 'fast-check';
import { describe, it } from 'vitest';
import { LAWS } from './laws';

// The same texts every time; `npm run fuzz` tries others.
describe.each(LAWS.map((law) => [law.name, law] as const))('%s', (_, { texts, holds }) => {
  it('holds', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => holds(given as never)),
      { seed: 640, numRuns: 80 },
    );
  });
});
