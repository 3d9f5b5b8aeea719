#!/usr/bin/env node
// `npm run bench -- fixes`: of the mistakes that people corrected and `twir check` tells, which share do its fixes put
// right, to the very text that people wrote: fix all, any one quick fix, either. Needs the cases in ../shared/cases.
// A record that sums up several lines is put right by quick fixes where one of them does so for each line.
// Options: --misses N prints N that no fix puts right, with --bulk those that fix all does not; --category NAME only these.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared');
const { values } = parseArgs({
  options: {
    misses: { type: 'string', default: '0' },
    category: { type: 'string' },
    bulk: { type: 'boolean', default: false },
  },
});
if (!existsSync(join(shared, 'cases/train.jsonl'))) {
  console.log('Skipped: there are no cases in ../shared/cases.');
  process.exit(0);
}

const cases = readFileSync(join(shared, 'cases/train.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter(
    (one) =>
      !one.routine &&
      (one.issue_date ?? one.date) >= '2022-01-05' &&
      ['offline', 'history'].includes(one.detectability) &&
      (!values.category || one.category === values.category),
  );

const work = realpathSync(mkdtempSync(join(tmpdir(), 'fixes-')));
try {
  measure();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measure() {
  spawnSync('tar', ['-C', work, '-xJf', join(shared, 'cases/train.tar.xz')]);
  const texts = new Map();
  for (const { dir } of cases) {
    const meta = JSON.parse(readFileSync(join(work, dir, 'meta.json'), 'utf8'));
    for (const [side, source] of [
      ['pre', 'pre'],
      ['post', 'post'],
      ['fixed', 'pre'],
    ]) {
      const to = join(work, side === 'fixed' ? 'fixed' : 'tree', dir, side, basename(meta.file ?? meta.path));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(work, dir, `${source}.md`), to);
      texts.set(`${dir}/${side}`, to);
    }
  }
  const found = new Map(twir('tree').map(({ path, diagnostics }) => [realpathSync(path), diagnostics]));
  twir('fixed', '--fix');
  const read = (key) => readFileSync(texts.get(key), 'utf8').replace(/\r\n/g, '\n');

  const rows = new Map();
  const misses = [];
  for (const one of cases) {
    const pre = read(`${one.dir}/pre`);
    const post = read(`${one.dir}/post`);
    const loud = (side) => (found.get(texts.get(`${one.dir}/${side}`)) ?? []).filter(isLoud).flatMap(places);
    const preLines = pre.split('\n');
    const postLines = post.split('\n');
    const touching = loud('pre').filter((finding) => touches(finding, one.pre_lines));
    const stays = loud('post');
    const gone = touching.filter(
      ({ rule, message, line }) =>
        !stays.some(
          (other) =>
            other.rule === rule &&
            other.message === message &&
            postLines[other.line - 1] === preLines[line - 1],
        ),
    );
    if (gone.length === 0) continue;
    const row = rows.get(one.category) ?? { n: 0, all: 0, one: 0, either: 0 };
    rows.set(one.category, row);
    const right = (text) => isRight(one, preLines, postLines, text.split('\n'));
    const all = right(read(`${one.dir}/fixed`));
    const quiet = (found.get(texts.get(`${one.dir}/pre`)) ?? []).filter((finding) => !isLoud(finding));
    const hints = quiet.filter((finding) => touches(finding, one.pre_lines));
    const fixes = [...touching, ...hints].flatMap((finding) => finding.fixes);
    const tried = fixes.map((fix) => apply(pre, fix.edits).split('\n'));
    const single = parts(one).every((part) =>
      tried.some((lines) => isRight(part, preLines, postLines, lines)),
    );
    row.n += 1;
    if (all) row.all += 1;
    if (single) row.one += 1;
    if (all || single) row.either += 1;
    if (values.bulk ? !all : !all && !single)
      misses.push({ one, gone, fixes: fixes.map(({ title }, n) => [title, tried[n]]) });
  }

  const sum = { n: 0, all: 0, one: 0, either: 0 };
  console.log(`${'category'.padEnd(30)} flagged  fix all  one fix  either`);
  for (const [category, row] of [...rows].sort((a, b) => b[1].n - a[1].n)) {
    for (const key in sum) sum[key] += row[key];
    print(category, row);
  }
  print('all', sum);
  for (const { one, gone, fixes } of misses.slice(0, Number(values.misses))) {
    console.log(
      `\nMISS ${one.id} [${one.category}] ${gone.map(({ rule }) => rule).join(' ')} lines ${one.pre_lines.join(',')} -> ${one.post_lines.join(',')}`,
    );
    console.log(`  - ${one.pre_text}\n  + ${one.post_text}`);
    const first = Math.max(0, one.pre_lines[0] - 2);
    for (const [title, lines] of fixes)
      console.log(
        `  fix “${title}”:\n${lines
          .slice(first, first + 3)
          .map((line) => `    | ${line}`)
          .join('\n')}`,
      );
  }
}

function print(name, { n, ...parts }) {
  const shares = Object.values(parts).map((part) => `${((100 * part) / n).toFixed(0)}%`.padStart(8));
  console.log(`${name.padEnd(30)} ${String(n).padStart(7)} ${shares.join(' ')}`);
}

function twir(folder, ...args) {
  const words = [
    'check',
    '--no-cache',
    '--format',
    'json',
    '--archive',
    join(shared, 'corpus/content'),
    ...args,
  ];
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...words, join(work, folder)], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return JSON.parse(stdout).files;
}

