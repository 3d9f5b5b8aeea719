#!/usr/bin/env node
// Makes the .vsix: a minified build and nothing but what .vscodeignore lets through. Option: --out FILE.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = resolve(values.out ?? join(root, `${name}-${version}.vsix`));
mkdirSync(dirname(out), { recursive: true });

const vsce = [
  join(root, 'node_modules/@vscode/vsce/vsce'),
  'package',
  // Everything is bundled into dist/.
  '--no-dependencies',
  ...['--out', out],
  // Without a public repository there is no address that relative links could be completed with.
  ...(repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links']),
];
for (const args of [[join(root, 'scripts/build.mjs'), '--minify'], vsce]) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}
