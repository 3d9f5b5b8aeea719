#!/usr/bin/env node
// `npm run bench -- peers`: our server and command line beside other linters, in turn, three times. Writes
// docs/performance.md. On real issues when they stand beside the checkout, else on our own.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/twir-authoring');
const PEERS = { rumdl: '0.2.75', 'markdownlint-cli2': '0.24.1' };
const ROUNDS = 3;
const EDITS = 100;
/** How many of the latest issues are checked from the command line: all take minutes. */
const MANY = 60;

const peers = join(cache, 'peers');
mkdirSync(peers, { recursive: true });
if (!existsSync(join(peers, 'package.json')))
  writeFileSync(join(peers, 'package.json'), '{"private":true}\n');
const wanted = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
spawnSync('npm', ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
  cwd: peers,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const rumdl = readdirSync(join(peers, 'node_modules/@rumdl'))
  .map((name) => join(peers, 'node_modules/@rumdl', name, 'rumdl'))
  .find(existsSync);
const markdownlint = join(peers, 'node_modules/.bin/markdownlint-cli2');

/** A checkout of the newsletter with one draft, as an author has it. */
function workspace() {
  const real = join(root, '../shared/corpus/content');
  const own = join(root, 'test/corpus/content');
  const source = existsSync(real) ? real : own;
  const folder = join(cache, 'bench-workspace');
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['content', 'draft']) mkdirSync(join(folder, name), { recursive: true });
  const names = readdirSync(source)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const draft = names.includes('2024-11-20-this-week-in-rust.md')
    ? '2024-11-20-this-week-in-rust.md'
    : names.at(-1);
  for (const name of names)
    cpSync(join(source, name), join(folder, name === draft ? 'draft' : 'content', name));
  return { folder, draft: join(folder, 'draft', draft), issues: names.length, real: source === real };
}

/** Types at places all over a draft and waits for the diagnostics of each version. @returns milliseconds */
async function typing(command, args, { folder, draft }) {
  const server = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map();
  let rest = Buffer.alloc(0);
  let ids = 0;
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  server.stdout.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head))[1]);
      if (rest.length < head + 4 + length) return;
      const message = JSON.parse(rest.subarray(head + 4, head + 4 + length));
      rest = rest.subarray(head + 4 + length);
      if (message.method && message.id !== undefined)
        send({ id: message.id, result: message.params?.items?.map(() => ({})) ?? null });
      else waiting.get(message.id)?.(message.result);
    }
  });
  const ask = (method, params) =>
    new Promise((resolve) => {
      ids += 1;
      waiting.set(ids, resolve);
      send({ id: ids, method, params });
    });
  const uri = pathToFileURL(draft).href;
  const rootUri = pathToFileURL(folder).href;
  const begin = performance.now();
  const { capabilities } = await ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  send({ method: 'initialized', params: {} });
  const sync = capabilities.textDocumentSync;
  const incremental = (sync?.change ?? sync) === 2;
  const text = readFileSync(draft, 'utf8');
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
  });
  const pull = () => ask('textDocument/diagnostic', { textDocument: { uri } });
  await pull();
  const opened = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const lines = text.split('\n');
  const times = [];
  for (let n = 0; n < EDITS; n += 1) {
    const line = (n * 37 + 11) % lines.length;
    const at = { line, character: lines[line].length };
    lines[line] += 'x';
    const start = performance.now();
    const change = incremental ? { range: { start: at, end: at }, text: 'x' } : { text: lines.join('\n') };
    send({
      method: 'textDocument/didChange',
      params: { textDocument: { uri, version: n + 2 }, contentChanges: [change] },
    });
    await pull();
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const status = `/proc/${server.pid}/status`;
  const peak = existsSync(status)
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))[1]) / 1024
    : NaN;
  server.kill();
  return { opened, p50: quantile(times, 0.5), p95: quantile(times, 0.95), peak };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function timeOf(command, args, cwd) {
  const begin = performance.now();
  spawnSync(command, args, { cwd, stdio: 'ignore' });
  return performance.now() - begin;
}

