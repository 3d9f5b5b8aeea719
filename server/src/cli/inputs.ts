import path from 'node:path';
import { Minimatch } from 'minimatch';
import { isTemplate } from '../engine';
import { Ignored } from './ignored';
import { type InputFile, uriOf } from './inputFile';
import { type Entry, InputError, type System } from './system';

export interface InputOptions {
  /** What the text on standard input, operand `-`, is taken for. */
  readonly stdinFilename?: string | undefined;
  /** Other files are not even read. */
  readonly only?: ((uri: string) => boolean) | undefined;
  /** Told of every path that does not exist or can't be read; the others are read all the same. */
  readonly failed: (message: string) => void;
}

/** Begins what stands for more than one name. */
const WILDCARD = /[*?[{]/;
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.cache', 'target']);

/**
 * Reads the Markdown files that operands stand for: files, folders, which are searched, patterns that no shell has
 * expanded, and `-`. What `.gitignore` leaves out is only read when it is named.
 *
 * @throws InputError for `-` without a name
 */
export function* markdownFiles(
  system: System,
  operands: readonly string[],
  { stdinFilename, only, failed }: InputOptions,
): Generator<InputFile> {
  const seen = new Set<string>();
  for (const given of operands) {
    if (given === '-') {
      if (stdinFilename === undefined) throw new InputError('-: --stdin-filename FILE is missing');
      yield { path: stdinFilename, uri: uriOf(stdinFilename), text: system.readInput(), stdin: true };
      continue;
    }
    for (const file of filesOf(system, given, failed)) {
      const uri = uriOf(file);
      // A file and its folder may both be named.
      if (seen.has(uri) || (only && !only(uri))) continue;
      seen.add(uri);
      try {
        yield { path: file, uri, text: system.read(file) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failed(error.message);
      }
    }
  }
}

/** The files that one operand stands for. */
function* filesOf(system: System, given: string, failed: InputOptions['failed']): Generator<string> {
  const kind = system.kindOf(given);
  const ignored = new Ignored(system);
  // A folder that is left out and named all the same is searched as it is.
  const search = (folder: string) =>
    searched(system, folder, failed, ignored.has(folder, true) ? undefined : ignored);
  if (kind === 'file') yield given;
  else if (kind === 'folder') yield* search(given);
  else if (WILDCARD.test(given)) {
    let found = false;
    for (const file of matching(system, given, search)) {
      found = true;
      yield file;
    }
    if (!found) failed(`${given}: no file is called like this`);
  } else failed(`${given}: no such file or folder`);
}

/** The files that a pattern stands for: looked for in the folder that is named before its first wildcard. */
function* matching(
  system: System,
  given: string,
  search: (folder: string) => Iterable<string>,
): Generator<string> {
  const written = slashed(path.normalize(given));
  const parts = written.split('/');
  const fixed = parts
    .slice(
      0,
      parts.findIndex((part) => WILDCARD.test(part)),
    )
    .join('/');
  const base = fixed === '' ? (path.isAbsolute(given) ? '/' : '.') : fixed;
  if (system.kindOf(base) !== 'folder') return;
  const pattern = new Minimatch(written);
  for (const file of search(base)) if (pattern.match(slashed(file))) yield file;
}

/** Files of a folder that may be newsletter files, sorted by path. */
function* searched(
  system: System,
  folder: string,
  failed: InputOptions['failed'],
  ignored: Ignored | undefined,
): Generator<string> {
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
      if (!link && !SKIPPED_FOLDERS.has(name) && !ignored?.has(full, true))
        yield* searched(system, full, failed, ignored);
    } else if (/\.(?:md|markdown)$/i.test(name) || isTemplate(name)) {
      if (ignored?.has(full, false)) continue;
      if (kind === 'file') yield full;
      else system.terminal.complain(`${full}: no regular file, passed over`);
    }
  }
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
