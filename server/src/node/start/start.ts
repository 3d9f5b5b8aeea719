import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { CodeCache } from './codeCache';
import { asAtStart, keepSmall } from './memory';
import { patience } from './patience';

/**
 * The larger ones of Node.js's modules that the programs ask for. Loaded before V8 is given its flags: afterwards it takes
 * none of the code that Node.js brings along for them, and compiles them. By name, for the bundle leaves out imports of
 * which nothing is used.
 */
const MODULES = ['node:dgram', 'node:fs/promises', 'node:net'];

/** Most patterns are needed for one short text after the other: V8 compiles each once, and not for an interpreter first. */
const PATTERNS_ONCE = '--no-regexp-tier-up';

const { v8 } = process.versions;

/**
 * V8's flags. Most runs are over before optimizing pays: functions have to be much busier before V8 compiles them a second
 * time, in a server six times. On the command line 24 times: that takes a tenth less processor time than six times do,
 * from 25 files to all issues, for there are threads that use the processors on which V8 would compile. For the same reason
 * each of them collects alone there what is used no more: it would wait for others that wait for a processor, 3 to 8 % of
 * the time.
 */
const FLAGS = {
  // What an editor's server calls at its start and never again stays compiled, for the next start.
  server: [...patience(6, v8), PATTERNS_ONCE, '--no-flush-bytecode'],
  commands: [...patience(24, v8), PATTERNS_ONCE, '--no-parallel-scavenge'],
};

/** How much more than it has found a server must have compiled before it is kept instead: authors ask for more by and by. */
const MUCH_MORE = 1.2;

/**
 * Runs a program with the code that V8 compiled in an earlier run of the same kind, which is more than half of what
 * starting it takes.
 *
 * @param file the program, a script for `require`
 * @param kind what the program is going to do: other commands need other functions
 */
export function start(file: string, kind: string): void {
  const load = createRequire(file);
  for (const name of MODULES) load(name);
  // Before anything is compiled: V8 takes no code that was compiled with other flags.
  // The flags are those of all threads.
  const server = kind === 'server';
  if (isMainThread) for (const flag of server ? FLAGS.server : FLAGS.commands) setFlagsFromString(flag);
  const bytes = readFileSync(file);
  const cache = new CodeCache([bytes, kind, process.version, process.arch, process.execArgv.join(' ')]);
  const cachedData = cache.read();
  // V8 keeps plain ASCII as it is, in half the room.
  const script = new Script(wrap(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, load, module, file, path.dirname(file));
  if (!isMainThread) return;
  if (server) keepSmall();
  const found = cachedData && !script.cachedDataRejected ? cachedData.length : 0;
  if (found > 0 && !server) return;
  // At the end V8 has compiled all that such a run calls. Who was misunderstood has called next to nothing.
  process.on('exit', (status) => {
    if (status === 2) return;
    if (server) asAtStart();
    const code = script.createCachedData();
    if (code.length > found * MUCH_MORE) cache.write(code);
  });
}
