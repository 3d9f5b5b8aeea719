// A test runner for Stryker: all that a change needs is in one process. Vitest would start a worker for each of some two
// thousand changes, and load everything there: a second each, where the tests themselves take milliseconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { collectTests } from './tests.mjs';

/** What Stryker calls the results of its runners. */
const [SUCCESS, FAILED] = [0, 1];

/** The switch in changed code: which change is on, how often it was passed, by which test. */
globalThis.__stryker__ ??= {};
const changes = globalThis.__stryker__;

class InProcessRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const tests = JSON.parse(process.env.MUTATION_TESTS);
    const { outputFiles } = await build({
      stdin: { contents: tests.map((path) => `import './${path}';`).join('\n'), resolveDir: process.cwd() },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      plugins: [inPlace],
    });
    this.script = new Script(`(function (require, vitest) {${outputFiles[0].text}\n})`);
  }

  async dryRun() {
    changes.mutantCoverage = undefined;
    const tests = await this.run(() => true);
    const failed = tests.find(({ status }) => status === FAILED);
    if (failed) return { status: 'error', errorMessage: `${failed.name}: ${failed.failureMessage}` };
    return { status: 'complete', tests, mutantCoverage: changes.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(changes, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const asked = testFilter && new Set(testFilter);
    let tests;
    try {
      tests = await this.run((id) => !asked || asked.has(id), true);
    } catch (error) {
      tests = [{ id: 'loading', status: FAILED, failureMessage: String(error) }];
    } finally {
      changes.activeMutant = undefined;
    }
    if (changes.hitCount > hitLimit) return { status: 'timeout' };
    const failed = tests.find(({ status }) => status === FAILED);
    const nrOfTests = tests.length;
    return failed
      ? { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests }
      : { status: 'survived', nrOfTests };
  }

  /** Runs tests in order, on code that was loaded for them: nothing of a change outlives it. */
  async run(wanted, untilOneFails = false) {
    const load = this.script.runInThisContext();
    const suite = collectTests((vitest) => load(createRequire(join(process.cwd(), 'package.json')), vitest));
    const results = [];
    for (const { id, run } of suite) {
      if (!wanted(id)) continue;
      changes.currentTestId = id;
      const start = performance.now();
      const result = { id, name: id, status: SUCCESS };
      try {
        await run();
      } catch (error) {
        Object.assign(result, { status: FAILED, failureMessage: String(error?.message ?? error) });
      }
      changes.currentTestId = undefined;
      results.push({ ...result, timeSpentMs: performance.now() - start });
      if (untilOneFails && result.status === FAILED) break;
    }
    return results;
  }
}

/** Vitest is given, and files know where they are. */
const inPlace = {
  name: 'in place',
  setup(bundle) {
    bundle.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'given' }));
    bundle.onLoad({ filter: /.*/, namespace: 'given' }, () => ({ contents: 'module.exports = vitest;' }));
    bundle.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href);
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', place);
      return { loader: 'ts', contents, resolveDir: dirname(path) };
    });
  },
};

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
