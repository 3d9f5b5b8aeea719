#!/usr/bin/env node
// `npm run mutation [FILE...]`: changes the code in small ways and counts how many of the changes the tests notice.
// Takes minutes a file, so it is no part of `npm test`. Stryker is no dependency: it comes into a cache when first used.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '9.6.1';
const ENOUGH = 80;
const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/twir-authoring/mutation');
const report = join(cache, 'report.json');

/** A sample of all layers, each file with the tests that are about it: with all tests a change would cost a minute. */
const SAMPLE = [
  { files: ['text/edits'], tests: ['text/edits'] },
  { files: ['markdown/blocks/definition-list', 'markdown/blocks/footnote'], tests: ['markdown/extra'] },
  {
    files: [
      'rules/heading-level',
      'rules/heading-indented',
      'rules/link-slashes',
      'rules/link-title-missing',
      'rules/event-region',
      'rules/event-date',
    ],
    tests: ['rules/told'],
  },
  { files: ['rules/check'], tests: ['rules/check/settled', 'rules/check/fold'] },
  { files: ['features/organize/organize'], tests: ['features/organize/organize'] },
  { files: ['protocol/rulePages'], tests: ['protocol/rulePages'] },
];

const wanted = process.argv.slice(2).map((file) => file.replace(/^server\/src\/|\.ts$/g, ''));
const unknown = wanted.filter((file) => !SAMPLE.some(({ files }) => files.includes(file)));
if (unknown.length > 0) {
  console.error(`Not in the sample of scripts/mutation.mjs: ${unknown.join(', ')}`);
  process.exit(2);
}

install();
const scores = SAMPLE.flatMap(({ files, tests }) => {
  const mutated = files.filter((file) => wanted.length === 0 || wanted.includes(file));
  return mutated.length > 0 ? run(mutated, tests) : [];
});
for (const { file, score, killed, all } of scores)
  console.log(
    `${score < ENOUGH ? '✗' : '✓'} ${score.toFixed(1).padStart(5)} %  ${file} (${killed} of ${all})`,
  );
process.exit(scores.every(({ score }) => score >= ENOUGH) ? 0 : 1);

/** Installs Stryker beside the caches, with our own Vitest: two copies of it would not know each other's tests. */
function install() {
  const manifest = join(cache, 'node_modules/@stryker-mutator/core/package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === VERSION) return;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }');
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
    {
      cwd: cache,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(2);
  rmSync(join(cache, 'node_modules/vitest'), { recursive: true, force: true });
  symlinkSync(join(root, 'node_modules/vitest'), join(cache, 'node_modules/vitest'), 'junction');
}

/** Runs Stryker on some files. @returns the share of changes that the tests notice, by file */
function run(files, tests) {
  const config = join(cache, 'stryker.json');
  const vitest = join(cache, 'vitest.config.mjs');
  writeFileSync(
    vitest,
    `export default { test: { isolate: false, testTimeout: 30000, include: ${JSON.stringify(tests.map((test) => `test/${test}.test.ts`))} } };\n`,
  );
  writeFileSync(
    config,
    JSON.stringify({
      mutate: files.map((file) => `server/src/${file}.ts`),
      testRunner: 'vitest',
      vitest: { configFile: vitest, related: false },
      coverageAnalysis: 'perTest',
      // What runs when a module is loaded, such as the examples of a rule, would want all tests for each change.
      ignoreStatic: true,
      concurrency: 1,
      // Stryker reads this file with the compiler's API, which ours has no more.
      tsconfigFile: 'none.json',
      tempDirName: join(cache, 'sandbox'),
      ignorePatterns: ['/dist', '/build', '/docs', '/media', '/test/e2e'],
      reporters: ['json', 'clear-text'],
      jsonReporter: { fileName: report },
      clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    }),
  );
  const stryker = join(cache, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(2);
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).map(([file, { mutants }]) => {
    const counted = mutants.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
    const killed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    return { file, killed, all: counted.length, score: (100 * killed) / Math.max(1, counted.length) };
  });
}
