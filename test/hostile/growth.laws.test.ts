import { describe, expect, it } from 'vitest';
import { cpu } from './growth';
import { CASES } from './operations';

const [SMALL, LARGE] = [12_000, 96_000];
/** Eight times the text: twelve times the work at an exponent of 1.2, sixty-four times at the square. */
const MOST = 30;
/** Below this, what is measured is the collector of garbage and the compiler. */
const LEAST_MS = 15;

const OPERATIONS = [...new Set(CASES.map(({ operation }) => operation))];

describe.each(OPERATIONS)('%s takes time that grows with the text', (operation) => {
  const cases = CASES.filter((one) => one.operation === operation);
  it.each(cases.map((one) => [one.pattern, one] as const))('%s', (_, { text, work }) => {
    const [small, large] = [text(SMALL), text(LARGE)];
    work(small);
    const base = Math.max(
      LEAST_MS,
      cpu(() => work(small)),
    );
    // Whatever else the machine does, twice in a row it does not do it.
    const times = [cpu(() => work(large))];
    if (times[0]! / base >= MOST) times.push(cpu(() => work(large)));
    expect(Math.min(...times) / base).toBeLessThan(MOST);
  });
});
