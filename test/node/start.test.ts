import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';
import { CodeCache } from '../../server/src/node/start/codeCache';
import { temporaryFolder } from '../cli/twir';

const folder = temporaryFolder();
const windows = process.platform === 'win32';
let cache: string;
let count = 0;
beforeEach(() => {
  count += 1;
  cache = path.join(folder.path, `cache-${count}`);
});
const kept = () => (existsSync(cache) ? readdirSync(cache) : []);

describe('the code that V8 has compiled', () => {
  const code = Buffer.from('compiled');

  it('is found again for the same program only', () => {
    const one = new CodeCache(['one'], cache);
    expect(one.read()).toBeUndefined();
    one.write(code);
    expect(new CodeCache(['one'], cache).read()).toEqual(code);
    expect(new CodeCache(['one', ''], cache).read()).toBeUndefined();
    expect(new CodeCache(['two'], cache).read()).toBeUndefined();
    one.write(Buffer.from('again'));
    expect(one.read()).toEqual(Buffer.from('again'));
    expect(kept()).toHaveLength(1);
  });

  it('is not taken when it is not what was written', () => {
    const one = new CodeCache(['one'], cache);
    one.write(code);
    const file = path.join(cache, kept()[0]!);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, -1));
    expect(one.read()).toBeUndefined();
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(one.read()).toBeUndefined();
    writeFileSync(file, '');
    expect(one.read()).toBeUndefined();
  });

  it.skipIf(windows)('is neither read from nor put where others can write', () => {
    const one = new CodeCache(['one'], cache);
    one.write(code);
    chmodSync(cache, 0o777);
    expect(one.read()).toBeUndefined();
    new CodeCache(['two'], cache).write(code);
    expect(kept()).toHaveLength(1);
  });

  it('does not pile up', () => {
    for (let n = 0; n < 30; n += 1) new CodeCache([String(n)], cache).write(code);
    expect(kept()).toHaveLength(24);
  });
});

describe('a program', () => {
  it('is plain ASCII, regular expressions too', async () => {
    const {
      entryPoints: _,
      outfile: __,
      ...options
    } = bundles().find(({ outfile }) => outfile === 'dist/cli.program.js')!;
    const outfile = path.join(folder.path, 'dashes.js');
    const contents = "console.log(/^[–—]$/.test('—'), 'é', /\\u2013/.source)";
    await esbuild.build({ ...options, stdin: { contents }, outfile, sourcemap: false });
    expect(readFileSync(outfile, 'utf8')).not.toMatch(/[\u0080-\uffff]/);
    const { stdout } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' });
    expect(stdout).toBe('true é \\u2013\n');
  });
});

describe('a start', () => {
  let program: string;
  beforeAll(async () => {
    const { outfile, ...options } = bundles().find(({ outfile }) => outfile === 'dist/cli.js')!;
    program = path.join(folder.path, 'cli.js');
    await esbuild.build({ ...options, outfile: program, sourcemap: false });
    folder.write(
      'cli.program.js',
      `const path = require('node:path');
console.log(process.argv.slice(2).join(), path.basename(__filename), typeof module.exports);
process.exitCode = Number(process.argv[3] ?? 0);`,
    );
  });
  const run = (...words: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: folder.path },
    });
    expect(stderr).toBe('');
    return `${status} ${stdout.trim()}`;
  };

  it('runs the program beside it, with code from an earlier run or without', () => {
    cache = path.join(folder.path, 'twir');
    expect(run('check')).toBe('0 check cli.program.js object');
    const [file] = kept();
    expect(kept()).toHaveLength(1);
    expect(run('check')).toBe('0 check cli.program.js object');
    expect(kept()).toEqual([file]);
    // Whole, but nothing that V8 would take: it says so, and the next run finds better.
    const before = readFileSync(path.join(cache, file!));
    new CodeCache(['other'], cache).write(Buffer.from('something else'));
    const other = kept().find((name) => name !== file)!;
    renameSync(path.join(cache, other), path.join(cache, file!));
    expect(run('check')).toBe('0 check cli.program.js object');
    expect(readFileSync(path.join(cache, file!)).length).toBeGreaterThan(before.length / 2);
    // Each command calls other functions, and what was misunderstood calls none.
    expect(run('chek', '2')).toBe('2 chek,2 cli.program.js object');
    expect(kept()).toHaveLength(1);
    expect(run('render', '1')).toBe('1 render,1 cli.program.js object');
    expect(kept()).toHaveLength(2);
  });

  it('keeps what a server has compiled by and by, once that is much more', () => {
    cache = path.join(folder.path, 'twir');
    const sum = Array.from({ length: 200 }, (_, n) => `() => ${n} + process.pid`).join();
    writeFileSync(
      path.join(path.dirname(program), 'cli.program.js'),
      `const all = [${sum}]; if (process.argv[3] === '0') for (const each of all) each();`,
    );
    const before = new Set(kept());
    const size = () => {
      const [file] = kept().filter((name) => !before.has(name));
      return readFileSync(path.join(cache, file!)).length;
    };
    run('server');
    const little = size();
    run('server', '0');
    const much = size();
    expect(much).toBeGreaterThan(little * 1.2);
    run('server');
    expect(size()).toBe(much);
  });

  it('has loaded the larger modules of Node.js', () => {
    writeFileSync(
      path.join(path.dirname(program), 'cli.program.js'),
      `const before = process.moduleLoadList.length;
for (const name of ['dgram', 'fs/promises', 'net', 'perf_hooks']) require('node:' + name);
console.log(process.moduleLoadList.length - before);`,
    );
    expect(run('check')).toBe('0 0');
  });

  it('reads letters beyond ASCII as they are', () => {
    writeFileSync(
      path.join(path.dirname(program), 'cli.program.js'),
      "console.log(/^[\u{1f980}–]$/u.test('\\u2013'), 'é'.length);",
    );
    expect(run('check')).toBe('0 true 1');
  });
});
