import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { FileError, fileError } from './fileError';
import { type RegularFile, readRegularFile } from './regularFile';

/** The steps of writing, so that tests can fail and stop at each. */
export type WriteSteps = Pick<
  typeof fs,
  | 'openSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'linkSync'
  | 'unlinkSync'
> & { writeSync(descriptor: number, bytes: Uint8Array, from?: number): number };

/**
 * Writes a file anew: beside it and then in its place, so that at every moment there is the old file or the new one,
 * whole. The mode and, where we may, the owner stay; of a symbolic link the target is written. Another hard link
 * keeps the old text.
 *
 * @param before the text that `after` was made from
 * @throws FileError when the file has another text by now, or can't be written; then the old file is as it was
 */
export function replaceFile(file: string, before: string, after: string, steps: WriteSteps = fs): void {
  try {
    const target = fs.realpathSync(file);
    const old = unchanged(file, target, before);
    const temporary = writeBeside(target, after, steps, old.stats);
    swap(temporary, steps, () => {
      unchanged(file, target, before);
      steps.renameSync(temporary, target);
    });
    syncFolder(path.dirname(target), steps);
  } catch (error) {
    throw fileError(file, error);
  }
}

/**
 * Writes a file that was not there. Never through a link, and never half.
 *
 * @param overwrite a regular file of that name is replaced
 * @throws FileError
 */
export function createFile(
  file: string,
  content: string | Uint8Array,
  overwrite = false,
  steps: WriteSteps = fs,
): void {
  try {
    const old = fs.lstatSync(file, { throwIfNoEntry: false });
    if (old && !overwrite) throw new FileError(file, 'exists already');
    if (old && !old.isFile())
      throw new FileError(file, old.isSymbolicLink() ? 'is a link' : 'is no regular file');
    const temporary = writeBeside(file, content, steps, old);
    swap(temporary, steps, () => {
      if (old) steps.renameSync(temporary, file);
      else placeNew(temporary, file, steps);
    });
    syncFolder(path.dirname(file), steps);
  } catch (error) {
    throw fileError(file, error);
  }
}

/**
 * Takes a file away, of a symbolic link the link.
 *
 * @param text what the file has
 * @throws FileError when it has another text by now, or can't be taken away
 */
export function removeFile(file: string, text: string, steps: WriteSteps = fs): void {
  try {
    unchanged(file, fs.realpathSync(file), text);
    steps.unlinkSync(file);
    syncFolder(path.dirname(file), steps);
  } catch (error) {
    throw fileError(file, error);
  }
}

function unchanged(file: string, target: string, before: string): RegularFile {
  const now = readRegularFile(target);
  if (!now.bytes.equals(Buffer.from(before, 'utf8')))
    throw new FileError(file, 'was changed by somebody else meanwhile and is left as it is');
  return now;
}

/** @returns the name of a file with the content, which is on the disk when this returns */
function writeBeside(
  file: string,
  content: string | Uint8Array,
  steps: WriteSteps,
  like: fs.Stats | undefined,
): string {
  const temporary = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  const descriptor = steps.openSync(temporary, 'wx', like ? 0o600 : 0o666);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    for (let at = 0; at < bytes.length; ) at += steps.writeSync(descriptor, bytes, at);
    if (like) keepOwner(descriptor, like, steps);
    steps.fsyncSync(descriptor);
    steps.closeSync(descriptor);
  } catch (error) {
    // A full disk is often told at the end only: neither matters any more.
    quietly(() => fs.closeSync(descriptor));
    quietly(() => fs.unlinkSync(temporary));
    throw error;
  }
  return temporary;
}

function keepOwner(descriptor: number, { uid, gid, mode }: fs.Stats, steps: WriteSteps): void {
  const mine = fs.fstatSync(descriptor);
  // Only root can give files away; for others the file becomes theirs, as with every editor that writes beside.
  if (mine.uid !== uid || mine.gid !== gid) quietly(() => steps.fchownSync(descriptor, uid, gid));
  steps.fchmodSync(descriptor, mode & 0o7777);
}

/** Puts a file that was written beside in its place; takes it away when that fails. */
function swap(temporary: string, steps: WriteSteps, place: () => void): void {
  try {
    place();
  } catch (error) {
    quietly(() => steps.unlinkSync(temporary));
    throw error;
  }
}

/** Unlike a rename, a hard link never overwrites what somebody else has just put there. */
function placeNew(temporary: string, file: string, steps: WriteSteps): void {
  try {
    steps.linkSync(temporary, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || fs.lstatSync(file, { throwIfNoEntry: false })) throw error;
    // File systems without hard links.
    steps.renameSync(temporary, file);
    return;
  }
  quietly(() => steps.unlinkSync(temporary));
}

/** The new name is on the disk too. Not every system can open folders, and by now nothing can be lost. */
function syncFolder(folder: string, steps: WriteSteps): void {
  quietly(() => {
    const descriptor = steps.openSync(folder, 'r');
    try {
      steps.fsyncSync(descriptor);
    } finally {
      steps.closeSync(descriptor);
    }
  });
}

function quietly(attempt: () => void): void {
  try {
    attempt();
  } catch {}
}
