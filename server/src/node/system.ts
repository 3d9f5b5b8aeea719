import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Entry, InputError, type System, type Terminal } from '../cli/system';
import { localDay } from '../text/day';
import { FileError } from './fileError';
import { diskFiles } from './files';
import { decodeText, readText } from './readText';
import { textAt } from './textAt';
import { createFile, replaceFile } from './writeFile';

/** How often the progress line is renewed at most. */
const PROGRESS_MS = 100;

/** This machine, with the terminal that the process was started in. */
export function nodeSystem(): System {
  return {
    terminal: processTerminal(),
    files: {
      list: diskFiles.list,
      read: (uri) => diskFiles.read(uri).catch(rethrow),
    },
    kindOf: (file) => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats && (stats.isDirectory() ? 'folder' : 'file');
    },
    entriesOf,
    read: (file) => told(() => readText(file)),
    replace: (file, before, after) => told(() => replaceFile(file, before, after)),
    create: (file, text, overwrite = false) =>
      told(() => {
        mkdirSync(path.dirname(file), { recursive: true });
        createFile(file, text, overwrite);
      }),
    textAt,
    readInput: () => told(() => decodeText('standard input', readFileSync(0))),
  };
}

function processTerminal(): Terminal {
  let shownAt = 0;
  return {
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    today: localDay(new Date()),
    write: (text) => process.stdout.write(text),
    complain: (message) => process.stderr.write(`twir: ${message}\n`),
    progress: (message) => {
      if (!process.stderr.isTTY) return;
      if (message !== '' && Date.now() - shownAt < PROGRESS_MS) return;
      shownAt = Date.now();
      process.stderr.write(`\r\u001b[K${message.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
  };
}

function entriesOf(folder: string): Entry[] {
  return told(() => readdirSync(folder, { withFileTypes: true }))
    .map((entry): Entry => {
      const link = entry.isSymbolicLink();
      const target = link ? statSync(path.join(folder, entry.name), { throwIfNoEntry: false }) : entry;
      const kind = target?.isDirectory() ? 'folder' : target?.isFile() ? 'file' : 'other';
      return { name: entry.name, kind, link };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Tells the user what went wrong with a file, by its path from the current folder. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return rethrow(error);
  }
}

function rethrow(error: unknown): never {
  if (!(error instanceof FileError)) throw error;
  const file = path.isAbsolute(error.file) ? path.relative('', error.file) : error.file;
  throw new InputError(`${file}${error.line === undefined ? '' : `:${error.line}`}: ${error.reason}`);
}
