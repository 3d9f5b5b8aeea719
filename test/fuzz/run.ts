import fc from 'fast-check';
import { LAWS } from './laws';

/** Texts of a law in one go: few enough that the time is kept to. */
const BATCH = 200;
const minutes = Number(process.argv[2]);
const end = Date.now() + minutes * 60_000;
let seed = Number(process.argv[3] ?? Date.now() % 0x7fffffff);
const tried = new Map<string, number>();
const found = new Map<string, string>();
const begin = Date.now();

while (Date.now() < end) {
  for (const [name, law] of Object.entries(LAWS)) {
    if (Date.now() >= end) break;
    // Once broken, a law would only tell the same again.
    if (found.has(name)) continue;
    const { numRuns, failed, counterexample, errorInstance } = fc.check(law, { seed, numRuns: BATCH });
    tried.set(name, (tried.get(name) ?? 0) + numRuns);
    if (!failed) continue;
    const error = (errorInstance as Error | undefined)?.message ?? 'no reason given';
    found.set(name, `seed ${seed}\n${JSON.stringify(counterexample)}\n${error}`);
    console.log(`\nFOUND: ${name}\n${found.get(name)}`);
  }
  seed = (seed + 1) % 0x7fffffff;
}

const seconds = (Date.now() - begin) / 1000;
const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
console.log(`\n${all} texts in ${seconds.toFixed(0)} s, ${(all / seconds).toFixed(0)} a second`);
for (const [name, count] of tried)
  console.log(`${String(count).padStart(9)}  ${found.has(name) ? 'BROKEN ' : 'held   '} ${name}`);
process.exitCode = found.size > 0 ? 1 : 0;
