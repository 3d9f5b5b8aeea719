import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { FileError, fileError } from './fileError';

/** Far more than any issue, template, calendar or configuration has. */
const SIZE_LIMIT = 64 * 1024 * 1024;

export interface RegularFile {
  readonly bytes: Buffer;
  readonly stats: Stats;
}

/**
 * Reads a file, following links. FIFOs, devices and folders are refused without waiting for them.
 *
 * @throws FileError
 */
export function readRegularFile(file: string, limit = SIZE_LIMIT): RegularFile {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK a FIFO keeps us waiting for a writer. Windows has neither.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      throw new FileError(file, stats.isDirectory() ? 'is a folder' : 'is no regular file');
    if (stats.size > limit) throw tooLarge(file, limit);
    return { bytes: readAll(descriptor, stats.size, file, limit), stats };
  } catch (error) {
    throw fileError(file, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What is at a path, links followed; undefined when nothing is, or nothing that we can get at. */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

/** Reads to the end, which can have moved since the size was asked for. */
function readAll(descriptor: number, size: number, file: string, limit: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    // Mostly the first part is all, and the second only finds the end: a large one for that would be waste.
    const part = Buffer.allocUnsafe(Math.max(size + 1 - length, 4 * 1024));
    const read = readSync(descriptor, part);
    if (read === 0) return parts.length === 1 ? parts[0]! : Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > limit) throw tooLarge(file, limit);
  }
}

function tooLarge(file: string, limit: number): FileError {
  return new FileError(file, `is larger than ${limit / 1024 / 1024} MB`);
}
