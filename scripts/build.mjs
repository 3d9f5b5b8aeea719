#!/usr/bin/env node
// Bundles the programs of extension and command line into dist/, and writes dist/words.txt and dist/pages.json beside them. Options: --watch, --minify.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
writeFileSync(`${root}/dist/pages.json`, pagesFile());
if (watch) {
  const contexts = await Promise.all(bundled.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(bundled.map((options) => esbuild.build(options)));
  chmodSync(`${root}/dist/cli.js`, 0o755);
}

/** The pages that the extension shows, by path: in one file they take a third of the room in the package. */
function pagesFile() {
  const rules = readdirSync(`${root}/docs/rules`).filter((name) => name.endsWith('.md'));
  const paths = ['ci.md', ...rules.map((name) => `rules/${name}`)];
  return JSON.stringify(
    Object.fromEntries(paths.map((path) => [path, readFileSync(`${root}/docs/${path}`, 'utf8')])),
  );
}
