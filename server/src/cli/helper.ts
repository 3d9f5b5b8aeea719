import { CheckRun } from './checkRun';
import { Results } from './results';
import { Session } from './session';
import type { System } from './system';
import { type Answer, fileOf, type Task, takeNext } from './task';

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
    const file = fileOf(task, index);
    complaints = [];
    const asked = await run.asked(file);
    const { diagnostics } = await run.checked(file, asked.options);
    session.engine.close(file.uri);
    const sound = asked.slot?.isSound() && !session.complained;
    const key = sound ? asked.slot?.key : undefined;
    answer({ file: index, diagnostics, key, complaints, failed: session.failed });
  }
}
