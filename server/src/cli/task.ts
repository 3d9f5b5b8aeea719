import type { InputFile } from './inputFile';
import type { ReportedDiagnostic } from './output/report';
import type { RunOptions } from './runOptions';

/** What a helper is to do: all of it can be sent to another thread. */
export interface Task {
  readonly options: RunOptions;
  /** Whether findings are kept for the next run. */
  readonly keeps: boolean;
  readonly files: readonly InputFile[];
  /** One number that all at work share: the index of the file that is next. Whoever takes a file counts it up. */
  readonly next: Int32Array<SharedArrayBuffer>;
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

/** The index of a file that nobody has taken; undefined when there is none left. */
export function takeNext({ files, next }: Task): number | undefined {
  const index = Atomics.add(next, 0, 1);
  return index < files.length ? index : undefined;
}
