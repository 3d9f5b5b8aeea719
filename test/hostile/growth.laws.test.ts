import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { Counting, total } from './counting';
import { CASES } from './operations';

const KB = 1024;
/** Sizes of the texts; what is counted at the last two tells how the work grows. */
const SIZES = [4 * KB, 32 * KB, 256 * KB];
/** Nearly as large as is read at all; only what takes little is tried, for lack of hours. */
const LARGEST = 1000 * KB;
const FEW = 4_000_000;
const MOST = 1.2;
/** Fewer blocks than the text has characters are no load, however they grow. */
const atLeast = (size: number, count: number) => Math.max(size, count);

const OPERATIONS = [...new Set(CASES.map(({ operation }) => operation))];
const REPORT = fileURLToPath(new URL('../../node_modules/.cache/twir-authoring/growth.md', import.meta.url));

const counting = new Counting();
const rows: string[] = [];
const HEAD =
  '| operation | text | exponent | 4 KB | 32 KB | 256 KB | 1 MB |\n| --- | --- | --- | --- | --- | --- | --- |';
beforeAll(() => mkdirSync(fileURLToPath(new URL('.', `file://${REPORT}`)), { recursive: true }));

it('counts the same every time', () => {
  const { text, work } = CASES.find(
    ({ operation, pattern }) => operation === 'outline' && pattern === 'Markdown: [a][b]',
  )!;
  const made = text(32 * KB);
  const count = () => total(counting.of(() => work(made)));
  // What is made once only is counted the first time.
  count();
  const counts = [count(), count(), count(), count()];
  expect(counts).toEqual(counts.map(() => counts[0]));
});

describe.each(OPERATIONS)('%s does work that grows with the text', (operation) => {
  const cases = CASES.filter((one) => one.operation === operation);
  it.each(cases.map((one) => [one.pattern, one] as const))('%s', (pattern, { text, work }) => {
    const { exponent, counts } = growth(text, work);
    rows.push(
      `| ${[operation, pattern.replaceAll('|', '\\|'), exponent.toFixed(2), ...counts].join(' | ')} |`,
    );
    // It takes hours: what is known is there to read meanwhile.
    writeFileSync(REPORT, `${[HEAD, ...rows].join('\n')}\n`);
    expect(exponent).toBeLessThanOrEqual(MOST);
  });
});

function growth(text: (length: number) => string, work: (text: string) => unknown) {
  const counts: number[] = [];
  const sizes = [...SIZES];
  for (const size of sizes) {
    const made = text(size);
    counts.push(total(counting.of(() => work(made))));
    if (size === SIZES.at(-1) && counts.at(-1)! < FEW) sizes.push(LARGEST);
  }
  const [from, to] = sizes.slice(-2) as [number, number];
  const [before, last] = counts.slice(-2) as [number, number];
  const exponent = Math.log(atLeast(to, last) / atLeast(from, before)) / Math.log(to / from);
  return { exponent, counts };
}
