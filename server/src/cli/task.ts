import { Buffer } from 'node:buffer';
import type { InputFile } from './inputFile';
import type { ReportedDiagnostic } from './output/report';
import { type PackedFile, unpacking } from './packedFile';
import type { RunOptions } from './runOptions';

/** What a helper is to do: all of it can be sent to another thread. */
export interface Task {
  readonly options: RunOptions;
  /** Whether findings are kept for the next run. */
  readonly keeps: boolean;
  readonly files: readonly TaskFile[];
  /** The texts of all files in UTF-8, which all at work share: nobody copies more than they take. */
  readonly texts: Uint8Array<SharedArrayBuffer>;
  /** One number that all at work share: the index of the file that is next. Whoever takes a file counts it up. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

interface TaskFile extends Omit<InputFile, 'text'> {
  /** Where the text is in the texts, in bytes. */
  readonly from: number;
  readonly to: number;
}

/** What a helper found out about a file. */
export interface Answer {
  /** Index of the file in the task. */
  readonly file: number;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Names what the findings come from, for the next run; undefined where they are not to be kept. */
  readonly key: string | undefined;
  /** What was said on the way that belongs to no finding, and whether it means that the run has failed. */
  readonly complaints: readonly string[];
  readonly failed: boolean;
}

/** @param keeps whether findings are kept for the next run */
export function taskOf(inputs: readonly PackedFile[], options: RunOptions, keeps: boolean): Task {
  let length = 0;
  const files = inputs.map(({ path, uri, stdin, bytes }): TaskFile => {
    const from = length;
    length += bytes.length;
    return { path, uri, ...(stdin ? { stdin } : {}), from, to: length };
  });
  const texts = new Uint8Array(new SharedArrayBuffer(length));
  for (const [index, { bytes }] of inputs.entries()) texts.set(bytes, files[index]!.from);
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return { options, keeps, files, texts, next };
}

/** The index of a file that nobody has taken; undefined when there is none left. */
export function takeNext({ files, next }: Task): number | undefined {
  const index = Atomics.add(next, 0, 1);
  return index < files.length ? index : undefined;
}

/** A file of a task with its text. */
export function fileOf({ files, texts }: Task, index: number): PackedFile {
  const { from, to, ...file } = files[index]!;
  return unpacking(file, Buffer.from(texts.buffer, from, to - from));
}
