import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Checkout } from './history/checkout';
import { ISSUE, PULL_REQUESTS } from './history/pullRequests';
import { twirOn } from './twir';

const here = process.cwd();
let checkout: Checkout;
beforeAll(() => {
  checkout = new Checkout(mkdtempSync(path.join(tmpdir(), 'twir-history-')));
  for (const file of ['content/2026-11-18-this-week-in-rust.md', 'draft/DRAFT_TEMPLATE', `draft/${ISSUE}`])
    checkout.write(file, Checkout.sample(file));
  checkout.commit('A newsletter');
  process.chdir(checkout.folder);
});
afterAll(() => {
  process.chdir(here);
  rmSync(checkout.folder, { recursive: true, force: true });
});

describe('a history of pull requests', () => {
  it.each(PULL_REQUESTS.map((one, index) => ({ ...one, number: index + 1 })))(
    '$number: $what',
    async ({ number, from, role, today, change, found, merged }) => {
      checkout.pullRequest(number, from ?? 'main', change);
      const { out, complaints } = await twirOn(
        today ?? '2026-11-20',
        'check',
        ...['--format', 'json', '--since', 'main', '--role', role ?? 'contributor'],
      );
      expect(complaints).toBe('');
      const { files } = JSON.parse(out) as {
        files: { path: string; diagnostics: { rule: string; line: number }[] }[];
      };
      const told = Object.fromEntries(
        files.map((file) => {
          const lines = checkout.read(file.path).split('\n');
          return [file.path, file.diagnostics.map(({ rule, line }) => `${rule}: ${lines[line - 1]}`)];
        }),
      );
      expect(told).toEqual(found);
      if (merged) checkout.mergePullRequest(number);
    },
  );
});
