#!/usr/bin/env node
// `npm run check -- FILE...`: the command line without installing it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;

let status = 0;
if (!existsSync(`${root}/dist/cli.js`)) status = run(`${root}/scripts/build.mjs`);
process.exitCode = status || run(`${root}/dist/cli.js`, 'check', ...process.argv.slice(2));
