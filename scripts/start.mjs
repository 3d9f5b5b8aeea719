#!/usr/bin/env node
// `npm start`: the extension in a VS Code, on a sample draft; installs and builds first.
//   --browser      in a browser, even where a desktop VS Code is at hand
//   --port N       the browser's port on 127.0.0.1
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { browser: { type: 'boolean' }, port: { type: 'string' } },
});

/** Runs a step that must succeed. */
function step(what, command, ...args) {
  console.log(what);
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  step('Installing what the build needs (npm ci) ...', 'npm', 'ci');
}
step('Building the extension ...', process.execPath, join(root, 'scripts/build.mjs'));

const { load } = await import('../test/e2e/load.mjs');
const { show } = await load('test/e2e/show.ts');
await show({ root, browser: options.browser, port: options.port && Number(options.port) });
