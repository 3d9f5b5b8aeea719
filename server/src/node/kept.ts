import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kept } from '../cli/system';
import { cacheFolder, prune } from './cacheFolder';
import { readText } from './readText';
import { readRegularFile } from './regularFile';
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
    hashOf: (uri) => {
      try {
        const { bytes } = readRegularFile(fileURLToPath(uri));
        return isUtf8(bytes) ? hash(bytes) : undefined;
      } catch {
        return undefined;
      }
    },
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
        prune(folder, EXTENSION, MOST);
      } catch {
        // A full disk or a home that can't be written: the next run does its work again.
      }
    },
  };
}

function hash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url');
}
