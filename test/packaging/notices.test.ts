import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

it('tells of everything that is bundled, and of nothing else', () => {
  const told = execFileSync(process.execPath, ['scripts/notices.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  const count = Number(/^(\d+) packages are bundled/m.exec(told)?.[1]);
  const { components } = JSON.parse(read('sbom.cdx.json')) as {
    components: { name: string; hashes?: unknown }[];
  };
  expect(components).toHaveLength(count);
  expect(components.filter(({ hashes }) => hashes === undefined)).toEqual([]);
  const notices = read('THIRD_PARTY_NOTICES.txt');
  expect(components.filter(({ name }) => !notices.includes(`\n${name} `))).toEqual([]);
  expect(notices).toMatch(/The source of ical\.js [\d.]+, unchanged/);
});

it('gives a reason for every dependency that is bundled by our own choice', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  // Everything is bundled: whoever installs us installs nothing else.
  expect(dependencies).toBeUndefined();
  const reasons = read('docs/dependencies.md');
  expect(Object.keys(devDependencies).filter((name) => !reasons.includes(`| \`${name}\` |`))).toEqual([]);
  const named = [...reasons.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
  expect(named.filter((name) => !(name in devDependencies))).toEqual([]);
});

it('is brought along in the extension', () => {
  const kept = read('.vscodeignore').split('\n');
  for (const file of ['THIRD_PARTY_NOTICES.txt', 'LICENSE']) expect(kept).toContain(`!${file}`);
});
