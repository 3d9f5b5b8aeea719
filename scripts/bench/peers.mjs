// The linters that we are measured beside, in a folder of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const VERSIONS = { rumdl: '0.2.75', 'markdownlint-cli2': '0.24.1' };

/**
 * Installs them unless they are there.
 *
 * @returns {{ rumdl: string, markdownlint: string }} a program, and a script for Node.js
 */
export function installPeers(cache) {
  const folder = join(cache, 'peers');
  const modules = join(folder, 'node_modules');
  const versionOf = (name) => {
    const manifest = join(modules, name, 'package.json');
    return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
  };
  const missing = Object.entries(VERSIONS).filter(([name, version]) => versionOf(name) !== version);
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    const wanted = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
    spawnSync('npm', ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  const rumdl = ['rumdl', 'rumdl.exe']
    .flatMap((file) =>
      readdirSync(join(modules, '@rumdl')).map((name) => join(modules, '@rumdl', name, file)),
    )
    .find(existsSync);
  if (rumdl === undefined) throw new Error('rumdl has no program for this machine');
  return { rumdl, markdownlint: join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs') };
}
