#!/usr/bin/env node
// `npm run tables`: writes docs/hosts.md and the tables of docs/week.md from what the last runs of the tests told, which `npm
// test` keeps. A cell is only as full as the runs: run `npm test` whole before.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../test/e2e/load.mjs';
import { hostsPage, keysTable, weekTable } from './tables/pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/twir-authoring');
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What each run told, by its name. */
const runs = new Map(
  (existsSync(join(cache, 'results')) ? readdirSync(join(cache, 'results')) : [])
    .map((name) => json(join(cache, 'results', name)))
    .map((run) => [run.name, run]),
);
const unit = join(cache, 'vitest-unit.json');
if (runs.size === 0 || !existsSync(unit)) {
  console.error('Nothing has been tested yet: run `npm test` first.');
  process.exit(1);
}
const { FEATURES } = await load('test/e2e/features.ts');
writeFileSync(join(root, 'docs/hosts.md'), hostsPage(FEATURES, runs, json(unit)));
replace('docs/week.md', 'week', weekTable(runs));
replace('docs/week.md', 'keys', keysTable(runs));
console.log('Written: docs/hosts.md, and the tables of docs/week.md');

/** Puts a table where the page has a place for it; without one it stays as it is. */
function replace(page, name, table) {
  if (table === undefined) return;
  const file = join(root, page);
  const text = readFileSync(file, 'utf8');
  const place = new RegExp(`(<!-- table of ${name}: npm run tables -->\n).*?(\n<!-- end -->)`, 's');
  if (!place.test(text)) throw new Error(`${page} has no place for the table of ${name}`);
  writeFileSync(
    file,
    text.replace(place, (_, begin, end) => `${begin}${table}${end}`),
  );
}
