import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Kept } from '../cli/system';
import { readText } from './readText';
import { statsOf } from './regularFile';
import { createFile } from './writeFile';

/** How many files are kept: the oldest goes first. */
const MOST = 32;
const EXTENSION = '.results';

/**
 * What this user's runs keep on this machine.
 *
 * @param program the file that is running, whole: another build keeps apart
 */
export function nodeKept(program: string, folder = cacheFolder(process.platform, process.env)): Kept {
  const fileOf = (name: string) => path.join(folder, `${name}${EXTENSION}`);
  return {
    program: hash(readFileSync(program)),
    hash,
    read: (name) => {
      try {
        return readText(fileOf(name));
      } catch {
        return undefined;
      }
    },
    write: (name, text) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        createFile(fileOf(name), text, true);
        prune(folder);
      } catch {
        // A full disk or a home that can't be written: the next run does its work again.
      }
    },
  };
}

/** Where programs of this system keep what they can do without. */
export function cacheFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const given = env.XDG_CACHE_HOME;
  // Relative ones are to be ignored: https://specifications.freedesktop.org/basedir-spec/
  if (given && path.isAbsolute(given)) return path.join(given, 'twir');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'twir');
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA || path.join(homedir(), 'AppData', 'Local'), 'twir', 'Cache');
  return path.join(homedir(), '.cache', 'twir');
}

function hash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url');
}

function prune(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => path.join(folder, name))
    .sort((a, b) => (statsOf(b)?.mtimeMs ?? 0) - (statsOf(a)?.mtimeMs ?? 0));
  for (const file of files.slice(MOST)) unlinkSync(file);
}
