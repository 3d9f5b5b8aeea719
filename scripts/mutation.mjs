#!/usr/bin/env node
// `npm run mutation [FILE...]`: changes the code in small ways and counts how many of the changes the tests notice.
// Takes minutes, so it is no part of `npm test`. Stryker is no dependency: it comes into a cache when first used.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
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
  { files: ['newsletter/links/keys'], tests: ['newsletter/links/keys'] },
  { files: ['newsletter/issue/date'], tests: ['newsletter/issue/date'] },
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
  { files: ['workspace/role'], tests: ['workspace/role'] },
  {
    files: ['features/organize/organize', 'newsletter/events/eventOrder', 'newsletter/events/regionOrder'],
    tests: ['features/organize/organize', 'features/organize/reschedule'],
  },
  { files: ['engine/gate'], tests: ['engine/gate'] },
  { files: ['lsp/positions'], tests: ['lsp/positions'] },
  { files: ['cli/parse'], tests: ['cli/parse'] },
  {
    files: ['protocol/rulePages', 'protocol/newsletterFile'],
    tests: ['protocol/rulePages', 'protocol/newsletterFile'],
  },
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
const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
const rows = [...scores, { file: 'all of them', killed: sum('killed'), all: sum('all') }];
for (const row of rows)
  console.log(
    `${isEnough(row) ? '✓' : '✗'} ${share(row).toFixed(1).padStart(5)} %  ${row.file} (${row.killed} of ${row.all})`,
  );
process.exit(rows.every(isEnough) ? 0 : 1);

function share({ killed, all }) {
  return (100 * killed) / Math.max(1, all);
}

function isEnough(row) {
  return share(row) >= ENOUGH;
}

/** Installs Stryker beside the caches. */
function install() {
  const manifest = join(cache, 'node_modules/@stryker-mutator/core/package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === VERSION) return;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }');
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@stryker-mutator/core@${VERSION}`],
    {
      cwd: cache,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(2);
}

/** Runs Stryker on some files. @returns of each how many changes the tests notice; none where they fail without any */
function run(files, tests) {
  rmSync(report, { force: true });
  const config = join(cache, 'stryker.json');
  writeFileSync(
    config,
    JSON.stringify({
      mutate: files.map((file) => `server/src/${file}.ts`),
      testRunner: 'in-process',
      plugins: [join(root, 'scripts/mutation/runner.mjs')],
      coverageAnalysis: 'perTest',
      // What runs when a module is loaded, such as the examples of a rule, would want all tests for each change.
      ignoreStatic: true,
      concurrency: Math.max(1, availableParallelism() - 1),
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
  const env = { ...process.env, MUTATION_TESTS: JSON.stringify(tests.map((test) => `test/${test}.test.ts`)) };
  spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, env, stdio: 'inherit' });
  if (!existsSync(report)) return files.map((file) => ({ file: `server/src/${file}.ts`, killed: 0, all: 0 }));
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).map(([file, { mutants }]) => {
    const counted = mutants.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
    const killed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    return { file, killed, all: counted.length };
  });
}
