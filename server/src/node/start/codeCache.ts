import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, prune } from '../cacheFolder';
import { createFile } from '../writeFile';

/** How many files are kept: a run of each command by two or three versions. The oldest goes first. */
const MOST = 24;
const EXTENSION = '.code';
const HASH_LENGTH = 32;

/** What V8 has compiled in earlier runs of a program, in a file of the user's. */
export class CodeCache {
  private readonly file: string;

  /**
   * @param program the source of the program, and all else that the compiled code depends on
   * @param folder where this user's programs keep such files
   */
  constructor(
    program: readonly (string | Uint8Array)[],
    private readonly folder = cacheFolder(process.platform, process.env),
  ) {
    const hash = createHash('sha256');
    for (const part of program) hash.update(part).update('\0');
    this.file = path.join(folder, `${hash.digest('base64url')}${EXTENSION}`);
  }

  /** The code, whole as it was written. Undefined when there is none, or others could have written it. */
  read(): Buffer | undefined {
    try {
      if (!isOurs(this.folder)) return undefined;
      const bytes = readFileSync(this.file);
      const code = bytes.subarray(HASH_LENGTH);
      return digestOf(code).equals(bytes.subarray(0, HASH_LENGTH)) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps the code for the next run, if the disk has room and we may. */
  write(code: Buffer): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      if (!isOurs(this.folder)) return;
      createFile(this.file, Buffer.concat([digestOf(code), code]), true);
      prune(this.folder, EXTENSION, MOST);
    } catch {
      // The next run compiles again.
    }
  }
}

/** Whether nobody but this user and the administrator can have put files there. On Windows that is taken for granted. */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
