import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { GitError } from '../workspace/git';
import { isInside } from './inside';

/** Longer than this git has either hung or been given more than a newsletter's checkout. */
const TIME_LIMIT_MS = 60_000;
const OUTPUT_LIMIT = 256 * 1024 * 1024;

/**
 * Nothing that a configuration, a hook or an attribute names may run, and nothing may be fetched: the checkout can be
 * anybody's pull request, and its surroundings somebody else's.
 */
const SAFE_CONFIG = [
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.quotePath=false',
  'core.alternateRefsCommand=',
  'diff.external=',
  'log.showSignature=false',
  'protocol.allow=never',
  'submodule.recurse=false',
];

/** Git for Windows knows /dev/null too. HOME and XDG_CONFIG_HOME are for versions that do not know GIT_CONFIG_GLOBAL. */
const SAFE_ENVIRONMENT = {
  HOME: '/dev/null',
  XDG_CONFIG_HOME: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  // Wins over every `protocol.<name>.allow`, and so stops the fetches of versions without GIT_NO_LAZY_FETCH.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/** A repository that was found without git's help. */
export interface Place {
  /** The top folder. */
  readonly top: string;
  /** Its `.git`. */
  readonly gitDir: string;
}

export interface GitCall {
  readonly args: readonly string[];
  readonly input?: string;
  /** Names of configured filters, which are switched off: a diff with the working tree would run them. */
  readonly filters?: readonly string[];
}

export interface GitAnswer {
  readonly status: number;
  readonly output: Buffer;
  /** The first line that git complained with. */
  readonly complaint: string;
}

/**
 * Runs git on a repository. The only place that does.
 *
 * @throws GitError when git can't be run, takes too long or says too much; a status other than 0 is for the caller
 */
export function callGit({ top, gitDir }: Place, { args, input, filters = [] }: GitCall): Promise<GitAnswer> {
  const program = findGit(top);
  const config = SAFE_CONFIG.flatMap((setting) => ['-c', setting]);
  const all = ['--no-pager', ...config, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, all, {
      // Never a folder of the checkout: Windows looks for programs in the current folder first.
      cwd: path.parse(top).root,
      env: environment(filters),
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    const output: Buffer[] = [];
    let size = 0;
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > OUTPUT_LIMIT) child.kill('SIGKILL');
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaints.length < 2000) complaints += chunk.toString('utf8');
    });
    // A git that ends early leaves the rest of its input unread.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.on('error', (error) => reject(new GitError(`git could not be run: ${error.message}`)));
    child.on('close', (status) => {
      if (size > OUTPUT_LIMIT) reject(new GitError(`git ${args[0]} in ${top}: the answer is too long`));
      else if (status === null) reject(new GitError(`git ${args[0]} in ${top}: no answer in time`));
      else resolve({ status, output: Buffer.concat(output), complaint: complaints.split('\n')[0]! });
    });
  });
}

/** Nothing of our own environment but what programs need to start: GIT_* variables can name programs to run. */
function environment(filters: readonly string[]): NodeJS.ProcessEnv {
  const kept = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const env: NodeJS.ProcessEnv = { ...SAFE_ENVIRONMENT };
  for (const name of kept) if (process.env[name] !== undefined) env[name] = process.env[name];
  const settings = filters.flatMap((name) =>
    ['clean', 'smudge', 'process']
      .map((key) => [`filter.${name}.${key}`, ''])
      .concat([[`filter.${name}.required`, 'false']]),
  );
  env.GIT_CONFIG_COUNT = String(settings.length);
  for (const [n, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${n}`] = key;
    env[`GIT_CONFIG_VALUE_${n}`] = value;
  }
  return env;
}

/** The git of the PATH, except for one that the checkout itself brings along. @throws GitError when there is none */
function findGit(top: string): string {
  const names = process.platform === 'win32' ? ['git.exe', 'git.com'] : ['git'];
  for (const folder of (process.env.PATH ?? process.env.Path ?? '').split(path.delimiter)) {
    if (!path.isAbsolute(folder) || isInside(top, folder)) continue;
    for (const name of names) if (isProgram(path.join(folder, name))) return path.join(folder, name);
  }
  throw new GitError('git was not found in the PATH');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
