import { pathToFileURL } from 'node:url';

/** URI of the dictionary beside a program in `dist/`. */
export function wordsUri(): string {
  return new URL('words.txt', pathToFileURL(__filename)).href;
}
