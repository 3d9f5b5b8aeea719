import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNewsletterFile } from '../engine';
import { Archive } from '../newsletter/archive/archive';
import { fileDate, isTemplate } from '../newsletter/issue/issue';
import { linkKey } from '../newsletter/links/url';

/** Something about a path that keeps it from being read; shown to the user as it is. */
export class InputError extends Error {}

export interface InputFile {
  /** As the user would name it: relative where the argument was. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.cache', 'target']);

/**
 * Reads the newsletter files among `paths`; folders are searched.
 *
 * @param failed told of every file that can't be read; the others are read all the same
 * @throws InputError when a path does not exist
 */
export function* newsletterFiles(
  paths: readonly string[],
  failed: (error: InputError) => void,
): Generator<InputFile> {
  for (const file of markdownInputs(paths, failed)) if (isNewsletterFile(file.uri, file.text)) yield file;
}

/** Reads every Markdown file among `paths`, newsletter or not. @throws InputError when a path does not exist */
export function* markdownInputs(
  paths: readonly string[],
  failed: (error: InputError) => void,
): Generator<InputFile> {
  for (const given of paths) {
    const stats = statSync(given, { throwIfNoEntry: false });
    if (!stats) throw new InputError(`${given}: no such file or folder`);
    for (const file of stats.isDirectory() ? markdownFiles(given) : [given]) {
      const read = readInput(file, failed);
      if (read) yield read;
    }
  }
}

/** @throws InputError when the file can't be read or is not UTF-8 */
export function readUtf8(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new InputError(`${file}: ${reason(error)}`);
  }
  try {
    // The byte order mark stays: it is a finding, and `--fix` must be able to see it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = invalidByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    const hex = bytes[at]!.toString(16).padStart(2, '0').toUpperCase();
    throw new InputError(`${file}:${line}: not UTF-8: byte 0x${hex} at offset ${at}`);
  }
}

/** Files of a folder that may be newsletter files, sorted by path. */
function* markdownFiles(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    const directory = entry.isDirectory() || (entry.isSymbolicLink() && isDirectory(full));
    if (directory) {
      if (!entry.isSymbolicLink() && !SKIPPED_FOLDERS.has(entry.name)) yield* markdownFiles(full);
    } else if (/\.(?:md|markdown)$/i.test(entry.name) || isTemplate(entry.name)) {
      yield full;
    }
  }
}

/** Earlier issues beside a file: the `content/` next to its folder, as in a newsletter checkout. */
export function contentFolderOf(file: string): string | undefined {
  const content = path.join(path.dirname(path.resolve(file)), '..', 'content');
  return isDirectory(content) ? content : undefined;
}

/** The dated issues of a folder; files that can't be read are passed over. */
export function readArchive(folder: string): Archive {
  const archive = new Archive(linkKey);
  for (const name of readdirSync(folder).sort()) {
    if (fileDate(name) === undefined) continue;
    const file = readInput(path.join(folder, name), () => {});
    if (file) archive.add(file.uri, file.text);
  }
  return archive;
}

function readInput(file: string, failed: (error: InputError) => void): InputFile | undefined {
  try {
    return { path: file, uri: pathToFileURL(path.resolve(file)).href, text: readUtf8(file) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    failed(error);
    return undefined;
  }
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Offset of the first byte that is no UTF-8. */
function invalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let end = bytes.length;
  const decodes = (to: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(valid, to), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(end)) return lastIncomplete(bytes);
  while (end - valid > 1) {
    const middle = (valid + end) >> 1;
    // A cut inside a character is fine when streaming; start again at a character's first byte.
    if (decodes(middle)) {
      let start = middle;
      while (start > valid && (bytes[start]! & 0xc0) === 0x80) start -= 1;
      if (start === valid) break;
      valid = start;
    } else {
      end = middle;
    }
  }
  return valid;
}

/** All bytes are fine but the last character is cut off. */
function lastIncomplete(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at -= 1;
  return at;
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  return error instanceof Error ? error.message : String(error);
}
