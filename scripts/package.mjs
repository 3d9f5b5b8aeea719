#!/usr/bin/env node
// Makes build/twir-authoring.vsix, the extension, and build/twir.tgz, the npm package with the command line and the
// language server. Both are minified and self-contained. Options: --out FILE, where the .vsix goes; --only vsix|npm.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = join(root, 'build');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
const vsix = resolve(values.out ?? join(build, `${manifest.name}.vsix`));
const tarball = join(build, 'twir.tgz');
/** What a download may weigh. */
const LIMITS = { [vsix]: 800 * 1024, [tarball]: 800 * 1024 };

function run(command, ...args) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell });
  if (status !== 0) process.exit(status ?? 1);
}

function weigh(file) {
  const { size } = statSync(file);
  console.log(`${file}: ${Math.round(size / 1024)} KB`);
  if (size <= LIMITS[file]) return;
  console.error(`${file} is larger than ${LIMITS[file] / 1024} KB`);
  process.exit(1);
}

function packExtension() {
  mkdirSync(dirname(vsix), { recursive: true });
  run(
    process.execPath,
    join(root, 'node_modules/@vscode/vsce/vsce'),
    'package',
    // Everything is bundled into dist/.
    '--no-dependencies',
    ...['--out', vsix],
    // Without a public repository there is no address that relative links and pictures could be completed with.
    ...(manifest.repository ? [] : withoutRepository()),
  );
  weigh(vsix);
}

/** Options for a package whose README has no pictures: they would be dead. */
function withoutRepository() {
  const readme = join(build, 'README.md');
  const ignored = join(build, 'vscodeignore');
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  writeFileSync(readme, text.replaceAll(/^ *!\[[^\]]*\]\([^)]*\)\n+/gm, ''));
  const files = readFileSync(join(root, '.vscodeignore'), 'utf8');
  writeFileSync(ignored, files.replace('!README.md', '!build/README.md'));
  return [
    ...['--allow-missing-repository', '--no-rewrite-relative-links'],
    ...['--readme-path', relative(root, readme), '--ignoreFile', relative(root, ignored)],
  ];
}

/** The npm package has a manifest of its own: what it needs of ours, and nothing of an extension's. */
function packNpm() {
  const stage = join(build, 'npm');
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, 'dist'), { recursive: true });
  for (const file of ['cli.js', 'cli.program.js', 'words.txt'])
    copyFileSync(join(root, 'dist', file), join(stage, 'dist', file));
  for (const file of ['LICENSE', 'CHANGELOG.md', 'THIRD_PARTY_NOTICES.txt'])
    copyFileSync(join(root, file), join(stage, file));
  copyFileSync(join(root, 'docs/cli.md'), join(stage, 'README.md'));
  // What rules link to until there is a public repository.
  cpSync(join(root, 'docs/rules'), join(stage, 'docs/rules'), { recursive: true });
  copyFileSync(join(root, 'docs/ci.md'), join(stage, 'docs/ci.md'));
  const { version, license, engines, repository, bugs, homepage } = manifest;
  const own = {
    name: 'twir',
    version,
    description: 'Write, check and preview This Week in Rust: command line and language server',
    license,
    bin: { twir: 'dist/cli.js' },
    engines: { node: engines.node },
    ...(repository ? { repository } : {}),
    ...(bugs ? { bugs } : {}),
    ...(homepage ? { homepage } : {}),
    keywords: ['this week in rust', 'newsletter', 'markdown', 'linter', 'lsp'],
  };
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(own, undefined, 2)}\n`);
  run('npm', 'pack', stage, '--pack-destination', build, '--ignore-scripts', '--silent');
  const [packed] = readdirSync(build).filter((name) => name === `twir-${version}.tgz`);
  renameSync(join(build, packed), tarball);
  weigh(tarball);
}

run(process.execPath, join(root, 'scripts/build.mjs'), '--minify');
mkdirSync(build, { recursive: true });
if (values.only !== 'npm') packExtension();
if (values.only !== 'vsix') packNpm();
