/** Work that a function does, in what V8 counts, before Node.js 20's V8 compiles it a second time. */
const BUDGET = 66_000;
/** Calls before newer ones do, in the order of their compilers. */
const CALLS = { maglev: 400, turbofan: 3000 };

/**
 * The flags with which V8 waits longer before it optimizes a function.
 *
 * V8 12, of Node.js 22 and of VS Code since 1.95, counts calls instead of work; either complains on standard error of what
 * only the other one knows.
 *
 * @param times how much longer
 * @param v8 its version, as `process.versions` tells it
 */
export function patience(times: number, v8: string): string[] {
  if (Number.parseInt(v8, 10) < 12) return [`--interrupt-budget=${BUDGET * times}`];
  return Object.entries(CALLS).map(
    ([compiler, calls]) => `--invocation-count-for-${compiler}=${calls * times}`,
  );
}