const place = workspace();
const ours = { server: [], one: [], all: [] };
const theirs = { server: [], one: [], all: [], fast: [] };
const cli = join(root, 'dist/cli.js');
const many = readdirSync(join(place.folder, 'content'))
  .sort()
  .slice(-MANY)
  .map((name) => `content/${name}`);
const draftName = `draft/${place.draft.split(/[\\/]/).at(-1)}`;
for (let round = 1; round <= ROUNDS; round += 1) {
  console.log(`round ${round} of ${ROUNDS}, load ${loadavg()[0].toFixed(1)}`);
  theirs.server.push(await typing(rumdl, ['server'], place));
  ours.server.push(await typing(process.execPath, [join(root, 'dist/server.js'), '--stdio'], place));
  theirs.one.push(timeOf(markdownlint, [draftName], place.folder));
  ours.one.push(timeOf(process.execPath, [cli, 'check', draftName], place.folder));
  theirs.all.push(timeOf(markdownlint, many, place.folder));
  ours.all.push(timeOf(process.execPath, [cli, 'check', ...many], place.folder));
  theirs.fast.push(timeOf(rumdl, ['check', '--no-cache', ...many], place.folder));
}

const median = (values) => quantile(values, 0.5);
const row = (what, unit, mine, peer, name) => {
  const [a, b] = [median(mine), median(peer)];
  const each = (values) => values.map((value) => value.toFixed(unit === 's' ? 2 : 1)).join(', ');
  return `| ${what} | ${a.toFixed(unit === 's' ? 2 : 1)} ${unit} (${each(mine)}) | ${b.toFixed(unit === 's' ? 2 : 1)} ${unit} (${each(peer)}) | ${name} | ${(a / b).toFixed(2)} |`;
};
const of = (runs, key) => runs.map((run) => run[key]);
const seconds = (values) => values.map((value) => value / 1000);
const table = [
  '| What | Ours | Peer | Which | Ratio |',
  '| --- | --- | --- | --- | --- |',
  row('Key to diagnostics, p50', 'ms', of(ours.server, 'p50'), of(theirs.server, 'p50'), 'rumdl'),
  row('Key to diagnostics, p95', 'ms', of(ours.server, 'p95'), of(theirs.server, 'p95'), 'rumdl'),
  row('Start to first diagnostics', 'ms', of(ours.server, 'opened'), of(theirs.server, 'opened'), 'rumdl'),
  row('Peak memory of the server', 'MB', of(ours.server, 'peak'), of(theirs.server, 'peak'), 'rumdl'),
  row('Check one issue, whole process', 's', seconds(ours.one), seconds(theirs.one), 'markdownlint-cli2'),
  row(`Check ${many.length} issues`, 's', seconds(ours.all), seconds(theirs.all), 'markdownlint-cli2'),
  row(`Check ${many.length} issues`, 's', seconds(ours.all), seconds(theirs.fast), 'rumdl'),
];
const text = `# How fast it is

Written by \`npm run bench -- peers\` on ${new Date().toISOString().slice(0, 10)}: medians of ${ROUNDS} runs in turn with the peer, each run in brackets.
Times are those of a machine with ${cpus().length} cores (${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}), Node.js ${process.version.slice(1)}, under a load of ${loadavg()[0].toFixed(1)}; only the ratios
mean something elsewhere. Peers: ${Object.entries(PEERS)
  .map(([name, version]) => `${name} ${version}`)
  .join(
    ', ',
  )}. The draft has ${(readFileSync(place.draft).length / 1000).toFixed(0)} KB, and ${place.issues - 1} ${place.real ? 'published' : 'invented'} issues beside it are
compared with; the peers compare nothing with anything.

${table.join('\n')}

What a keystroke costs is counted in \`test/rules/counts.test.ts\`: one piece of the issue read, less than 4 KB of text, the
rules about pieces asked about it alone, and those about the whole only when a fact that they go by has changed.
`;
writeFileSync(join(root, 'docs/performance.md'), text);
console.log(text);
