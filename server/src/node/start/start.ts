import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { CodeCache } from './codeCache';

/**
 * Most runs are over before optimizing pays: functions have to be three times as busy before V8 compiles them a second
 * time. Checking one issue takes a third less processor time, all issues a quarter less.
 */
const PATIENCE = '--interrupt-budget=400000';

/** Garbage of a keystroke is gone with the next one: a small nursery is enough for an editor's server, and saves 25 MB. */
const SMALL_NURSERY = '--max-semi-space-size=2';
/** What has grown old is collected when it is a quarter of what is in use, not several times as much: 110 MB less. */
const SMALL_HEAP = '--heap-growing-percent=25';

/**
 * Runs a program with the code that V8 compiled in an earlier run of the same kind, which is more than half of what
 * starting it takes.
 *
 * @param file the program, a script for `require`
 * @param kind what the program is going to do: other commands need other functions
 */
export function start(file: string, kind: string): void {
  // Before anything is compiled: V8 takes no code that was compiled with other flags.
  // The flags are those of all threads.
  if (isMainThread) setFlagsFromString(PATIENCE);
  if (kind === 'server') for (const flag of [SMALL_NURSERY, SMALL_HEAP]) setFlagsFromString(flag);
  const bytes = readFileSync(file);
  const cache = new CodeCache([bytes, kind, process.version, process.arch, process.execArgv.join(' ')]);
  const cachedData = cache.read();
  // V8 keeps plain ASCII as it is, in half the room.
  const script = new Script(wrap(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  if (!isMainThread || (cachedData && !script.cachedDataRejected)) return;
  // At the end V8 has compiled all that such a run calls. Who was misunderstood has called next to nothing.
  process.on('exit', (status) => {
    if (status !== 2) cache.write(script.createCachedData());
  });
}
