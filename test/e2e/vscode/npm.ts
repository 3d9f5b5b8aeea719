import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './process';

/** Runs npm, the one that runs us if there is one. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], { cwd });
  return run('npm', args, { cwd, shell: process.platform === 'win32' });
}

/**
 * Unpacks a published package into `folder` without running or installing anything.
 *
 * @param tarOptions what to take and how deep, in the words of `tar`
 */
export async function unpack(spec: string, folder: string, tarOptions: readonly string[]): Promise<void> {
  const printed = await npm(['pack', spec, '--json', '--loglevel=error'], folder);
  const file = /"filename":\s*"([^"]+)"/.exec(printed)?.[1];
  if (!file) throw new Error(`npm pack ${spec} did not name the file it wrote:\n${printed}`);
  const archive = join(folder, file.replace('@', '').replace('/', '-'));
  await run('tar', ['xzf', archive, '-C', folder, ...tarOptions]);
  rmSync(archive);
}
