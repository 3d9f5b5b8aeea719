import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The checkout, given by whoever runs a benchmark. */
export const root = process.argv[2] ?? '.';

export interface BenchFile {
  readonly name: string;
  readonly text: string;
}

/** Real issues beside the checkout, oldest first; without them our sample draft, alone. */
export function benchIssues(since: string): BenchFile[] {
  const folder = path.join(root, '../shared/corpus/content');
  if (!existsSync(folder)) {
    console.log('no ../shared/corpus: measured on the sample draft');
    const name = '2026-11-25-this-week-in-rust.md';
    return [{ name, text: readFileSync(path.join(root, 'docs/sample/draft', name), 'utf8') }];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name.slice(0, 10) >= since)
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

export function longest(files: readonly BenchFile[]): BenchFile {
  return files.reduce((a, b) => (b.text.length > a.text.length ? b : a));
}

/** Milliseconds of each run of `work`, sorted; the first `warm` runs do not count. */
export async function measure(runs: number, warm: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs + warm; run += 1) {
    const start = performance.now();
    await work(run);
    if (run >= warm) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

export const quantile = (times: readonly number[], q: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * q))]!;

/** One line: median and 95th percentile, and how many times faster than the peer. */
export function report(
  name: string,
  times: readonly number[],
  peer?: { name: string; times: readonly number[] },
): void {
  const ms = (q: number) => quantile(times, q).toFixed(1);
  const ratio = peer
    ? `, ${(quantile(peer.times, 0.5) / quantile(times, 0.5)).toFixed(2)} x as fast as ${peer.name}`
    : '';
  console.log(`${name}: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms${ratio}`);
}
