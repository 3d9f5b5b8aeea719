import { cpu } from '../hostile/growth';
import { CASES } from '../hostile/operations';

/** Sizes up to 1 MB, each four times the one before; a case that takes longer than this is not tried larger. */
const SIZES = [4, 16, 64, 256, 1024].map((kilobytes) => kilobytes * 1024);
const PATIENCE_MS = 4000;
const [, , , operation = '', pattern = ''] = process.argv;

console.log(`exponent  ${SIZES.map((size) => `${size / 1024} KB`.padStart(9)).join('')}  CPU milliseconds`);
for (const { operation: name, pattern: of, text, work } of CASES) {
  if (!name.includes(operation) || !of.includes(pattern)) continue;
  const times: number[] = [];
  let note = '';
  for (const size of SIZES) {
    const made = text(size);
    try {
      // The first runs pay for what is compiled only once.
      if (times.length === 0) for (let run = 0; run < 3; run += 1) work(made);
      times.push(cpu(() => work(made)));
    } catch (error) {
      note = `${size / 1024} KB: ${(error as Error).message}`;
      break;
    }
    if (times.at(-1)! > PATIENCE_MS) break;
  }
  const [before = 0, last = 0] = times.slice(-2);
  const exponent = Math.log(Math.max(last, 1) / Math.max(before, 1)) / Math.log(4);
  const shown = times.map((time) => time.toFixed(0).padStart(9)).join('');
  console.log(
    `${exponent.toFixed(2).padStart(8)}  ${shown.padEnd(9 * SIZES.length)}  ${name}: ${of} ${note}`,
  );
}
