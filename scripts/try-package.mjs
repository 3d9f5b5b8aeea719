#!/usr/bin/env node
// Installs build/twir.tgz into an empty prefix and runs every command of it, the language server, and editors with it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tryEditors } from '../test/editors/editors.mjs';

const tarball = fileURLToPath(new URL('../build/twir.tgz', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'twir-package-'));
const windows = process.platform === 'win32';
const NAME = '2026-02-25-this-week-in-rust.md';
const FRONT = 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const TEMPLATE = FRONT.replaceAll('640', '$twir_issue_number').replace('2026-02-25', '$twir_issue_date');
const CALENDAR =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260310\r\nSUMMARY:Rust in Oslo\r\nLOCATION:Oslo, Norway\r\nURL:https://example.com/oslo\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

const failures = [];
function expectThat(ok, what, seen) {
  console.log(`${ok ? 'ok     ' : 'FAILED '} ${what}`);
  if (!ok) failures.push(`${what}: ${JSON.stringify(seen).slice(-600)}`);
}

try {
  const prefix = join(folder, 'prefix');
  const npm = spawnSync(
    'npm',
    ['install', '--global', '--prefix', prefix, '--offline', '--no-audit', '--no-fund', tarball],
    { encoding: 'utf8', shell: windows },
  );
  expectThat(npm.status === 0, 'npm installs it without a network', npm.stderr);
  const packages = readdirSync(join(prefix, windows ? 'node_modules' : 'lib/node_modules'));
  expectThat(packages.join() === 'twir', 'it needs no other package', packages);
  const program = join(prefix, windows ? 'twir.cmd' : 'bin/twir');

  const work = join(folder, 'work');
  mkdirSync(join(work, 'draft'), { recursive: true });
  writeFileSync(join(work, 'draft', NAME), `${FRONT}One. \n\n## Upcoming Events\n\n### Europe\n`);
  writeFileSync(join(work, 'draft/DRAFT_TEMPLATE'), TEMPLATE);
  writeFileSync(join(work, 'events.ics'), CALENDAR);
  writeFileSync(
    join(work, 'week.md'),
    '## Updates from Rust Community\n\n### Research\n* [R](https://example.com/r)\n',
  );
  const git = (...words) =>
    spawnSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words]);
  git('init', '-qb', 'main');
  git('remote', 'add', 'origin', 'https://github.com/rust-lang/cargo.git');
  git('add', '.');
  git('commit', '-qm', 'All');
  const twir = (words, input = '') =>
    spawnSync(program, words, { cwd: work, encoding: 'utf8', input, shell: windows });
  const draft = join('draft', NAME);
  const calls = [
    ['--version', 0, /^\d+\.\d+\.\d+/],
    ['--help', 0, /Commands:/],
    [`check ${draft}`, 0, /1 file checked/],
    [`render --theme site ${draft}`, 0, /^<!doctype html>/],
    ['new-draft --date 2026-04-01 --out -', 0, /This Week in Rust 645/],
    [`organize ${draft}`, 0, /events/],
    [`format ${draft}`, 0, /formatted/],
    [`add-events --from events.ics ${draft}`, 0, /1 of 1 events added/],
    [`fill --from week.md ${draft}`, 0, /Research/],
    [`changes --list --repo . ${draft}`, 0, /^$/],
    [`publish --dry-run --base main ${draft}`, 1, /./],
    [`announce ${draft}`, 0, /This Week in Rust 640/],
    [`check --since main --fail-on never --output junit ${draft}`, 0, /<testsuites/],
    ['rules', 0, /whitespace/],
    ['explain whitespace', 0, /whitespace/],
    ['completions bash', 0, /complete -o/],
    ['server', 2, /^$/],
    ['server --help', 0, /--stdio/],
    ['chek', 2, /^$/],
  ];
  for (const [call, status, output] of calls) {
    const seen = twir(call.split(' '));
    expectThat(seen.status === status && output.test(seen.stdout), `twir ${call}`, seen);
  }

  // Whatever command there is, it is there.
  const commands = [
    ...twir(['--help'])
      .stdout.split('Commands:')[1]
      .matchAll(/^ {2}([a-z-]+) {2}/gm),
  ];
  for (const [, command] of commands) {
    const seen = twir([command, '--help']);
    expectThat(seen.status === 0 && seen.stdout.includes('Examples:'), `twir ${command} --help`, seen);
  }

  const message = (body) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...body });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const served = await new Promise((done) => {
    const server = spawn(program, ['server', '--stdio'], { cwd: work, shell: windows });
    let stdout = '';
    const timer = setTimeout(() => server.kill(), 20_000);
    server.stdout.on('data', (chunk) => {
      const first = !stdout.includes('"serverInfo"');
      stdout += chunk;
      if (!first || !stdout.includes('"serverInfo"')) return;
      server.stdin.write(message({ method: 'initialized', params: {} }));
      server.stdin.write(message({ id: 2, method: 'shutdown' }));
      server.stdin.write(message({ method: 'exit' }));
    });
    server.on('close', (status) => {
      clearTimeout(timer);
      done({ status, stdout });
    });
    const params = { processId: null, rootUri: null, capabilities: {} };
    server.stdin.write(message({ id: 1, method: 'initialize', params }));
  });
  expectThat(
    served.status === 0 && /"serverInfo":\{"name":"twir","version":"\d/.test(served.stdout),
    'twir server --stdio',
    served,
  );

  await tryEditors(program, expectThat);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
