import { type Dirent, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, InputError, type Kept, type System, type Terminal } from '../cli/system';
import { localDay } from '../text/day';
import { printable, printed, printedLine } from '../text/harmless';
import { FileError, fileError } from './fileError';
import { diskFiles } from './files';
import { nodeGit } from './git';
import { nodeHelpers } from './helpers';
import { isInside } from './inside';
import { nodeKept } from './kept';
import { decodeText, readText } from './readText';
import { statsOf } from './regularFile';
import { rulePages } from './rulePages';
import { wordsUri } from './words';
import { createFile, removeFile, replaceFile } from './writeFile';

/** How often the progress line is renewed at most. */
const PROGRESS_MS = 100;

/**
 * This machine, with the terminal that the process was started in.
 *
 * @param program the file that is running; without it nothing is kept between runs
 */
export function nodeSystem(program?: string): System {
  return {
    // Only for commands that ask: the program is hashed for it.
    get kept() {
      return program === undefined ? undefined : keptOrNot(program);
    },
    get helpers() {
      return program === undefined ? undefined : nodeHelpers(program);
    },
    terminal: processTerminal(),
    files: {
      list: diskFiles.list,
      read: (uri) => diskFiles.read(uri).catch(rethrow),
    },
    git: nodeGit([]),
    serve: serveEditor,
    kindOf: (file) => {
      const stats = statsOf(file);
      return stats && (stats.isDirectory() ? 'folder' : 'file');
    },
    rulePages: rulePages(),
    words: wordsUri(),
    entriesOf,
    read: (file) => told(() => readText(file)),
    replace: (file, before, after) => told(() => replaceFile(file, before, after)),
    create: (file, text, overwrite = false) =>
      told(() => {
        makeFolder(path.dirname(file));
        createFile(file, text, overwrite);
      }),
    remove: (file, text) => told(() => removeFile(file, text)),
    readInput: () => told(() => decodeText('standard input', readStandardInput())),
  };
}

/** Users without a home (containers with any user id) keep nothing. */
function keptOrNot(program: string): Kept | undefined {
  try {
    return nodeKept(program);
  } catch {
    return undefined;
  }
}

function processTerminal(): Terminal {
  let shownAt = 0;
  return {
    color: wantsColor(process.env, process.stdout.isTTY === true),
    today: localDay(new Date()),
    write: (text) => process.stdout.write(printable(text).text),
    document: (text) => process.stdout.write(process.stdout.isTTY ? printed(text).text : text),
    complain: (message) => process.stderr.write(printed(`twir: ${message}\n`).text),
    progress: (message) => {
      if (!process.stderr.isTTY) return;
      if (message !== '' && Date.now() - shownAt < PROGRESS_MS) return;
      shownAt = Date.now();
      const line = message.slice(0, (process.stderr.columns ?? 80) - 1);
      process.stderr.write(`\r\u001b[K${printedLine`${line}`.text}`);
    },
  };
}

/** https://no-color.org and https://force-color.org: an empty value counts for nothing. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, terminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return terminal && env.TERM !== 'dumb';
}

/** Whoever only checks files need not load the server. */
async function serveEditor(): Promise<number> {
  const { serve } = await import('./serve');
  serve();
  // The connection ends the process.
  return new Promise(() => {});
}

function readStandardInput(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw fileError('standard input', error);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new FileError(folder, 'is no folder');
    throw fileError(folder, error);
  }
}

function entriesOf(folder: string): Entry[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return rethrow(fileError(folder, error));
  }
  return entries
    .map((entry): Entry => {
      const link = entry.isSymbolicLink();
      const target = link ? statsOf(path.join(folder, entry.name)) : entry;
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
  const file = isInside(process.cwd(), error.file) ? path.relative('', error.file) : error.file;
  throw new InputError(`${file}${error.line === undefined ? '' : `:${error.line}`}: ${error.reason}`);
}
