// Times of whole processes.
import { spawnSync } from 'node:child_process';

/**
 * @param {string[]} call program and arguments
 * @returns milliseconds until the process has ended
 * @throws when it could not do its work: findings are fine
 */
function timeOf([command, ...args], cwd, env) {
  const begin = performance.now();
  // Findings come to megabytes, which nobody is to wait for.
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: 'ignore' });
  const time = performance.now() - begin;
  if (error || status === null || status > 1)
    throw new Error(`${command} ${args.join(' ')}: ${error ?? `status ${status}`}`);
  return time;
}

/**
 * Checks from the command line, ours and the peers' in turn.
 *
 * @param {import('./measure.mjs').Samples} samples seconds are added to it
 */
export function checkAll(samples, { places, peers, env, cli }) {
  const { one, some, all, checkout, draft, counts } = places;
  const time = (what, whose, call, folder) => {
    samples.add(what, whose, timeOf(call, folder, env) / 1000);
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
    if (!samples.rows.get(again)?.has(whose)) timeOf(call, all, env);
    time(again, whose, call, all);
  }
}
