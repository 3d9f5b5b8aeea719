import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Helpers } from '../cli/system';
import type { Answer, Task } from '../cli/task';

/** Each reads all earlier issues for itself: beyond some, more of them have less and less to do. */
const MOST = 3;
/** MB for what is new, twice what V8 takes by itself: most of an issue is done with before it has to be copied. */
const YOUNG_MB = 96;

/**
 * This program in other threads, where there are processors for them.
 *
 * @param program the file that is running
 */
export function nodeHelpers(program: string): Helpers {
  // The one beside it that starts it, with the code that V8 has compiled before.
  const start = path.join(path.dirname(program), 'cli.js');
  return {
    most: Math.min(MOST, availableParallelism() - 1),
    start: (task) => answersOf(start, task),
  };
}

function answersOf(file: string, task: Task): Promise<readonly Answer[]> {
  return new Promise((resolve) => {
    const answers: Answer[] = [];
    const worker = new Worker(file, {
      argv: process.argv.slice(2),
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (answer: Answer) => answers.push(answer));
    // Whoever asked does what is missing, and comes upon the same mistake if it is one.
    worker.on('error', () => {});
    worker.on('exit', () => resolve(answers));
  });
}
