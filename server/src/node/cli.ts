import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { help } from '../cli/helper';
import { main } from '../cli/main';
import type { Task } from '../cli/task';
import { fileError } from './fileError';
import { nodeSystem } from './system';

const system = nodeSystem(__filename);

/** Whoever reads us has had enough (`twir rules | head`): that is their good right. */
function lost(name: string, error: NodeJS.ErrnoException): never {
  if (error.code !== 'EPIPE') system.terminal.complain(fileError(name, error).message);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
}
process.stdout.on('error', (error) => lost('standard output', error));
process.stderr.on('error', () => process.exit(2));

/** In a thread beside the one that was started: that one says what there is to say. */
const work = isMainThread
  ? main(process.argv.slice(2), system)
  : help(workerData as Task, system, (answer) => parentPort!.postMessage(answer)).then(() => 0);

work.then(
  (status) => {
    process.exitCode = status;
  },
  (error: NodeJS.ErrnoException) => {
    // What the disk refused is no fault of ours; anything else is, and whoever mends it needs to know where.
    const refused = error.syscall !== undefined;
    system.terminal.complain(
      refused ? fileError(error.path ?? '', error).message : String(error.stack ?? error),
    );
    process.exitCode = 2;
  },
);
