// Parts of docs/performance.md that benchmarks of their own write, and that all others leave as they are.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

/** By the names of the benchmarks, in the order of the page. */
const NAMES = ['week', 'vscode'];
const begin = (name) => `<!-- npm run bench -- ${name} -->\n`;
const END = '\n<!-- end -->\n';

/** The parts that a page has, as they are, to be put at its end. */
export function keptSections(page) {
  return NAMES.flatMap((name) => sectionOf(page, name) ?? [])
    .map((text) => `\n${text}`)
    .join('');
}

function sectionOf(page, name) {
  const start = page.indexOf(begin(name));
  return start < 0 ? undefined : page.slice(start, page.indexOf(END, start) + END.length);
}

/** Writes one of them. @param text Markdown, with its heading */
export function writeSection(root, name, text) {
  const file = join(root, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const first = Math.min(
    ...NAMES.map((each) => page.indexOf(begin(each))).map((at) => (at < 0 ? page.length : at)),
  );
  const parts = NAMES.flatMap((each) =>
    each === name ? `${begin(name)}\n${text.trim()}\n${END}` : (sectionOf(page, each) ?? []),
  );
  writeFileSync(file, `${page.slice(0, first).trimEnd()}\n\n${parts.join('\n')}`);
}

/** When and where something was measured. */
export function measuredOn() {
  return `Measured on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}), Node.js ${process.version.slice(1)}, under a load of ${loadavg()[0].toFixed(1)}`;
}

/** Rows of cells as a table; the first is its head. */
export function table(rows) {
  const [head, ...others] = rows;
  return [head, head.map(() => '---'), ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
