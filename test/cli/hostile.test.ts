import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { beforeEach, describe, expect, it } from 'vitest';
import { FRONT, gitIn, NAME, temporaryFolder, twir } from './twir';

const folder = temporaryFolder();
const { write } = folder;
const at = (name: string) => path.join(folder.path, name);
const CONTROL = /(?!\n)\p{Cc}/u;

describe('what is printed commands nobody', () => {
  const ESCAPES = '\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e';
  const TEXT = `${FRONT}## Updates from Rust Community\n\n### Official\n* [Title ${ESCAPES} ](https://example.com/a)\n* [Title ${ESCAPES} ](https://example.com/a)\n`;

  it.each(['text', 'json', 'sarif', 'github'])('from a document and its name: %s', async (format) => {
    const file = write(`draft/${ESCAPES.replaceAll('/', '')}/${NAME}`, TEXT);
    const { out, complaints, status } = await twir('check', '--format', format, file);
    expect(status).toBeLessThan(2);
    expect(out.length).toBeGreaterThan(100);
    expect(out + complaints).not.toMatch(CONTROL);
    expect(out + complaints).not.toContain('\u202e');
  });

  it('from a name that looks like a command of GitHub’s runner', async () => {
    const sub = at('::error::x');
    write(`::error::x/${NAME}`, `${FRONT}One. \n`);
    write(`##[error]x/${NAME}`, `${FRONT}One. \n`);
    const before = process.cwd();
    process.chdir(folder.path);
    try {
      for (const words of [
        ['check', '::error::x', '##[error]x'],
        ['organize', '::error::x', '##[error]x'],
        ['check', '::error::y', '##[error]y', '\n::error::z'],
        ['::error::x'],
        ['rules', '--format=::error::'],
      ]) {
        const { out, complaints } = await twir(...words);
        expect(out + complaints).not.toBe('');
        for (const line of (out + complaints).split('\n')) expect(line.trim()).not.toMatch(/^::|##\[/);
      }
    } finally {
      process.chdir(before);
    }
    expect(existsSync(sub)).toBe(true);
  });

  it('from a configuration and a revision', async () => {
    const file = write(`draft/${NAME}`, FRONT);
    write('.twir.json', JSON.stringify({ [ESCAPES]: 1, rules: { [`\n::error::${ESCAPES}`]: 'off' } }));
    execFileSync('git', ['init', '-q', folder.path]);
    for (const words of [
      ['check', file],
      ['check', '--since', `${ESCAPES}\n::error::x`, file],
    ]) {
      const { complaints } = await twir(...words);
      expect(complaints).not.toBe('');
      expect(complaints).not.toMatch(CONTROL);
      expect(complaints).not.toMatch(/^\s*::/m);
    }
  });
});

describe.skipIf(process.platform === 'win32')('odd files', () => {
  it('are passed over with one line each, and the rest is checked', async () => {
    write(`draft/${NAME}`, `${FRONT}One. \n`);
    const odd = (day: string) => at(`draft/2026-03-${day}-this-week-in-rust.md`);
    execFileSync('mkfifo', [odd('04')]);
    symlinkSync('/dev/zero', odd('11'));
    symlinkSync(path.basename(odd('18')), odd('18'));
    mkdirSync(odd('25'));
    symlinkSync('..', at('draft/up'));
    const { status, out, complaints } = await twir('check', at('draft'));
    expect(out).toMatch(/1 file checked/);
    expect(complaints.split('\n').slice(0, -1)).toEqual(
      ['04', '11', '18'].map((day) => `${odd(day)}: no regular file, passed over`),
    );
    expect(status).toBe(0);
    for (const day of ['04', '11', '18']) {
      const named = await twir('check', odd(day));
      expect(named.status).toBe(2);
      expect(named.complaints).toMatch(new RegExp(`^${odd(day)}: [^\n]+\n$`));
    }
  });

  it.skipIf(process.getuid?.() === 0)(
    'that may not be read or written end in one line and status 2',
    async () => {
      const file = write(`draft/${NAME}`, `${FRONT}One. \n`);
      chmodSync(at('draft'), 0o555);
      const written = await twir('check', '--fix', file);
      expect(written).toMatchObject({ status: 2, complaints: `${file}: permission denied\n` });
      chmodSync(at('draft'), 0o755);
      chmodSync(file, 0);
      expect(await twir('check', file)).toMatchObject({
        status: 2,
        complaints: `${file}: permission denied\n`,
      });
    },
  );

  it('that are links are written where they lead to', async () => {
    const file = write(`content/${NAME}`, `${FRONT}One. \r\n`);
    mkdirSync(at('draft'));
    symlinkSync(`../content/${NAME}`, at(`draft/${NAME}`));
    expect((await twir('check', '--fix', at(`draft/${NAME}`))).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`${FRONT}One.\n`);
  });
});

describe('the program', () => {
  let program: string;
  beforeEach(() => {
    program = at('cli.cjs');
    buildSync({
      entryPoints: [fileURLToPath(new URL('../../server/src/node/cli.ts', import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      outfile: program,
    });
  });
  const run = (...words: string[]) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });

  it('knows no command that is none', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const { status, stdout, stderr } = run(name);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^twir: unknown command “${name}”[^\n]*\n$`));
    }
  });

  it.skipIf(process.platform === 'win32')('ends quietly when nobody reads on', () => {
    const draft = write(`draft/${NAME}`, `${FRONT}${'One. \n\n'.repeat(8000)}`);
    for (const words of [
      ['rules'],
      ['check', draft],
      ['check', '--format=json', draft],
      ['render', draft],
      ['--help'],
    ]) {
      const line = `"${process.execPath}" "${program}" ${words.map((word) => `"${word}"`).join(' ')}`;
      const { stderr, status } = spawnSync('sh', ['-c', `${line} | head -c 10`], { encoding: 'utf8' });
      expect({ words, stderr, status }).toEqual({ words, stderr: '', status: 0 });
    }
  });

  it.skipIf(!existsSync('/dev/full'))('says so when its output can’t be written', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" rules > /dev/full`],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'twir: standard output: the disk is full\n' });
  });

  it('runs nothing that a checked folder names', () => {
    const trap = write('trap', `#!/bin/sh\necho ran >> "${at('marker')}"\nexit 1\n`);
    chmodSync(trap, 0o755);
    write(`draft/${NAME}`, `${FRONT}One. \n`);
    const git = gitIn(folder.path);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'before');
    write('draft/HEAD', `${'1'.repeat(40)}\n`);
    write('draft/objects/x', '');
    write('draft/refs/x', '');
    write(
      'draft/config',
      `[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n\tfsmonitor = ${trap}\n[extensions]\n\tpartialClone = o\n[remote "o"]\n\turl = .\n\tpromisor = true\n\tuploadpack = ${trap}\n`,
    );
    writeFileSync(at(`draft/${NAME}`), `${FRONT}One. \nTwo. \n`);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'check', '--since', 'HEAD', 'draft'],
      {
        cwd: folder.path,
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('7:5  info');
    expect(existsSync(at('marker'))).toBe(false);
  });
});
