#!/usr/bin/env node
// `npm run bench [-- NAME...]`: timings, as ratios against a peer measured in the same run. Never part of the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run('scripts/build.mjs', '--minify');
const esbuild = await import('esbuild');
const wanted = process.argv.slice(2);
const files = readdirSync(join(root, 'test/bench')).filter((file) => file.endsWith('.bench.ts'));
const out = join(root, 'node_modules/.cache/twir-authoring/bench');
if (!existsSync(out)) mkdirSync(out, { recursive: true });
for (const file of files) {
  const name = file.replace(/\.bench\.ts$/, '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const bundle = join(out, `${name}.mjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join('test/bench', file)],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    packages: 'external',
  });
  run(bundle, root);
}
if (wanted.includes('peers')) run('scripts/bench-peers.mjs');
// What takes minutes, and measures how much is right rather than how long it takes.
for (const name of ['fixes', 'slips']) if (wanted.includes(name)) run(`scripts/bench/${name}.mjs`);
