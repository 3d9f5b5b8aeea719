import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn, twirOn } from './twir';

/** How many of the latest pull requests are checked. */
const LATEST = 30;

const clone = process.env.TWIR_CLONE;
if (clone === undefined)
  console.log('skipped: the last pull requests of the newsletter, because TWIR_CLONE names no clone of it');

describe.skipIf(clone === undefined)('the last pull requests of the newsletter', () => {
  const here = process.cwd();
  let folder: string;
  const merges =
    clone === undefined
      ? []
      : gitIn(clone)('log', '--first-parent', '--merges', `-${LATEST}`, '--format=%H %cs %s')
          .toString()
          .trim()
          .split('\n');
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'twir-clone-'));
    // The clone itself stays as it is.
    gitIn(folder)('clone', '-q', '--shared', '--no-checkout', path.resolve(clone!), '.');
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(here);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(merges)('%s', async (merge) => {
    const [commit, day] = merge.split(' ') as [string, string];
    gitIn(folder)('checkout', '-q', '--force', commit);
    const begin = performance.now();
    const words = ['--format', 'json', '--since', `${commit}^1`, '--role', 'contributor'];
    const { status, out, complaints } = await twirOn(day, 'check', ...words);
    const seconds = ((performance.now() - begin) / 1000).toFixed(2);
    expect(complaints).toBe('');
    expect([0, 1]).toContain(status);
    const { files } = JSON.parse(out) as { files: { path: string; diagnostics: { rule: string }[] }[] };
    const rules = files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    console.log(
      `${merge}\n  ${files.length} files, ${rules.length} findings, ${seconds} s: ${rules.join(' ')}`,
    );
  });
});
