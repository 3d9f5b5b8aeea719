// Writes docs/performance.md, and the sentence that README.md quotes from it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.mjs';
import { VERSIONS } from './peers.mjs';
import { keptSections } from './sections.mjs';

const WHO = ['twir', 'rumdl', 'markdownlint-cli2'];
const PEERS = WHO.slice(1);
const QUOTE = /(<!-- npm run bench -->\n).*?(\n<!-- end -->)/s;

/**
 * @param {{ places: object, server: Samples, programs: { wall: Samples, cpu: Samples }, counts: object, loads: number[], rounds: number }} measured
 * @returns the page's text
 */
export function writePage(root, { places, server, programs, counts, loads, rounds }) {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node.js ${process.version.slice(1)}`;
  const load = (value) => value.toFixed(1);
  const kind = places.real ? 'published' : 'invented';
  const text = `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on a machine with ${machine}, under a load of ${load(Math.min(...loads))} to
${load(Math.max(...loads))}. Each figure is the median of ${rounds} round${rounds === 1 ? '' : 's'}, in each of which all programs take their turns, with the least and the most in
parentheses; what is below 1.00 is faster than the peer. Only ratios mean something on another machine. Peers: ${PEERS.map((name) => `${name} ${VERSIONS[name]}`).join(' and ')};
they compare nothing with anything, while \`twir\` compares every issue with all that came before.

## In an editor

A draft of ${(places.draftLength / 1000).toFixed(0)} KB beside ${places.counts.all - 1} ${kind} issues; letters are typed all over it, and the diagnostics asked for.

${table(server, ['ms', 'MB'], ['twir', 'rumdl'])}

## On the command line

Whole processes, nothing kept from earlier runs but what V8 has compiled (see [What is kept](privacy.md#what-is-kept)), but for the last line.

${table(programs.wall, ['s'], WHO)}

In processor time, which depends less on what else a machine does:

${table(programs.cpu, ['s'], WHO)}

## What a keystroke costs

That does not depend on the clock, and tests assert it (\`test/rules/counts.test.ts\`). Of ${counts.edits} letters typed all over the draft, ${counts.onePiece}
have one piece of the text read again, ${counts.fewCharacters} less than 4 KB of it; ${counts.oneAsked} have the rules asked about one piece alone, and ${counts.noIssueRule}
have no rule asked about the issue as a whole.
`;
  const file = join(root, 'docs/performance.md');
  writeFileSync(file, text + keptSections(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  quote(root, { places, server, programs });
  return text;
}

/** Rows of a table; the unit of a row is the last word of what it is about, or the only unit. */
function table(samples, units, who) {
  const peers = who.filter((name) => PEERS.includes(name));
  const head = ['What', ...who, ...peers.map((name) => `twir / ${name}`)];
  const rows = [...samples.rows].map(([what, byWho]) => {
    const unit = units.find((each) => what.endsWith(`, ${each}`)) ?? units[0];
    const cell = (name) => {
      const values = byWho.get(name);
      if (!values) return '';
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return `${shown(median(values))} ${unit} (${shown(least)} to ${shown(most)})`;
    };
    const ratio = (name) => (byWho.has(name) ? ratioOf(byWho, name).toFixed(2) : '');
    return [what.replace(/, (?:ms|MB)$/, ''), ...who.map(cell), ...peers.map(ratio)];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Ratios only: they hold on other machines, too. */
function quote(root, { places, server, programs }) {
  const file = join(root, 'README.md');
  const all = `${places.counts.all} issues`;
  const times = (samples, row, peer) => ratioOf(samples.rows.get(row), peer).toFixed(2);
  const key = 'From a key to diagnostics, p50';
  const sentence = `In one run beside rumdl, which is written in Rust, and markdownlint-cli2 ([all figures](docs/performance.md)): from a key to diagnostics
${times(server, key, 'rumdl')} times what rumdl’s server takes; one issue checked in ${times(programs.wall, 'One issue', 'markdownlint-cli2')} and ${all} in ${times(programs.wall, all, 'markdownlint-cli2')} of markdownlint-cli2’s time.`;
  const readme = readFileSync(file, 'utf8');
  if (!QUOTE.test(readme)) throw new Error('README.md has no place for the figures');
  writeFileSync(
    file,
    readme.replace(QUOTE, (_, begin, end) => `${begin}${sentence}${end}`),
  );
}

const ratioOf = (byWho, peer) => median(byWho.get('twir')) / median(byWho.get(peer));

/** A number with what is worth reading of it. */
function shown(value) {
  return value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0);
}
