import type { FeatureId } from '../features';

/** How one test ended. */
export interface Outcome {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  readonly message?: string;
  /** The feature that the test shows. */
  readonly feature?: FeatureId | undefined;
  /** It took what was done back in one step. */
  readonly undo?: boolean | undefined;
  /** What a step of the whole week came to. */
  readonly week?: WeekStep | undefined;
  /** Keys that an everyday task took. */
  readonly task?: { readonly title: string; readonly keys: number } | undefined;
}

/** A step of a week from the template to the published file. */
export interface WeekStep {
  /** Which week. */
  readonly of: string;
  readonly what: string;
  readonly command: string;
  readonly keys: number;
  /** What a release check finds after it. */
  readonly left: { readonly error: number; readonly warning: number; readonly info: number };
}

export interface Test {
  readonly name: string;
  /** What it shows. */
  readonly feature: FeatureId;
  /** It takes what it has done back in one step. */
  readonly undo?: boolean;
  readonly body: () => Promise<void>;
  /** Why this test cannot run in this host, if so. */
  readonly skip?: string | undefined;
}

/** Marks the lines of the extension host's console that are ours. The runs outside look for it. */
export const reportPrefix = 'twir-e2e ';

/** No test needs a tenth of this; one that does hangs. */
const limit = 40_000;

/** What breaks everything should not be waited for in every test. */
const enough = 3;

/** Runs tests one after the other and hands each outcome on at once, so that a crash still shows what came before. */
export async function runTests(tests: readonly Test[], report: (outcome: Outcome) => void): Promise<void> {
  let failed = 0;
  for (const { name, feature, undo, body, skip } of tests) {
    const about = { name, feature, undo };
    const reason = failed < enough ? skip : `not run after ${enough} failures`;
    if (reason) {
      report({ ...about, status: 'skipped', milliseconds: 0, message: reason });
      continue;
    }
    const begin = Date.now();
    try {
      await within(limit, body());
      report({ ...about, status: 'passed', milliseconds: Date.now() - begin });
    } catch (error) {
      failed++;
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      report({ ...about, status: 'failed', milliseconds: Date.now() - begin, message });
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

/**
 * Asks `probe` again and again until it answers with something, and gives that.
 *
 * VS Code does nothing at once: a test that waits for a condition is as fast as the machine and never too early.
 */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  deadline = 15_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== null && answer !== false && answer !== '') {
      return answer as NonNullable<Exclude<T, false>>;
    }
    if (Date.now() > end) throw new Error(`Waited ${deadline / 1000} seconds in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The smallest assertion: the suite also runs where Node's does not exist. */
export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not finished after ${milliseconds / 1000} seconds`)),
      milliseconds,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
