// `npm run bench -- vscode`: from opening a draft to its findings in VS Code itself, on a checkout with some 640 issues. Writes a
// part of docs/performance.md. Needs a browser, as the end-to-end tests do.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../test/e2e/load.mjs';
import { median } from './measure.mjs';
import { draftText, manyIssues } from './place.mjs';
import { measuredOn, table, writeSection } from './sections.mjs';

const ROUNDS = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/twir-authoring');
const vsix = join(cache, 'twir-authoring.vsix');
const base = join(cache, 'bench/vscode');

const packed = spawnSync(process.execPath, ['scripts/package.mjs', '--out', vsix, '--only', 'vsix'], {
  cwd: root,
  stdio: 'inherit',
});
if (packed.status !== 0) process.exit(packed.status ?? 1);
const { measureOpening } = await load('test/e2e/runs/opening.ts');

/** The same draft without and with issues to compare with. */
const rows = [];
let issues;
for (const beside of [false, true]) {
  const folder = join(base, beside ? 'checkout' : 'alone');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'draft'), { recursive: true });
  const { name, text } = draftText(root);
  const file = join(folder, 'draft', name);
  writeFileSync(file, text);
  if (beside) issues = manyIssues(root, join(folder, 'content'), name);
  const openings = await measureOpening(vsix, folder, file, ROUNDS);
  const times = (which) => {
    const values = openings.map((opening) => opening[which] / 1000);
    return `${median(values).toFixed(2)} s (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
  };
  rows.push([
    beside ? `Beside ${issues.count} issues` : 'Alone',
    times('first'),
    times('all'),
    String(openings.at(-1).count),
  ]);
}
const result = table([['A draft', 'First findings', 'All findings', 'Findings'], ...rows]);
writeSection(
  root,
  'vscode',
  `## From opening to findings, in VS Code itself

${measuredOn()}, with VS Code 1.139.1, its server and a browser for it on the same machine: seconds from the moment at which the text is shown, with the
extension started by it. The median of ${ROUNDS} fresh starts, with the least and the most in parentheses.

${result}
`,
);
console.log(result);
