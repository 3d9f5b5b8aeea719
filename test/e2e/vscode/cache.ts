import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { onInterrupt } from './process';

/** Where editors and browsers are kept between runs; it outlives `node_modules` because it holds some 600 MB. */
export function cacheFolder(): string {
  const own = process.env.TWIR_TEST_CACHE;
  return own || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'twir-authoring');
}

/**
 * The folder `name` of the cache, made by `make` when it is not there yet.
 *
 * `make` fills a temporary folder beside it that is renamed when complete: a run that is interrupted, or two runs
 * that start together, never see half of it.
 */
export async function cached(
  name: string,
  what: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  console.log(`  preparing ${what}`);
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}.`);
  const remove = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  const settled = onInterrupt(remove);
  try {
    await make(temporary);
    try {
      renameSync(temporary, folder);
    } catch (error) {
      // Another run was faster: its folder is as good as ours.
      if (!existsSync(folder)) throw error;
    }
  } finally {
    remove();
    settled();
  }
  return folder;
}
