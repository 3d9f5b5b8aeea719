#!/usr/bin/env node
// `npm run fuzz -- --minutes N [--seed S] [--log FILE]`: tries laws on made-up newsletters, calendars, configurations and
// messages. `npm run fuzz -- --coverage [--minutes N] [--target NAME]... [--node PROGRAM]`: guided by the code that is
// reached.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { guided } from './fuzz-guided.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    log: { type: 'string' },
    coverage: { type: 'boolean' },
    target: { type: 'string', multiple: true },
    node: { type: 'string' },
  },
});
const { minutes, seed, target: targets, node } = values;
if (values.coverage) {
  const held = await guided({ minutes: Number(minutes), targets, seed, node });
  process.exit(held ? 0 : 1);
}
const bundle = join(root, 'node_modules/.cache/twir-authoring/fuzz.mjs');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/run.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  packages: 'external',
  // The samples are looked for from the file that reads them.
  define: { 'import.meta.url': JSON.stringify(new URL('../test/helpers/samples.ts', import.meta.url).href) },
});
const given = [minutes, seed ?? '', values.log ?? ''];
process.exitCode =
  spawnSync(process.execPath, ['--max-semi-space-size=64', bundle, ...given], { cwd: root, stdio: 'inherit' })
    .status ?? 2;
