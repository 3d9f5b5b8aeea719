import fc from 'fast-check';
import { describe, it } from 'vitest';
import { LAWS } from './laws';

// The same texts every time; `npm run fuzz` tries others.
describe.each(Object.entries(LAWS))('%s', (_, law) => {
  it('holds', { timeout: 300_000 }, () => {
    fc.assert(law, { seed: 640, numRuns: 80 });
  });
});
