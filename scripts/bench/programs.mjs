// Times of whole processes.
import { spawnSync } from 'node:child_process';

/** Runs a program without its output, then tells what that took: POSIX, and not to be had on Windows. */
const TOLD = '"$@" >/dev/null 2>&1; status=$?; times; exit $status';

/**
 * @param {string[]} call program and arguments
 * @returns seconds until the process has ended, and of processor time (NaN where the system does not tell)
 * @throws when it could not do its work: findings are fine
 */
export function timeOf(call, cwd, env) {
  const [command, ...args] = process.platform === 'win32' ? call : ['sh', '-c', TOLD, 'sh', ...call];
  const begin = performance.now();
  const stdio = ['ignore', process.platform === 'win32' ? 'ignore' : 'pipe', 'ignore'];
  const { status, error, stdout } = spawnSync(command, args, { cwd, env, stdio, encoding: 'utf8' });
  const wall = (performance.now() - begin) / 1000;
  if (error || status === null || status > 1)
    throw new Error(`${call.join(' ')}: ${error ?? `status ${status}`}`);
  // The shell's own on the first line, its children's on the second.
  const [, ...spent] = /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s/.exec(stdout ?? '')?.map(Number) ?? [];
  const [minutes, seconds, systemMinutes, systemSeconds] = spent;
  return { wall, cpu: 60 * (minutes + systemMinutes) + seconds + systemSeconds };
}

/**
 * Checks from the command line, ours and the peers' in turn.
 *
 * @param {{ wall: Samples, cpu: Samples }} samples seconds are added to it
 */
export function checkAll(samples, { places, peers, env, cli }) {
  const { one, some, all, checkout, draft, counts } = places;
  const time = (what, whose, call, folder) => {
    const { wall, cpu } = timeOf(call, folder, env);
    samples.wall.add(what, whose, wall);
    if (!Number.isNaN(cpu)) samples.cpu.add(what, whose, cpu);
  };
  const twir = (...args) => [process.execPath, cli, ...args];
  const check = (what, folder, paths) => {
    time(what, 'rumdl', [peers.rumdl, 'check', '--no-cache', ...paths], folder);
    time(what, 'markdownlint-cli2', [process.execPath, peers.markdownlint, '**/*.md'], folder);
    time(what, 'twir', twir('check', '--no-cache', ...paths), folder);
  };
  time('`twir --version`', 'twir', twir('--version'), one);
  check('One issue', one, ['draft']);
  time(
    `One draft beside ${counts.all - 1} earlier issues`,
    'twir',
    twir('check', '--no-cache', draft),
    checkout,
  );
  check(`${counts.some} issues`, some, ['content']);
  check(`${counts.all} issues`, all, ['content']);
  const again = `${counts.all} issues again, nothing changed`;
  for (const whose of ['rumdl', 'twir']) {
    const call = whose === 'twir' ? twir('check', 'content') : [peers.rumdl, 'check', 'content'];
    if (!samples.wall.rows.get(again)?.has(whose)) timeOf(call, all, env);
    time(again, whose, call, all);
  }
}
