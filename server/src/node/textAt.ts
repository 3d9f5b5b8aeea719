import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { InputError } from '../cli/system';

/** A file as it stood at a revision; undefined when it did not exist then. @throws InputError for an unknown revision */
export function textAt(revision: string, file: string): string | undefined {
  const folder = path.dirname(path.resolve(file));
  try {
    return git(folder, 'show', '--end-of-options', `${revision}:./${path.basename(file)}`);
  } catch {
    mustExist(revision, folder);
    return undefined;
  }
}

function mustExist(revision: string, folder: string): void {
  try {
    git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  } catch {
    throw new InputError(`--since ${revision}: no such revision in the git repository of ${folder}`);
  }
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
