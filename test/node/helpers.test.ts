import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { taskOf } from '../../server/src/cli/task';
import { nodeHelpers } from '../../server/src/node/helpers';

const folder = mkdtempSync(path.join(tmpdir(), 'twir-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives what a thread has found out, also of one that breaks down', async () => {
  writeFileSync(
    path.join(folder, 'cli.js'),
    "const { parentPort, workerData } = require('node:worker_threads');" +
      'Atomics.add(workerData.next, 0, 1); parentPort.postMessage({ file: 0 }); throw new Error("broken");',
  );
  const task = taskOf([], { rule: [], withFixes: false }, false);
  expect(await nodeHelpers(path.join(folder, 'cli.program.js')).start(task)).toEqual([{ file: 0 }]);
  expect(task.next[0]).toBe(1);
});
