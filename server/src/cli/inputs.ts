import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNewsletterFile, isTemplate } from '../engine';
import { type Entry, InputError, type System } from './system';

export interface InputFile {
  /** As the user would name it: relative where the argument was. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.cache', 'target']);

/**
 * Reads the newsletter files among paths; folders are searched.
 *
 * @param failed told of every path that does not exist or can't be read; the others are read all the same
 */
export function* newsletterFiles(
  system: System,
  paths: readonly string[],
  failed: (message: string) => void,
): Generator<InputFile> {
  for (const file of markdownFiles(system, paths, failed))
    if (isNewsletterFile(file.uri, file.text)) yield file;
}

/** Reads every Markdown file among paths, newsletter or not. @param failed see {@link newsletterFiles} */
export function* markdownFiles(
  system: System,
  paths: readonly string[],
  failed: (message: string) => void,
): Generator<InputFile> {
  for (const given of paths) {
    const kind = system.kindOf(given);
    if (!kind) {
      failed(`${given}: no such file or folder`);
      continue;
    }
    for (const file of kind === 'folder' ? search(system, given, failed) : [given]) {
      try {
        yield { path: file, uri: uriOf(file), text: system.read(file) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failed(error.message);
      }
    }
  }
}

/** Files of a folder that may be newsletter files, sorted by path. */
function* search(system: System, folder: string, failed: (message: string) => void): Generator<string> {
  let entries: readonly Entry[] = [];
  try {
    entries = system.entriesOf(folder);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    failed(error.message);
  }
  for (const { name, kind, link } of entries) {
    const full = path.join(folder, name);
    if (kind === 'folder') {
      if (!link && !SKIPPED_FOLDERS.has(name)) yield* search(system, full, failed);
    } else if (/\.(?:md|markdown)$/i.test(name) || isTemplate(name)) {
      if (kind === 'file') yield full;
      else system.terminal.complain(`${full}: no regular file, passed over`);
    }
  }
}

/** A path as a `file:` URI, without slash at its end. */
export function uriOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href.replace(/\/$/, '');
}
