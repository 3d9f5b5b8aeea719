import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Document } from '../engine';

/** A file that a command is to read. */
export interface InputFile {
  /** As the user would name it: relative where the argument was. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  /** The text came by standard input; what is made of it goes to standard output. */
  readonly stdin?: true;
}

/** A file as a document for the engine. @param text another text than that of the file */
export function documentOf({ uri, text }: InputFile, other = text): Document {
  return { uri, version: 0, text: other };
}

/** A `file:` URI as a path: from the current folder for what lies in it. */
export function pathOf(uri: string): string {
  const full = fileURLToPath(uri);
  const relative = path.relative('', full) || '.';
  return relative.startsWith('..') || path.isAbsolute(relative) ? full : relative;
}

/** A path as a `file:` URI, without slash at its end. */
export function uriOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href.replace(/\/$/, '');
}
