#!/usr/bin/env node
// Bundles the programs of extension and command line into dist/, and writes dist/words.txt beside them. Options: --watch, --minify.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';
import { wordsFile } from './words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');

const bundled = bundles({ minify: process.argv.includes('--minify'), watch });

if (!watch) rmSync(`${root}/dist`, { recursive: true, force: true });
mkdirSync(`${root}/dist`, { recursive: true });
writeFileSync(`${root}/dist/words.txt`, wordsFile());
if (watch) {
  const contexts = await Promise.all(bundled.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(bundled.map((options) => esbuild.build(options)));
  chmodSync(`${root}/dist/cli.js`, 0o755);
}
