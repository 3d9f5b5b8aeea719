#!/usr/bin/env node
// `npm test`: every check, the fast ones first; stops at the first that fails. Plain Node until `install` has run.
//   --only unit,e2e    just these steps       --quick             everything but e2e
//   --run NAME,...     just these runs of e2e  --screenshots DIR  pictures of the extension at work
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/twir-authoring');
const vsix = join(cache, 'twir-authoring.vsix');
/** Titles of the tests that passed, or that this system has no means for, by file. */
const ran = new Map();
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs a program with its output shown; tells whether it ended well. */
const run = (command, ...args) => {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  });
  if (error) console.error(error.message);
  return status === 0;
};
const node = (script, ...args) => run(process.execPath, join(root, script), ...args);

/** Runs a project of the unit tests and counts. */
function vitest(project, ...args) {
  const report = join(cache, `vitest-${project}.json`);
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  const ok = node(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--project', project],
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  if (!existsSync(report)) return false;
  const told = JSON.parse(readFileSync(report, 'utf8'));
  for (const { name, assertionResults } of told.testResults)
    ran.set(
      relative(root, name).split(sep).join('/'),
      assertionResults.filter(({ status }) => status !== 'failed').map(({ fullName }) => fullName),
    );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = told;
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests + numTodoTests;
  // A runner that finds nothing to do must not look like success.
  return ok && numPassedTests > 0;
}

function grammar() {
  // Ours are injected into VS Code's Markdown, which the tests therefore need too.
  const hosts = ['markdown', 'html-derivative', 'html'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vscode-tmgrammar-test/dist/unit.js',
      ...hosts.flatMap((name) => ['-g', `node_modules/tm-grammars/grammars/${name}.json`]),
      'test/grammar/*.test.md',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  // Markdown names some sixty languages of code fences; that they are not here is no news.
  process.stdout.write(stdout);
  process.stderr.write(stderr.replaceAll(/^grammar not found for .*\n/gm, ''));
  return status === 0;
}

async function e2e() {
  if (!existsSync(vsix)) {
    console.error('There is nothing to test yet: run the step "build" too.');
    return false;
  }
  const { load } = await import('../test/e2e/load.mjs');
  const { runEndToEnd } = await load('test/e2e/main.ts');
  const result = await runEndToEnd({
    root,
    vsix,
    runs: options.run?.split(','),
    screenshots: options.screenshots,
  });
  for (const key of Object.keys(totals)) totals[key] += result[key];
  return result.passed > 0 && result.failed === 0;
}

const steps = [
  { name: 'types', needs: [], work: () => node('node_modules/typescript/bin/tsc', '--noEmit') },
  {
    name: 'lint',
    needs: [],
    // Style and mistakes; then files, exports and dependencies that nobody uses.
    work: () =>
      node('node_modules/@biomejs/biome/bin/biome', 'check', '.') && node('node_modules/knip/bin/knip.js'),
  },
  { name: 'generated', needs: ['scripts/generate.mjs'], work: () => node('scripts/generate.mjs', '--check') },
  // The floor of coverage is in vitest.config.mts.
  { name: 'unit', needs: [], work: () => vitest('unit', '--coverage') },
  { name: 'grammar', needs: ['test/grammar'], work: grammar },
  { name: 'build', needs: [], work: () => node('scripts/package.mjs', '--out', vsix, '--only', 'vsix') },
  {
    name: 'npm',
    needs: [],
    work: () => node('scripts/package.mjs', '--only', 'npm') && node('scripts/try-package.mjs'),
  },
  { name: 'laws', needs: [], work: () => vitest('laws') },
  // Not beside the laws: on two threads of one core that takes a tenth longer.
  { name: 'e2e', needs: [], work: e2e },
  {
    name: 'hostile',
    needs: [],
    // docs/hostile.md tells of tests that ran.
    work: async () => {
      const { notShown } = await import('../test/hostile/table.mjs');
      const missing = notShown(ran);
      for (const [file, title] of missing) console.error(`did not run and pass: ${file}: ${title}`);
      return missing.length === 0;
    },
  },
];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    run: { type: 'string' },
    screenshots: { type: 'string' },
  },
});
const only = options.only?.split(',');
for (const name of only ?? []) {
  if (steps.every((step) => step.name !== name)) {
    console.error(`No such step: ${name}. There are: ${steps.map((step) => step.name).join(', ')}`);
    process.exit(2);
  }
}
const chosen = steps.filter(({ name, needs }) => {
  if (only) return only.includes(name);
  return !(options.quick && name === 'e2e') && needs.every((path) => existsSync(join(root, path)));
});
if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  chosen.unshift({ name: 'install', needs: [], work: () => run('npm', 'ci') });
}

let failed;
const summary = [];
for (const { name, work } of chosen) {
  if (failed) {
    summary.push(`  not run  ${name}`);
    continue;
  }
  console.log(`\n=== ${name} ===`);
  const begin = Date.now();
  let ok = false;
  try {
    ok = await work();
  } catch (error) {
    console.error(error);
  }
  if (!ok) failed = name;
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  summary.push(`  ${ok ? 'ok     ' : 'FAILED '}  ${name}  ${seconds} s`);
}

console.log(`\n=== summary ===\n${summary.join('\n')}`);
if (failed) console.log(`The step "${failed}" failed.`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = failed ? 1 : 0;
