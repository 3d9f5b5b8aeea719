import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { InputError } from './files';

/** A file as it stood at a revision; undefined when it did not exist then. @throws InputError for an unknown revision */
export function textAt(revision: string, file: string): string | undefined {
  const folder = path.dirname(path.resolve(file));
  resolveRevision(revision, folder);
  try {
    return git(folder, 'show', `${revision}:./${path.basename(file)}`);
  } catch {
    return undefined;
  }
}

function resolveRevision(revision: string, folder: string): void {
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
