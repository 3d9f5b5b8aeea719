import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { RunResult } from './runs/result';
import { desktopSuite, nodeSuite, packagedSuite, type SuiteContext, webSuite } from './runs/suites';
import { everydayTasks } from './runs/tasks';
import { uiSmoke } from './runs/ui';
import { realWeeks, sampleWeek } from './runs/weekSources';
import { wholeWeek } from './runs/wholeWeek';
import { launchBrowser } from './vscode/chromium';
import { provideCodeServer } from './vscode/code-server';
import { downloadDesktop, hasDisplay, onPath } from './vscode/desktop';

/** The oldest VS Code that package.json allows, and the newest that the tests know. */
const versions = { oldest: '1.96.4', newest: '1.139.1' };

export interface Options {
  readonly root: string;
  /** The packaged extension. */
  readonly vsix: string;
  /** Run only these, by the names that the headings show. */
  readonly runs?: readonly string[];
  /** A folder for pictures of the extension at work. */
  readonly screenshots?: string | undefined;
}

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

interface Run {
  readonly name: string;
  readonly what: string;
  /** Is like another one: only when it is asked for. */
  readonly asked?: boolean;
  start(context: SuiteContext): Promise<RunResult>;
}

/** Runs the extension in every kind of VS Code that we promise, and adds up what the suites told. */
export async function runEndToEnd(options: Options): Promise<Totals> {
  const cache = join(options.root, 'node_modules/.cache/twir-authoring');
  const suite = { node: join(cache, 'suite.node.js'), browser: join(cache, 'suite.browser.js') };
  await bundleSuite(options.root, suite);

  // What tables of the documentation are made from.
  const results = join(cache, 'results');
  mkdirSync(results, { recursive: true });
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  const browser = await launchBrowser(options.screenshots !== undefined);
  try {
    const all = [...(await hostRuns(browser)), ...packagedRuns(browser, options)];
    const chosen = all.filter(({ name, asked }) => options.runs?.includes(name) ?? !asked);
    if (chosen.length === 0)
      throw new Error(`No such run. There are: ${all.map(({ name }) => name).join(', ')}`);
    for (const { name, what, start } of chosen) {
      console.log(`\n${name}: ${what}`);
      const begin = Date.now();
      const result = await start({
        run: name,
        extension: options.root,
        suite,
        evidence: join(cache, 'evidence'),
      }).catch(
        (error): RunResult => ({
          outcomes: [],
          error: error instanceof Error ? error.message : String(error),
        }),
      );
      writeFileSync(join(results, `${name}.json`), JSON.stringify({ name, what, ...result }, null, 1));
      for (const { status } of result.outcomes) totals[status]++;
      // A run that executed nothing proves nothing, whatever its exit code says.
      const executed = result.outcomes.some(({ status }) => status !== 'skipped');
      const error = result.error ?? (executed ? undefined : 'no test was executed');
      if (error) {
        totals.failed++;
        console.log(`  ✗ ${error}`);
      }
      console.log(`  ${((Date.now() - begin) / 1000).toFixed(1)} s`);
    }
  } finally {
    await browser.close();
  }
  return totals;
}

/** The suite on the extension's own folder: node host and web worker host, in the oldest; in the newest when asked for. */
async function hostRuns(browser: Browser): Promise<Run[]> {
  const served = async (version: string) => provideCodeServer(version);
  // The packaged extension runs the same in both hosts of the newest.
  const asked = (version: string) => version === versions.newest;
  const desktop = await desktopRuns();
  const node = [versions.oldest, versions.newest].map(
    (version): Run => ({
      name: `node-${version}`,
      asked: asked(version),
      what: `node extension host of VS Code ${version} (npm package code-server)`,
      start: async (context) => nodeSuite(await served(version), browser, context),
    }),
  );
  const web = [versions.oldest, versions.newest].map(
    (version): Run => ({
      name: `web-${version}`,
      asked: asked(version),
      what: `web worker extension host of VS Code ${version} without a server, as on github.dev`,
      start: async (context) => webSuite(await served(version), browser, context),
    }),
  );
  return [...(desktop ?? node), ...web];
}

/** Desktop VS Code as people use it, where it can be downloaded and has something to draw on. */
async function desktopRuns(): Promise<Run[] | undefined> {
  const fallBack = (reason: string) => {
    console.log(`  ${reason}: using VS Code from the npm package code-server instead`);
    return undefined;
  };
  if (!hasDisplay() && !onPath('xvfb-run')) {
    return fallBack('@vscode/test-electron: there is neither a display nor xvfb-run for a desktop VS Code');
  }
  const runs: Run[] = [];
  for (const version of [versions.oldest, 'stable']) {
    const desktop = await downloadDesktop(version);
    if ('reason' in desktop) return fallBack(`@vscode/test-electron: ${desktop.reason}`);
    runs.push({
      name: `desktop-${version}`,
      what: `desktop VS Code ${version} (@vscode/test-electron)`,
      start: (context) => desktopSuite(desktop.path, context),
    });
  }
  return runs;
}

/** The .vsix as people install it: the suite again, then a user's hands. */
function packagedRuns(browser: Browser, { vsix, screenshots, root }: Options): Run[] {
  const version = versions.newest;
  const real = realWeeks(join(root, '../shared'));
  if (real.length === 0) console.log('  weeks: only the sample, no issues of the newsletter stand beside');
  else
    console.log(`  weeks: the sample; also with --run: ${real.map(({ date }) => `week-${date}`).join(', ')}`);
  const weeks = [
    { run: `week-${version}`, asked: false, ...sampleWeek(root) },
    ...real.map((week) => ({ run: `week-${week.date}`, asked: true, ...week })),
  ];
  return [
    {
      name: `packaged-${version}`,
      what: `the packaged extension, installed into VS Code ${version}`,
      start: async (context) => packagedSuite(await provideCodeServer(version), browser, vsix, context),
    },
    {
      name: `ui-${version}`,
      what: `mouse and keyboard on the packaged extension in VS Code ${version}`,
      start: async (context) =>
        uiSmoke(await provideCodeServer(version), browser, { ...context, vsix, screenshots, root }),
    },
    {
      name: `keys-${version}`,
      what: `everyday tasks by keyboard in VS Code ${version}`,
      start: async (context) =>
        everydayTasks(await provideCodeServer(version), browser, { ...context, vsix, root }),
    },
    ...weeks.map(
      (sources): Run => ({
        name: sources.run,
        asked: sources.asked,
        what: `a week from the template to the published file, by keyboard: ${sources.title}`,
        start: async (context) =>
          wholeWeek(await provideCodeServer(version), browser, { ...context, vsix, root }, sources),
      }),
    ),
  ];
}

async function bundleSuite(root: string, outfiles: SuiteContext['suite']): Promise<void> {
  for (const platform of ['node', 'browser'] as const) {
    await build({
      absWorkingDir: root,
      entryPoints: ['test/e2e/suite/index.ts'],
      outfile: outfiles[platform],
      bundle: true,
      // The web worker host evaluates tests as CommonJS too.
      format: 'cjs',
      platform,
      external: ['vscode'],
      sourcemap: 'inline',
      logLevel: 'warning',
    });
  }
}
