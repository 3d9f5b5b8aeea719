#!/usr/bin/env node
// Bundles the programs of extension and command line into dist/. Options: --watch, --minify.
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');

const bundled = bundles({ minify: process.argv.includes('--minify'), watch });

if (watch) {
  const contexts = await Promise.all(bundled.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  rmSync(`${root}/dist`, { recursive: true, force: true });
  await Promise.all(bundled.map((options) => esbuild.build(options)));
  chmodSync(`${root}/dist/cli.js`, 0o755);
}
