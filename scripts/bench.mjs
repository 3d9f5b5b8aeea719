#!/usr/bin/env node
// `npm run bench`: language server and command line beside other linters, in turn. Takes seven minutes on a quiet
// machine, and writes docs/performance.md. Never part of the tests. Option: --rounds N (default 3).
// `npm run bench -- NAME...`: only these: check, growth, preview (inside of one process), fixes and slips
// (how much is found and put right), week (each command on a checkout with 640 issues), vscode (from opening a draft to its findings),
// memory (of the server over 10,000 keys).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { quantile, Samples } from './bench/measure.mjs';
import { writePage } from './bench/page.mjs';
import { installPeers } from './bench/peers.mjs';
import { makePlaces } from './bench/place.mjs';
import { checkAll } from './bench/programs.mjs';
import { REQUESTS } from './bench/requests.mjs';
import { typing, typingUnasked, warm } from './bench/server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/twir-authoring/bench');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const rounds = Number(values.rounds);
const ours = [process.execPath, join(root, 'dist/server.js'), '--stdio'];

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** A program of test/bench/ as one that Node.js can run. */
async function bundled(file) {
  const outfile = join(cache, file.replace(/ts$/, 'mjs'));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join('test/bench', file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    packages: 'external',
  });
  return outfile;
}

/** One turn of each server. @param {Samples} samples */
async function serverRound(samples, { places, peers, env }) {
  const add = (whose, { initialized, first, opened, loading, times, asked, peak }) => {
    samples.add('From a key to diagnostics, p50', whose, quantile(times, 0.5));
    samples.add('From a key to diagnostics, p95', whose, quantile(times, 0.95));
    samples.add(
      'The same in the first 5 s, while earlier issues are read, p95',
      whose,
      quantile(loading, 0.95),
    );
    samples.add('From start to initialized', whose, initialized);
    samples.add('From opening to first diagnostics', whose, first);
    samples.add('From start to first diagnostics', whose, opened);
    for (const [request, values] of Object.entries(asked))
      samples.add(`${request} right after a key, p95`, whose, quantile(values, 0.95));
    samples.add('Peak of memory after 1,000 keys, MB', whose, peak);
  };
  add('rumdl', await typing([peers.rumdl, 'server'], places, env));
  add('twir', await typing(ours, places, env, REQUESTS));
  const told = await typingUnasked(ours, places, env);
  samples.add('From a key to diagnostics that no client asks for, p95', 'twir', quantile(told, 0.95));
  const activation = spawnSync(process.execPath, [join(root, 'scripts/bench/activation.mjs')], { env });
  samples.add('Loading and activating the extension', 'twir', Number(activation.stdout));
}

async function besidePeers() {
  const peers = installPeers(cache);
  const places = makePlaces(root, cache);
  // Certificates of a proxy, where a machine names some: Node.js reads them for 40 ms whenever it starts.
  const { NODE_EXTRA_CA_CERTS: _, ...given } = process.env;
  const env = { ...given, XDG_CACHE_HOME: join(cache, 'home') };
  const cli = join(root, 'dist/cli.js');
  const counts = JSON.parse(
    spawnSync(process.execPath, [await bundled('keystrokes.ts'), join(places.checkout, places.draft)], {
      encoding: 'utf8',
    }).stdout,
  );
  // As after the first start: what V8 compiles is kept.
  for (const words of [['check', '--no-cache', 'draft'], ['--version']])
    spawnSync(process.execPath, [cli, ...words], { cwd: places.one, env });
  await warm(ours, places, env);
  const server = new Samples();
  const programs = { wall: new Samples(), cpu: new Samples() };
  const loads = [];
  for (let round = 1; round <= rounds; round += 1) {
    loads.push(loadavg()[0]);
    console.log(`round ${round} of ${rounds}, load ${loads.at(-1).toFixed(1)}`);
    await serverRound(server, { places, peers, env });
    checkAll(programs, { places, peers, env, cli });
  }
  console.log(`\n${writePage(root, { places, server, programs, counts, loads, rounds })}`);
}

mkdirSync(cache, { recursive: true });
run('scripts/build.mjs', '--minify');
if (positionals.length === 0) await besidePeers();
for (const name of positionals) {
  console.log(`\n== ${name}`);
  const script = `scripts/bench/${name}.mjs`;
  if (existsSync(join(root, script))) run(script);
  else run(await bundled(`${name}.bench.ts`), root);
}
