import { CheckRun, type RunOptions } from './checkRun';
import type { InputFile } from './inputs';
import type { ReportedDiagnostic } from './output/report';
import { Results } from './results';
import { Session } from './session';
import type { System } from './system';

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
  /** What the findings come from, as {@link Results} tells it; undefined where they are not to be kept. */
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

/** Checks files of a task until there are none left. @param answer is told of each */
export async function help(task: Task, machine: System, answer: (answer: Answer) => void): Promise<void> {
  let complaints: string[] = [];
  const { kept } = machine;
  const system: System = {
    ...machine,
    terminal: { ...machine.terminal, complain: (message) => complaints.push(message), progress: () => {} },
  };
  // What is known from earlier runs, and written down for later ones, is the matter of whoever asked for help.
  const unread = kept && task.keeps ? { ...kept, read: () => undefined, write: () => {} } : undefined;
  const results = unread && new Results(unread, system.files);
  const session = new Session(system, task.options.archive, results?.files);
  const run = new CheckRun(session, task.options, results);
  for (let index = takeNext(task); index !== undefined; index = takeNext(task)) {
    const file = task.files[index]!;
    complaints = [];
    const asked = await run.asked(file);
    const { diagnostics } = await run.checked(file, asked.options);
    session.engine.close(file.uri);
    const sound = asked.slot?.isSound() && !session.complained;
    const key = sound ? asked.slot?.key : undefined;
    answer({ file: index, diagnostics, key, complaints, failed: session.failed });
  }
}
