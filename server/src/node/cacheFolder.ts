import { readdirSync, unlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { statsOf } from './regularFile';

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

/** Deletes the oldest files of a kind. @param most how many stay */
export function prune(folder: string, extension: string, most: number): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(folder, name))
    .sort((a, b) => (statsOf(b)?.mtimeMs ?? 0) - (statsOf(a)?.mtimeMs ?? 0));
  for (const file of files.slice(most)) unlinkSync(file);
}
