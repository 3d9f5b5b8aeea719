#!/usr/bin/env node
// `npm run bench -- slips`: plants slips of all kinds into published issues, one at a time, and tells which of them
// `twir check` notices: a finding that the sound issue has not, an error, a warning or an information. The issues are
// those of ../shared/corpus, or else our own. Options: --issues N, --places N per issue and kind, --kind TEXT, --missed
// prints what was not noticed.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SLIPS } from './slips/kinds.mjs';
import { randomFrom, readLines } from './slips/read.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    issues: { type: 'string', default: '4' },
    places: { type: 'string', default: '3' },
    kind: { type: 'string', default: '' },
    missed: { type: 'boolean', default: false },
  },
});
const published = join(root, '../shared/corpus/content');
const archive = existsSync(published) ? published : join(root, 'test/corpus/content');
const names = readdirSync(archive)
  .filter((name) => /^\d{4}-.*\.md$/.test(name))
  .sort();
const read = (name) => readFileSync(join(archive, name), 'utf8');
/** Issues of today's template, spread over its weeks. */
const recent = names.filter((name) => name >= '2025-11-05');
const count = Math.min(Number(values.issues), recent.length);
const chosen = Array.from(
  { length: count },
  (_, n) => recent[Math.floor(((n + 1) * recent.length) / count) - 1],
);

const work = realpathSync(mkdtempSync(join(tmpdir(), 'slips-')));
try {
  report(judge(plantAll()));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Writes each slip into a copy of its issue. */
function plantAll() {
  const planted = [];
  for (const name of chosen) {
    const lines = readLines(read(name));
    const before = names[names.indexOf(name) - 1];
    const earlier = before ? readLines(read(before)) : [];
    save(
      `sound/${name.slice(0, 10)}`,
      name,
      lines.map(({ text }) => text),
    );
    for (const slip of SLIPS) {
      if (!slip.name.includes(values.kind)) continue;
      const random = randomFrom(`${name} ${slip.name}`);
      const places = lines.filter((line) => slip.at(line, lines));
      for (let left = Number(values.places); left > 0 && places.length > 0; ) {
        const [line] = places.splice(Math.floor(random() * places.length), 1);
        const changed = slip.to(line, { lines, earlier, random });
        if (changed === undefined || changed === line.text) continue;
        left -= 1;
        planted.push(plant(name, slip, line, lines, changed, planted.length));
      }
    }
  }
  return planted;
}

function plant(name, slip, line, lines, changed, number) {
  const {
    text = changed,
    drop = 0,
    before = 0,
  } = Array.isArray(changed) || typeof changed === 'string' ? {} : changed;
  const texts = lines.map((each) => each.text);
  const put = [text].flat();
  texts.splice(line.n - before, 1 + before + drop, ...put);
  const file = save(`slips/${number}`, name, texts);
  return {
    name,
    slip: slip.name,
    file,
    first: line.n - before,
    last: line.n - before + Math.max(put.length, 1),
    was: line.text,
    is: put,
  };
}

function save(folder, name, texts) {
  mkdirSync(join(work, folder), { recursive: true });
  writeFileSync(join(work, folder, name), texts.join('\n'));
  return join(work, folder, name);
}

/** Whether each is noticed: something is said within three lines of it, on its heading, or about a place there. */
function judge(planted) {
  const args = ['check', '--no-cache', '--format', 'json', '--archive', archive, work];
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (!stdout) throw new Error(stderr);
  const found = new Map();
  for (const { path, diagnostics } of JSON.parse(stdout).files) {
    const lines = readFileSync(path, 'utf8').split('\n');
    const loud = diagnostics.filter(({ severity }) => severity !== 'hint');
    found.set(
      path,
      loud.map((finding) => ({ ...finding, text: lines[finding.line - 1] })),
    );
  }
  const keyOf = ({ rule, message, text }) => `${rule} ${message} ${text}`;
  const sound = new Map(
    chosen.map((name) => [name, new Set(found.get(join(work, 'sound', name.slice(0, 10), name)).map(keyOf))]),
  );
  return planted.map((one) => {
    const texts = readFileSync(one.file, 'utf8').split('\n');
    let heading = one.first;
    while (heading > 0 && !texts[heading]?.startsWith('#')) heading -= 1;
    // What a section lacks is told on its heading.
    const touches = ({ line, endLine = line }) =>
      line === heading + 1 || (line <= one.last + 3 && endLine >= one.first - 2);
    const said = (found.get(one.file) ?? [])
      .filter((finding) => !sound.get(one.name).has(keyOf(finding)))
      .filter((finding) => [finding, ...finding.related.filter(({ path }) => !path)].some(touches));
    return { ...one, said: said.map(({ rule }) => rule) };
  });
}

function report(judged) {
  const kinds = new Map();
  for (const one of judged) kinds.set(one.slip, [...(kinds.get(one.slip) ?? []), one]);
  const share = (all) =>
    `${String(all.filter(({ said }) => said.length > 0).length).padStart(5)} of ${String(all.length).padStart(4)}`;
  for (const [kind, all] of kinds) {
    const rules = new Map();
    for (const rule of all.flatMap(({ said }) => [...new Set(said)]))
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    const [usual = '-'] = [...rules].sort((a, b) => b[1] - a[1]).map(([rule]) => rule);
    console.log(`${kind.padEnd(34)} ${share(all)}  ${usual}`);
    if (!values.missed) continue;
    for (const { name, was, is, said } of all)
      if (said.length === 0)
        console.log(
          `    ${name.slice(0, 10)}\n    - ${was}\n${is.map((line) => `    + ${line}`).join('\n')}`,
        );
  }
  const noticed = judged.filter(({ said }) => said.length > 0).length;
  console.log(
    `${kinds.size} kinds, ${judged.length} slips in ${chosen.length} issues: ${noticed} noticed, ${((100 * noticed) / judged.length).toFixed(1)} %`,
  );
  const never = SLIPS.filter(({ name }) => name.includes(values.kind) && !kinds.has(name));
  if (never.length > 0) console.log(`No place for: ${never.map(({ name }) => name).join(', ')}`);
}
