import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { main } from '../../server/src/cli/main';
import type { System, Terminal } from '../../server/src/cli/system';
import { nodeSystem } from '../../server/src/node/system';
import { printable, printed } from '../../server/src/text/harmless';

export { FRONT } from '../helpers/fixture';

export const NAME = '2026-02-25-this-week-in-rust.md';

export const TODAY = '2026-02-20';

/** Git in a folder, with an author. */
export const gitIn =
  (folder: string) =>
  (...words: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words]);

/** What a run of `twir` came to. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly complaints: string;
}

/** Runs `twir` on the disk, on 2026-02-20, as if in a terminal without colors. */
export function twir(...words: string[]): Promise<Run> {
  return twirWith({}, ...words);
}

/** The same on a machine of which parts are others. Unless one is given, nothing is kept between runs. */
export function twirWith(parts: Partial<System>, ...words: string[]): Promise<Run> {
  return run(parts, TODAY, words);
}

/** The same on another day. @param today `YYYY-MM-DD` */
export function twirOn(today: string, ...words: string[]): Promise<Run> {
  return run({}, today, words);
}

async function run(parts: Partial<System>, today: string, words: readonly string[]): Promise<Run> {
  const told = { out: '', complaints: '' };
  const terminal: Terminal = {
    color: false,
    today,
    write: (text) => {
      told.out += printable(text).text;
    },
    document: (text) => {
      told.out += text;
    },
    complain: (message) => {
      told.complaints += printed(`${message}\n`).text;
    },
    progress: () => {},
  };
  const status = await main([...words], { ...nodeSystem(), terminal, ...parts });
  return { status, ...told };
}

/** A folder of its own for each test of a file. */
export function temporaryFolder(): {
  readonly path: string;
  write(name: string, text: string | Uint8Array): string;
} {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'twir-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get path() {
      return folder;
    },
    write: (name, text) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
  };
}
