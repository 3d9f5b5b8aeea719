import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFile, removeFile, replaceFile, type WriteSteps } from '../../server/src/node/writeFile';

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'twir-write-'));
  file = path.join(folder, 'a.md');
  fs.writeFileSync(file, 'old\r\n');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const text = (name = file) => fs.readFileSync(name, 'utf8');
const names = () => fs.readdirSync(folder).sort();
const STEPS = [
  'openSync',
  'writeSync',
  'fchmodSync',
  'fchownSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
] as const satisfies readonly (keyof WriteSteps)[];

/** The steps as they are, but `hook` comes before each. */
function hooked(hook: (step: string, count: number) => void): WriteSteps {
  let count = 0;
  const steps = Object.fromEntries(
    STEPS.map((name) => [
      name,
      (...args: unknown[]) => {
        count += 1;
        hook(name, count);
        return (fs[name] as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  );
  return steps as unknown as WriteSteps;
}

describe('replacing a file', () => {
  it('writes the text as it is and leaves nothing beside it', () => {
    replaceFile(file, 'old\r\n', '\ufeffnew 🦀\r\nlines\n');
    expect(text()).toBe('\ufeffnew 🦀\r\nlines\n');
    expect(names()).toEqual(['a.md']);
  });

  it('keeps the mode', () => {
    fs.chmodSync(file, 0o640);
    replaceFile(file, 'old\r\n', 'new');
    expect(fs.statSync(file).mode & 0o7777).toBe(0o640);
  });

  it.skipIf(process.getuid?.() !== 0)('keeps the owner where it may', () => {
    fs.chownSync(file, 12345, 23456);
    replaceFile(file, 'old\r\n', 'new');
    expect(fs.statSync(file)).toMatchObject({ uid: 12345, gid: 23456 });
  });

  it('writes what a link leads to', () => {
    const link = path.join(folder, 'link.md');
    fs.symlinkSync('a.md', link);
    replaceFile(link, 'old\r\n', 'new');
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(text()).toBe('new');
  });

  it('does not overwrite what was changed since it was read', () => {
    expect(() => replaceFile(file, 'older\n', 'new')).toThrow(`${file}: was changed by somebody else`);
    expect(text()).toBe('old\r\n');
    // Changed at the last moment.
    const late = hooked((step) => {
      if (step === 'fsyncSync') fs.writeFileSync(file, 'theirs\n');
    });
    expect(() => replaceFile(file, 'old\r\n', 'new', late)).toThrow('was changed by somebody else');
    expect(text()).toBe('theirs\n');
    expect(names()).toEqual(['a.md']);
  });

  it('leaves the old file whole when a step fails', () => {
    let failures = 0;
    for (let failing = 1; failing < 20; failing += 1) {
      let done = false;
      const steps = hooked((_, count) => {
        if (count === failing) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
      });
      try {
        replaceFile(file, 'old\r\n', 'new');
        fs.writeFileSync(file, 'old\r\n');
        replaceFile(file, 'old\r\n', 'new', steps);
        done = true;
      } catch (error) {
        failures += 1;
        expect((error as Error).message).toBe(`${file}: the disk is full`);
      }
      expect(text()).toBe(done ? 'new' : 'old\r\n');
      expect(names()).toEqual(['a.md']);
      fs.writeFileSync(file, 'old\r\n');
    }
    expect(failures).toBeGreaterThan(5);
  });

  it('leaves the old file whole when a write stops halfway', () => {
    const steps = hooked(() => {});
    const half: WriteSteps = {
      ...steps,
      writeSync: (descriptor, bytes) => {
        fs.writeSync(descriptor, bytes, 0, 2);
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    };
    expect(() => replaceFile(file, 'old\r\n', 'a longer new text', half)).toThrow('the disk is full');
    expect(text()).toBe('old\r\n');
    expect(names()).toEqual(['a.md']);
  });

  it.skipIf(process.platform === 'win32')(
    'is the old or the new file after being killed before any step',
    () => {
      const bundle = path.join(folder, 'bundle.cjs');
      const entry = fileURLToPath(new URL('../../server/src/node/writeFile.ts', import.meta.url));
      buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile: bundle });
      const script = path.join(folder, 'child.cjs');
      fs.writeFileSync(
        script,
        `const fs = require('node:fs'); const { replaceFile } = require('./bundle.cjs'); let left = Number(process.argv[2]);
const steps = Object.fromEntries(${JSON.stringify(STEPS)}.map((name) => [name, (...args) => {
  if (--left === 0) process.kill(process.pid, 'SIGKILL');
  return fs[name](...args);
}]));
replaceFile(process.argv[3], 'old', 'new', steps);`,
      );
      const found: string[] = [];
      for (let step = 1; ; step += 1) {
        fs.writeFileSync(file, 'old');
        const { signal, status } = spawnSync(process.execPath, [script, String(step), file]);
        found.push(text());
        if (status === 0) break;
        expect(signal).toBe('SIGKILL');
      }
      expect(found.length).toBeGreaterThan(6);
      expect(new Set(found)).toEqual(new Set(['old', 'new']));
      // Once it is new it stays new.
      expect(found.lastIndexOf('old')).toBeLessThan(found.indexOf('new'));
    },
  );

  it.skipIf(!fs.existsSync('/dev/full'))('says so when the disk is full', () => {
    const full: WriteSteps = {
      ...hooked(() => {}),
      writeSync: (_, bytes) => {
        const device = fs.openSync('/dev/full', 'w');
        try {
          return fs.writeSync(device, bytes);
        } finally {
          fs.closeSync(device);
        }
      },
    };
    expect(() => replaceFile(file, 'old\r\n', 'new', full)).toThrow(`${file}: the disk is full`);
    expect(text()).toBe('old\r\n');
  });

  it('tells what is no file, and where', () => {
    expect(() => replaceFile(folder, '', 'new')).toThrow(`${folder}: is a folder`);
    const missing = path.join(folder, 'missing.md');
    expect(() => replaceFile(missing, '', 'new')).toThrow(`${missing}: no such file or folder`);
  });
});

describe('creating a file', () => {
  const target = () => path.join(folder, 'new.html');

  it('writes a new one, whole', () => {
    createFile(target(), 'new');
    expect(text(target())).toBe('new');
    expect(names()).toEqual(['a.md', 'new.html']);
  });

  it('overwrites only when told to', () => {
    expect(() => createFile(file, 'new')).toThrow(`${file}: exists already`);
    expect(text()).toBe('old\r\n');
    createFile(file, 'new', true);
    expect(text()).toBe('new');
  });

  it('never writes through a link', () => {
    fs.symlinkSync('a.md', target());
    expect(() => createFile(target(), 'new')).toThrow('exists already');
    expect(() => createFile(target(), 'new', true)).toThrow(`${target()}: is a link`);
    fs.rmSync(target());
    fs.symlinkSync('dangling', target());
    expect(() => createFile(target(), 'new')).toThrow('exists already');
    expect(text()).toBe('old\r\n');
    expect(fs.existsSync(path.join(folder, 'dangling'))).toBe(false);
  });

  it('does not overwrite what came up meanwhile', () => {
    const steps = hooked((step) => {
      if (step === 'fsyncSync') fs.writeFileSync(target(), 'theirs');
    });
    expect(() => createFile(target(), 'new', false, steps)).toThrow(`${target()}: exists already`);
    expect(text(target())).toBe('theirs');
    expect(names()).toEqual(['a.md', 'new.html']);
  });

  it('leaves nothing half written', () => {
    const steps = hooked((step) => {
      if (step === 'fsyncSync') throw Object.assign(new Error('EIO'), { code: 'EIO' });
    });
    expect(() => createFile(target(), 'new', false, steps)).toThrow(target());
    expect(names()).toEqual(['a.md']);
  });
});

describe('removeFile', () => {
  it('takes the file away', () => {
    removeFile(file, 'old\r\n');
    expect(names()).toEqual([]);
  });

  it('leaves what was changed since it was read', () => {
    expect(() => removeFile(file, 'older\n')).toThrow(`${file}: was changed by somebody else`);
    expect(text()).toBe('old\r\n');
  });

  it('takes a link, not what it leads to', () => {
    const link = path.join(folder, 'link.md');
    fs.symlinkSync('a.md', link);
    removeFile(link, 'old\r\n');
    expect(names()).toEqual(['a.md']);
  });
});
