import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Outcome } from '../suite/runner';

/** What one run of a suite told. */
export interface RunResult {
  readonly outcomes: readonly Outcome[];
  /** Why the run as a whole is no good, if so. */
  readonly error?: string | undefined;
}

/** Prints one test's line, with its reason when it did not pass. */
export function printOutcome({ name, status, milliseconds, message }: Outcome): void {
  const sign = { passed: '✓', failed: '✗', skipped: '-' }[status];
  console.log(`  ${sign} ${name}${status === 'skipped' ? ` (${message})` : ` ${milliseconds} ms`}`);
  if (status === 'failed' && message) console.log(message.replaceAll(/^/gm, '      '));
}

/** Keeps what helps to understand a failed run, and says where. */
export async function keepEvidence(folder: string, run: string, log: string, page?: Page): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${run}.log`), log);
  const image = join(folder, `${run}.png`);
  rmSync(image, { force: true });
  await page?.screenshot({ path: image }).catch(() => {});
  console.log(`  log and screenshot: ${join(folder, run)}.*`);
}
