// How long Markdown takes: the longest issue of a folder beside plain remark, and hostile texts of one length
// and of ten times that length, which must take about ten times as long.
//
// usage: node test/bench/markdown.mjs [FOLDER_WITH_ISSUES]
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { remark } from 'remark';
import { HOSTILE, hostileText } from './hostile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = join(root, 'node_modules/.cache/markdown-bench.mjs');
await build({
  entryPoints: [join(root, 'server/src/markdown/index.ts')],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  outfile,
});
const { parseFrontMatter, cutChunks, parseMarkdown, renderBody } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

/** Median time of a task in milliseconds. */
function time(task, rounds = 15) {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const folder = process.argv[2];
if (folder) {
  const files = readdirSync(folder).filter((name) => /\.(?:md|markdown)$/.test(name));
  const [longest] = files.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  const text = readFileSync(join(folder, longest), 'utf8');
  const body = text.slice(parseFrontMatter(text).bodyStart);
  const plain = remark();
  const rows = {
    'plain remark': () => plain.parse(body),
    parseMarkdown: () => parseMarkdown(body),
    cutChunks: () => cutChunks(body),
    renderBody: () => renderBody(text),
  };
  console.log(`${longest}, ${text.length} characters`);
  for (const [name, task] of Object.entries(rows))
    console.log(`  ${name.padEnd(20)}${time(task).toFixed(1)} ms`);
}

console.log('hostile texts: 100 kB, 1 MB, ratio');
for (const name of Object.keys(HOSTILE)) {
  const [short, long] = [100_000, 1_000_000].map((length) => {
    const text = hostileText(name, length);
    return time(() => parseMarkdown(text), 3);
  });
  const ratio = (long / short).toFixed(1).padStart(7);
  console.log(`  ${name.padEnd(20)}${short.toFixed(0).padStart(7)}${long.toFixed(0).padStart(8)}${ratio}`);
}
