#!/usr/bin/env node
// `node scripts/fuzz-guided.mjs [--minutes N] [--target NAME]... [--seed S]`: as `npm run fuzz`, but guided by the code
// that a text reaches. Jazzer.js comes by npx, at one version: it is 30 MB, has a program for each system, runs no
// script when it is installed, and nothing else needs it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const JAZZER = '@jazzer.js/core@4.0.0';
const TARGETS = [
  'parser',
  'service',
  'organize',
  'format',
  'fix all',
  'line endings',
  'imports',
  'configuration',
  'framing',
];
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true, default: TARGETS },
    seed: { type: 'string', default: '640' },
  },
});
// Not below node_modules: Jazzer.js leaves alone what lies there.
const folder = join(tmpdir(), 'twir-fuzz');
const bundle = join(folder, 'guided.cjs');
mkdirSync(folder, { recursive: true });
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/guided.ts'],
  outfile: bundle,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  mainFields: ['module', 'main'],
  logLevel: 'error',
});
let broken = false;
for (const target of values.target) {
  console.log(`\n== ${target}`);
  const corpus = join(folder, target.replace(' ', '-'));
  mkdirSync(corpus, { recursive: true });
  for (const [n, text] of seeds(target).entries()) writeFileSync(join(corpus, `seed-${n}`), text);
  const seconds = Math.max(1, Math.round((Number(values.minutes) * 60) / values.target.length));
  const options = [
    `-max_total_time=${seconds}`,
    `-seed=${values.seed}`,
    '-max_len=2000',
    '-timeout=20',
    '-print_final_stats=1',
    '-verbosity=0',
    `-artifact_prefix=${folder}/${target.replace(' ', '-')}-`,
  ];
  const call = ['--yes', `--package=${JAZZER}`, 'jazzer', bundle, corpus, '-i', 'guided.cjs'];
  // A connection answers when it can: everything else is done when it returns.
  if (target !== 'framing') call.push('--sync');
  const { status, stdout, stderr } = spawnSync('npx', [...call, '--', ...options], {
    cwd: folder,
    env: { ...process.env, TWIR_FUZZ_TARGET: target },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const told = `${stdout}${stderr}`;
  const number = (name) => Number(new RegExp(`stat::${name}:\\s+(\\d+)`).exec(told)?.[1] ?? 0);
  console.log(`${number('number_of_executed_units')} texts, ${number('average_exec_per_sec')} a second`);
  if (status === 0) continue;
  broken = true;
  console.log(told.slice(-4000));
}
process.exitCode = broken ? 1 : 0;

/** Texts to begin with. */
function seeds(target) {
  if (target === 'configuration')
    return ['{"stage":"release","rules":{"whitespace":"off"},"ignore":[{"rule":"whitespace","line":"x"}]}'];
  if (target === 'imports')
    return [
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260304T180000Z\r\nRRULE:FREQ=MONTHLY;BYDAY=1WE\r\nSUMMARY:Evening\r\nLOCATION:Berlin\\, Germany\r\nURL:https://example.com/1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      '[{"title":"Evening","date":"2026-03-04","url":"https://example.com/1","location":"Berlin, Germany"}]',
    ];
  if (target === 'framing') {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    return [`Content-Length: ${body.length}\r\n\r\n${body}`];
  }
  return markdown();
}

function markdown() {
  const front =
    'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
  const events =
    '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Oslo, NO) | [Group](https://example.com/g)\n    * [**Evening**](https://example.com/e)\n';
  const links = '## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n';
  return [`${front}${links}\n${events}`, events, links, `${front}<!-- COTW goes here -->\n`];
}
