import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { LAWS, type Law } from './laws';
import { smaller } from './smaller';

/** Texts of the first law that are made at a time; the other laws have their share of it. */
const BATCH = 1000;
/** A law that is broken in many ways has a mistake that hides others. */
const MOST = 25;

interface Find {
  readonly law: string;
  readonly seed: number;
  readonly given: unknown;
  readonly error: string;
}

const [minutes, startSeed, log] = process.argv.slice(2);
const end = Date.now() + Number(minutes) * 60_000;
let seed = startSeed ? Number(startSeed) : Date.now() % 0x7fffffff;
const tried = new Map<Law, number>();
const time = new Map<Law, number>();
const finds = new Map<string, Find>();
const begin = Date.now();

/** Processor time of this process in milliseconds: what the machine does besides does not count. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** @returns what is wrong, or `undefined` when the law holds */
async function broken({ holds }: Law, given: unknown): Promise<string | undefined> {
  try {
    await holds(given as never);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** What makes two finds one: the words of the message, without what differs from text to text. */
const kindOf = (law: Law, error: string) =>
  `${law.name}: ${error
    .replace(/“[^”]*”/gs, '“”')
    .replace(/\n\s+at .*/gs, '')
    .replace(/\d+/g, '')
    .slice(0, 300)}`;

async function tell(law: Law, given: unknown, error: string): Promise<void> {
  const kind = kindOf(law, error);
  if (finds.has(kind) || [...finds.values()].filter((find) => find.law === law.name).length >= MOST) return;
  // Known from now on, also as what it is in its smallest.
  const least = await smaller(given, async (other) => {
    const wrong = await broken(law, other);
    return wrong !== undefined && kindOf(law, wrong) === kind;
  });
  const find = { law: law.name, seed, given: least, error: (await broken(law, least)) ?? error };
  finds.set(kind, find);
  console.log(
    `\nFOUND: ${find.law}, seed ${seed}\n${JSON.stringify(find.given)}\n${find.error.slice(0, 1500)}`,
  );
}

for (; Date.now() < end; seed = (seed + 1) % 0x7fffffff) {
  for (const law of LAWS) {
    const before = used();
    for (const given of fc.sample(law.texts, { seed, numRuns: Math.ceil(BATCH / law.every) })) {
      tried.set(law, (tried.get(law) ?? 0) + 1);
      const error = await broken(law, given);
      if (error !== undefined) await tell(law, given, error);
    }
    time.set(law, (time.get(law) ?? 0) + used() - before);
  }
  if (log)
    appendFileSync(
      log,
      `${JSON.stringify({ seed, tried: Object.fromEntries([...tried].map(([{ name }, count]) => [name, count])), finds: finds.size })}\n`,
    );
}

const seconds = (Date.now() - begin) / 1000;
const processor = [...time.values()].reduce((sum, one) => sum + one, 0) / 1000;
const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `\n${all} texts in ${seconds.toFixed(0)} s, ${(all / processor).toFixed(0)} for each second of the processor`,
);
for (const [law, count] of tried) {
  const wrong = [...finds.values()].filter((find) => find.law === law.name).length;
  const each = ((time.get(law) ?? 0) / count).toFixed(2);
  console.log(
    `${String(count).padStart(9)} ${each.padStart(7)} ms  ${wrong > 0 ? `BROKEN ${wrong}` : 'held'}  ${law.name}`,
  );
}
process.exit(finds.size > 0 ? 1 : 0);
