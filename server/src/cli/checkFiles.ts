import { SourceText } from '../text/sourceText';
import type { CheckRun, RunOptions } from './checkRun';
import { type Answer, type Task, takeNext } from './helper';
import type { InputFile } from './inputs';
import type { ReportedFile } from './output/report';
import type { Session } from './session';

/** For how many files somebody who has to read all earlier issues first is worth waiting for. */
const WORTH_HELP = 12;

/**
 * Checks files, those of which nothing is known with others that help.
 *
 * @param keeps whether findings are kept for the next run
 * @returns what is to be reported, in the order of the files
 */
export async function checkFiles(
  session: Session,
  run: CheckRun,
  files: readonly InputFile[],
  options: RunOptions,
  keeps: boolean,
): Promise<ReportedFile[]> {
  const reported = new Map<InputFile, ReportedFile>();
  const asked = new Map<InputFile, Awaited<ReturnType<CheckRun['asked']>>>();
  for (const file of files) {
    const question = await run.asked(file);
    asked.set(file, question);
    const diagnostics = question.slot?.recall();
    if (diagnostics) reported.set(file, { path: file.path, source: new SourceText(file.text), diagnostics });
  }
  const unknown = files.filter((file) => !reported.has(file));
  const task: Task = {
    options,
    keeps,
    files: unknown,
    next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const { helpers, terminal } = session.system;
  const count = Math.min(helpers?.most ?? 0, Math.floor(unknown.length / WORTH_HELP));
  const helping = Array.from({ length: count }, () => helpers!.start(task));
  const check = async (file: InputFile) => {
    reported.set(file, await run.file(file, asked.get(file)));
    session.engine.close(file.uri);
  };
  try {
    for (let index = takeNext(task); index !== undefined; index = takeNext(task)) {
      const file = unknown[index]!;
      terminal.progress(`${files.length - unknown.length + index + 1} files, now ${file.path}`);
      await check(file);
    }
  } finally {
    // Where we break down nobody waits for the others.
    Atomics.store(task.next, 0, unknown.length);
  }
  const take = ({ file: index, diagnostics, key, complaints, failed }: Answer) => {
    const file = unknown[index]!;
    reported.set(file, { path: file.path, source: new SourceText(file.text), diagnostics });
    for (const message of complaints) session.repeat(message);
    session.failed ||= failed;
    const slot = asked.get(file)?.slot;
    if (key !== undefined && slot?.key === key && !session.complained) slot.keep(diagnostics);
  };
  for (const answers of await Promise.all(helping)) for (const answer of answers) take(answer);
  // Those of a helper that broke down.
  for (const file of unknown) if (!reported.has(file)) await check(file);
  terminal.progress('');
  return files.map((file) => reported.get(file)!);
}
