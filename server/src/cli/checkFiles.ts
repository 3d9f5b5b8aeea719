import { SourceText } from '../text/sourceText';
import type { CheckRun } from './checkRun';
import type { ReportedFile } from './output/report';
import type { PackedFile } from './packedFile';
import type { RunOptions } from './runOptions';
import type { Session } from './session';
import { type Answer, type Task, takeNext, taskOf } from './task';

/** For how many files somebody who has to read all earlier issues first is worth waiting for. */
const WORTH_HELP = 12;

type Asked = Awaited<ReturnType<CheckRun['asked']>>;

/**
 * Checks files, those of which nothing is known with others that help.
 *
 * @param keeps whether findings are kept for the next run
 * @returns what is to be reported, in the order of the files
 */
export async function checkFiles(
  session: Session,
  run: CheckRun,
  files: readonly PackedFile[],
  options: RunOptions,
  keeps: boolean,
): Promise<ReportedFile[]> {
  const reported = new Map<PackedFile, ReportedFile>();
  const report = (file: PackedFile, diagnostics: ReportedFile['diagnostics']) =>
    reported.set(file, { path: file.path, source: () => new SourceText(file.text), diagnostics });
  const asked = new Map<PackedFile, Asked>();
  for (const file of files) {
    const question = await run.asked(file);
    asked.set(file, question);
    const diagnostics = question.slot?.recall();
    if (diagnostics) report(file, diagnostics);
  }
  const unknown = files.filter((file) => !reported.has(file));
  const task = taskOf(unknown, options, keeps);
  const helping = startHelpers(session, task);
  const check = async (file: PackedFile) => {
    report(file, (await run.file(file, asked.get(file))).diagnostics);
    session.engine.close(file.uri);
  };
  await checkUntilTaken(task, async (index) => {
    const file = unknown[index]!;
    const done = files.length - unknown.length + index + 1;
    session.system.terminal.progress(`${done} files, now ${file.path}`);
    await check(file);
  });
  for (const answer of (await Promise.all(helping)).flat()) {
    const file = unknown[answer.file]!;
    report(file, answer.diagnostics);
    heed(session, answer, asked.get(file)?.slot);
  }
  // Those of a helper that broke down.
  for (const file of unknown) if (!reported.has(file)) await check(file);
  session.system.terminal.progress('');
  return files.map((file) => reported.get(file)!);
}

/** As many helpers as there are and as are worth waiting for. @returns what each of them will have found */
function startHelpers({ system }: Session, task: Task): Promise<readonly Answer[]>[] {
  const { helpers } = system;
  const count = Math.min(helpers?.most ?? 0, Math.floor(task.files.length / WORTH_HELP));
  return Array.from({ length: count }, () => helpers!.start(task));
}

/** Checks files of a task here until all are taken. */
async function checkUntilTaken(task: Task, check: (index: number) => Promise<void>): Promise<void> {
  try {
    for (let index = takeNext(task); index !== undefined; index = takeNext(task)) await check(index);
  } finally {
    // Where we break down nobody waits for the others.
    Atomics.store(task.next, 0, task.files.length);
  }
}

/** Says what a helper had to say besides findings, and keeps those where that is sound. @param slot of the file */
function heed(session: Session, answer: Answer, slot: Asked['slot']): void {
  for (const message of answer.complaints) session.repeat(message);
  session.failed ||= answer.failed;
  if (answer.key !== undefined && slot?.key === answer.key && !session.complained)
    slot.keep(answer.diagnostics);
}
