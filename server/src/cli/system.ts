import type { Printable } from '../text/harmless';
import type { Files } from '../workspace/files';
import type { Git } from '../workspace/git';
import type { Answer, Task } from './task';

/** Something about a path that keeps it from being read or written; shown to the user as it is. */
export class InputError extends Error {}

/** What commands need from the machine. Paths are as the user gives them: absolute, or from the current folder. */
export interface System {
  readonly terminal: Terminal;
  /** The same files by their URIs, for the engine. */
  readonly files: Files;
  /** URI of the folder with the pages of the rules. */
  readonly rulePages: string;
  /** URI of the dictionary. */
  readonly words?: string | undefined;
  readonly git: Git;
  /** Links are followed; undefined when there is nothing, or nothing but a broken link. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** What is in a folder, by name. @throws InputError */
  entriesOf(folder: string): readonly Entry[];
  /** @throws InputError when the file is missing, can't be read or is not UTF-8 */
  read(path: string): string;
  /**
   * Writes a file anew, as a whole or not at all.
   *
   * @param before the text that `after` was made from
   * @throws InputError, also when the file has another text by now
   */
  replace(path: string, before: string, after: string): void;
  /** Writes a new file, with the folders above it. @throws InputError, also when there is one and it may not be overwritten */
  create(path: string, text: string, overwrite?: boolean): void;
  /** Takes a file away. @param text what it has; @throws InputError, also when it has another text by now */
  remove(path: string, text: string): void;
  /** All of standard input. @throws InputError when it is not UTF-8 */
  readInput(): string;
  /** What is kept between runs; absent where nothing is. */
  readonly kept?: Kept | undefined;
  /** Others that check files at the same time; absent where this one is alone. */
  readonly helpers?: Helpers | undefined;
  /** Runs the language server until its client is gone. @returns the exit status */
  serve(): Promise<number>;
}

/** What is kept between runs. Losing it costs time, and nothing else. */
export interface Kept {
  /** Tells this build of the program from every other. */
  readonly program: string;
  /** A digest that no two texts have in common, without spaces. @param text also in UTF-8 */
  hash(text: string | Uint8Array): string;
  /** The digest of the text that a file has, which need not be made for it. @returns undefined for what can't be read as text */
  hashOf(uri: string): string | undefined;
  /** @param name letters and digits @returns undefined when there is none, or none that can be read */
  read(name: string): string | undefined;
  /** Writes as a whole or not at all; never throws. */
  write(name: string, text: string): void;
}

/** The same program beside this one, on other processors. */
export interface Helpers {
  /** How many can be at work besides this one. */
  readonly most: number;
  /**
   * Starts one. It takes files until there are none left.
   *
   * @returns what it has found out by then; less, and no error, when it breaks down
   */
  start(task: Task): Promise<readonly Answer[]>;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** A symbolic link; `kind` is that of its target. */
  readonly link: boolean;
}

/** Where commands say what they have to say. Strings are made harmless: nothing in them commands a terminal or a CI. */
export interface Terminal {
  readonly color: boolean;
  /** `YYYY-MM-DD`, local time. */
  readonly today: string;
  write(text: string | Printable): void;
  /** A whole document on standard output: as it is, unless that is a terminal. */
  document(text: string): void;
  /** A line on standard error. */
  complain(message: string): void;
  /** Replaces the line at the bottom of a terminal; nothing where there is none. Empty clears it. */
  progress(message: string): void;
}
