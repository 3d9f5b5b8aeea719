import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegularFile } from '../../server/src/node/regularFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'twir-read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('reading regular files', () => {
  it('reads what is there, through links too', () => {
    const file = path.join(folder, 'a.md');
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => n % 251));
    writeFileSync(file, bytes);
    symlinkSync('a.md', path.join(folder, 'b.md'));
    expect(readRegularFile(path.join(folder, 'b.md')).bytes.equals(bytes)).toBe(true);
    writeFileSync(file, '');
    expect(readRegularFile(file).bytes).toHaveLength(0);
  });

  it.skipIf(process.platform === 'win32')('refuses everything else at once', () => {
    const at = (name: string) => path.join(folder, name);
    execFileSync('mkfifo', [at('fifo.md')]);
    symlinkSync('round.md', at('round.md'));
    symlinkSync('/dev/zero', at('device.md'));
    const refusals = [
      [at('fifo.md'), 'is no regular file'],
      [at('device.md'), 'is no regular file'],
      ['/dev/zero', 'is no regular file'],
      [folder, 'is a folder'],
      [at('round.md'), 'links go round in a circle'],
      [at('missing.md'), 'no such file or folder'],
      [at(`${'x'.repeat(300)}.md`), 'the name is too long'],
    ] as const;
    for (const [file, reason] of refusals) expect(() => readRegularFile(file)).toThrow(`${file}: ${reason}`);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('tells what it may not read', () => {
    const file = path.join(folder, 'a.md');
    writeFileSync(file, 'x');
    chmodSync(file, 0);
    expect(() => readRegularFile(file)).toThrow(`${file}: permission denied`);
  });

  it('refuses what is too large before reading it', () => {
    const file = path.join(folder, 'a.md');
    writeFileSync(file, 'x'.repeat(2 * 1024 * 1024));
    expect(() => readRegularFile(file, 1024 * 1024)).toThrow(`${file}: is larger than 1 MB`);
    // Files like those of /proc have no size until they are read.
    if (process.platform === 'linux')
      expect(() => readRegularFile('/proc/self/status', 10)).toThrow('is larger');
  });
});