/** The lines that a record sums up, one by one where people changed each in its place. */
function parts(one) {
  const { pre_lines, post_lines } = one;
  if (post_lines.length !== 0 && pre_lines.length !== post_lines.length) return [one];
  return pre_lines.map((n, at) => ({ pre_lines: [n], post_lines: post_lines.slice(at, at + 1) }));
}

function isLoud({ severity }) {
  return severity !== 'hint';
}

/** A folded finding stands for other places too; its fixes are theirs. */
function places(finding) {
  const also = finding.related.filter(({ also, path }) => also && !path);
  return [finding, ...also.map(({ line, endLine }) => ({ ...finding, line, endLine }))];
}

function touches({ line, endLine }, lines) {
  return lines.some((n) => line <= n && n <= (endLine ?? line));
}

function apply(text, edits) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line, column) => starts[line - 1] + column - 1;
  return [...edits]
    .map((edit) => ({
      ...edit,
      start: offset(edit.line, edit.column),
      end: offset(edit.endLine, edit.endColumn),
    }))
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, { start, end, text: added }) => done.slice(0, start) + added + done.slice(end), text);
}

/**
 * Whether the lines that people changed are now what people made of them: each as often as in their text, and, where
 * only places changed or blank lines, with the same neighbors.
 */
function isRight({ pre_lines, post_lines }, pre, post, now) {
  const wrong = pre_lines.map((n) => pre[n - 1] ?? '');
  const right = post_lines.map((n) => post[n - 1] ?? '');
  const texts = new Set([...wrong, ...right].filter((line) => line.trim() !== ''));
  const count = (lines, text) => lines.filter((line) => line === text).length;
  const before = [...texts].some((text) => count(pre, text) !== count(post, text));
  if (before) return [...texts].every((text) => count(now, text) === count(post, text));
  const places = post_lines.length > 0 ? post_lines : pre_lines.map((n) => counterpart(pre, post, n));
  const blank = right.every((line) => line.trim() === '');
  return places.every((n) => {
    const wanted = around(post, n);
    return now.some((_, at) => isSame(around(now, at + 1), wanted, blank));
  });
}

/** Of a line that was moved, one of the neighbors has to be people's: they often changed the other in one go. */
function isSame(a, b, blank) {
  if (a.line !== b.line || a.heading !== b.heading) return false;
  return blank ? a.above === b.above && a.below === b.below : a.above === b.above || a.below === b.below;
}

/** Where a line of one text is in the other: by what follows it. */
function counterpart(pre, post, n) {
  for (let at = n; at < pre.length; at += 1) {
    const there = post.indexOf(pre[at]);
    if (pre[at].trim() !== '' && there >= 0) return there + 1;
  }
  return post.length;
}

/** A line with its heading and the next ones above and below that are not blank, and how many blank ones lie between. */
function around(lines, n) {
  const step = (by) => {
    let at = n - 1 + by;
    while (at >= 0 && at < lines.length && lines[at].trim() === '') at += by;
    return `${Math.abs(at - (n - 1))}${(lines[at] ?? '').replace(/\W/g, '').slice(0, 40)}`;
  };
  let heading = n - 1;
  while (heading > 0 && !lines[heading].startsWith('#')) heading -= 1;
  return {
    line: (lines[n - 1] ?? '').trimEnd(),
    heading: (lines[heading] ?? '').replace(/\W/g, ''),
    above: step(-1),
    below: step(1),
  };
}
