// `npm run fuzz -- --coverage`: as `npm run fuzz`, but guided by the code that a text reaches. Jazzer.js is no
// dependency: it is 30 MB and comes into a cache when first used; nothing runs when it is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const VERSION = '4.0.0';
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
const cache = join(root, 'node_modules/.cache/twir-authoring/jazzer');
/** Jazzer.js leaves alone what lies below node_modules; what it learned stays here from run to run. */
const folder = join(tmpdir(), 'twir-fuzz');

/**
 * Fuzzes target after target, each for its share of the time, and tells what was tried and found.
 *
 * @param minutes for all targets together
 * @param targets names of {@link TARGETS}; all without
 * @param node the program to run Node.js with: Jazzer.js needs version 2.38 of glibc or a later one, which may have to
 *   be named on the way to Node.js
 * @returns whether nothing was found
 */
export async function guided({ minutes, targets = TARGETS, seed = '640', node = process.execPath }) {
  for (const target of targets) {
    if (TARGETS.includes(target)) continue;
    console.error(`No such target: ${target}. There are: ${TARGETS.join(', ')}`);
    return false;
  }
  const jazzer = install();
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/fuzz/guided.ts'],
    outfile: join(folder, 'guided.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  let held = true;
  for (const target of targets) {
    const seconds = Math.max(1, Math.round((minutes * 60) / targets.length));
    held = fuzz(target, seconds, seed, [node, jazzer]) && held;
  }
  return held;
}

/** @returns where Jazzer.js begins */
function install() {
  const home = join(cache, 'node_modules/@jazzer.js/core');
  const manifest = join(home, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== VERSION) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }');
    const call = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@jazzer.js/core@${VERSION}`];
    const shell = process.platform === 'win32';
    if (spawnSync('npm', call, { cwd: cache, stdio: 'inherit', shell }).status !== 0) process.exit(2);
  }
  return join(home, JSON.parse(readFileSync(manifest, 'utf8')).bin.jazzer);
}

/** Fuzzes one target. @returns whether it held */
function fuzz(target, seconds, seed, [node, jazzer]) {
  const name = target.replace(' ', '-');
  const corpus = join(folder, name);
  mkdirSync(corpus, { recursive: true });
  for (const [n, text] of seeds(target).entries()) writeFileSync(join(corpus, `seed-${n}`), text);
  const options = [
    `-max_total_time=${seconds}`,
    `-seed=${seed}`,
    '-max_len=2000',
    '-print_final_stats=1',
    `-artifact_prefix=${folder}/${name}-`,
  ];
  const call = [jazzer, join(folder, 'guided.cjs'), corpus, '-i', 'guided.cjs', '--timeout', '20000'];
  // A connection answers when it can: everything else is done when it returns.
  if (target !== 'framing') call.push('--sync');
  const { status, stdout, stderr, error } = spawnSync(node, [...call, '--', ...options], {
    cwd: folder,
    env: { ...process.env, TWIR_FUZZ_TARGET: target },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const told = `${stdout}${stderr}${error?.message ?? ''}`;
  const number = (what) => Number(new RegExp(`stat::${what}:\\s+(\\d+)`).exec(told)?.[1] ?? 0);
  const reached = [...told.matchAll(/ cov: (\d+) /g)].map(([, count]) => Number(count));
  console.log(
    `${target}: ${number('number_of_executed_units')} texts, ${number('average_exec_per_sec')} a second, ` +
      `reached ${reached[0] ?? 0} places of the code at first, ${reached.at(-1) ?? 0} at last`,
  );
  if (status === 0) return true;
  console.log(told.slice(-4000));
  return false;
}

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
