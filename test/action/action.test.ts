import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';
import { FRONT, gitIn, NAME, temporaryFolder } from '../cli/twir';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ACTION = readFileSync(path.join(root, 'action.yml'), 'utf8');
/** The script of the only step, without its indent. */
const SCRIPT = ACTION.slice(ACTION.indexOf('      run: |\n') + '      run: |\n'.length).replace(
  /^ {8}/gm,
  '',
);

const folder = temporaryFolder();
let built: string;
beforeAll(async () => {
  built = mkdtempSync(path.join(root, 'node_modules/.twir-action-'));
  for (const { outfile, ...options } of bundles()) {
    if (!outfile?.startsWith('dist/cli.')) continue;
    await esbuild.build({ ...options, outfile: path.join(built, path.basename(outfile)), sourcemap: false });
  }
  chmodSync(path.join(built, 'cli.js'), 0o755);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('the action', () => {
  it('tells of a pull request what it adds, in every way', () => {
    const git = gitIn(folder.path);
    git('init', '-qb', 'main');
    folder.write(`draft/${NAME}`, `${FRONT}Old. \n`);
    git('add', '.');
    git('commit', '-qm', 'before');
    git('checkout', '-qb', 'pull/1/head');
    folder.write(`draft/${NAME}`, `${FRONT}Old. \n\n* [A](https://example.com/a?utm_source=x)\n`);
    git('commit', '-qam', 'pull request');
    const at = (name: string) => path.join(folder.path, name);
    const run = (given: Record<string, string>) =>
      spawnSync('bash', ['--noprofile', '--norc', '-e', '-c', SCRIPT], {
        cwd: folder.path,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          XDG_CACHE_HOME: folder.path,
          RUNNER_TEMP: folder.path,
          GITHUB_OUTPUT: at('output'),
          GITHUB_STEP_SUMMARY: at('summary'),
          TWIR_PROGRAM: path.join(built, 'cli.js'),
          TWIR_VERSION: '0.1.0',
          TWIR_SINCE: 'main',
          TWIR_PATHS: '',
          TWIR_ROLE: 'contributor',
          TWIR_CI: 'false',
          TWIR_FAIL_ON: 'error',
          TWIR_SARIF: at('twir.sarif'),
          TWIR_COMMENT: at('comment.md'),
          ...given,
        },
      });
    const { stdout, stderr } = run({});
    expect(stderr).toBe('');
    expect(stdout).toContain('title=link-tracking');
    expect(stdout).not.toContain('title=whitespace');
    expect(readFileSync(at('output'), 'utf8')).toMatch(/^status=[01]\n$/);
    expect(readFileSync(at('summary'), 'utf8')).toContain('link-tracking');
    expect(readFileSync(at('comment.md'), 'utf8')).toContain('Thank you for the pull request!');
    expect(JSON.parse(readFileSync(at('twir.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(0);
    expect(run({ TWIR_FAIL_ON: 'hint' }).status).toBe(1);
    expect(run({ TWIR_FAIL_ON: 'never' }).status).toBe(0);
    expect(run({ TWIR_SINCE: '$(touch marker)' }).status).toBe(2);
    expect(existsSync(at('marker'))).toBe(false);
    // Names of changed files may be anything: a file called like an option is a file.
    const before = readFileSync(at(`draft/${NAME}`), 'utf8');
    const named = run({ TWIR_SINCE: '', TWIR_PATHS: `--fix\n--output=json=marker\n-\ndraft/${NAME}\n` });
    expect(named.stderr).toMatch(/^twir: --fix: no such file or folder$/m);
    expect(named.stderr).toMatch(/^twir: \.\/-: no such file or folder$/m);
    expect(named.stdout).toContain('title=link-tracking');
    expect(named.status).toBe(2);
    expect(existsSync(at('marker'))).toBe(false);
    expect(readFileSync(at(`draft/${NAME}`), 'utf8')).toBe(before);
  });

  it.each(['latest', '0.1.0 evil', 'file:evil', '../evil', ''])(
    'takes no version but an exact one: “%s”',
    (version) => {
      const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-c', SCRIPT], {
        cwd: folder.path,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          RUNNER_TEMP: folder.path,
          GITHUB_OUTPUT: path.join(folder.path, 'output'),
          TWIR_VERSION: version,
        },
      });
      expect(readFileSync(path.join(folder.path, 'output'), 'utf8')).toBe('status=2\n');
      expect(stdout).toBe('::error::version: an exact version of twir is needed, such as 0.1.0\n');
      expect(status).toBe(2);
    },
  );

  it('passes on its inputs by the environment only', () => {
    expect(SCRIPT).not.toContain('${{');
    const inputs = [...ACTION.matchAll(/^ {2}([a-z-]+):\n {4}description/gm)].map(([, name]) => name!);
    for (const input of inputs.filter((name) => name !== 'status'))
      expect(ACTION).toContain(`\${{ inputs.${input} }}`);
  });
});
