// Folders with issues to measure on: real ones when they stand beside the checkout, else our own.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The issue that is the draft: the longest of its year. */
const DRAFT = '2024-11-20-this-week-in-rust.md';

/**
 * @param {string} root the checkout
 * @param {string} cache a folder of ours
 * @returns a checkout of the newsletter with a draft, the draft alone, the latest 25 issues, and all
 */
export function makePlaces(root, cache) {
  const real = join(root, '../shared/corpus/content');
  const source = existsSync(real) ? real : join(root, 'test/corpus/content');
  const names = readdirSync(source)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const draft = names.includes(DRAFT) ? DRAFT : names.at(-1);
  const base = join(cache, 'places');
  rmSync(base, { recursive: true, force: true });
  const make = (place, chosen) => {
    for (const [folder, name] of chosen) {
      mkdirSync(join(base, place, folder), { recursive: true });
      cpSync(join(source, name), join(base, place, folder, name));
    }
    return join(base, place);
  };
  const inContent = (chosen) => chosen.map((name) => ['content', name]);
  return {
    real: source === real,
    draft: join('draft', draft),
    draftLength: readFileSync(join(source, draft)).length,
    counts: { all: names.length, some: Math.min(25, names.length) },
    checkout: make('checkout', [...inContent(names.filter((name) => name !== draft)), ['draft', draft]]),
    one: make('one', [['draft', draft]]),
    some: make('some', inContent(names.slice(-25))),
    all: make('all', inContent(names)),
  };
}

/** As many as there are today, where ours have to stand for them. */
const MANY = 640;

/**
 * Fills the content folder of a checkout with as many issues as the newsletter has: real ones when they stand beside the
 * checkout, else our own, again and again with other dates.
 *
 * @param draft name of an issue that is left out, because it is still a draft
 * @returns how many there are, and whether they are real
 */
export function manyIssues(root, content, draft) {
  const real = join(root, '../shared/corpus/content');
  const source = existsSync(real) ? real : join(root, 'test/corpus/content');
  const names = readdirSync(source)
    .filter((name) => name !== draft)
    .sort();
  mkdirSync(content, { recursive: true });
  if (source === real) {
    for (const name of names) cpSync(join(source, name), join(content, name));
  } else {
    const texts = names.map((name) => readFileSync(join(source, name), 'utf8'));
    for (let n = 0; n < MANY; n += 1) {
      const date = new Date(Date.parse('2013-06-05') + n * 7 * 86_400_000).toISOString().slice(0, 10);
      const text = texts[n % texts.length]
        .replace(/^Title: .*$/m, `Title: This Week in Rust ${n + 1}`)
        .replace(/^Number: .*$/m, `Number: ${n + 1}`)
        .replace(/^Date: .*$/m, `Date: ${date}`);
      writeFileSync(join(content, `${date}-this-week-in-rust.md`), text);
    }
  }
  return { count: readdirSync(content).length, real: source === real };
}

/** The draft that is opened, with the name of its file. */
export function draftText(root) {
  const real = join(root, '../shared/corpus/draft/2026-02-25/progress-80.md');
  const name = existsSync(real) ? '2026-02-25-this-week-in-rust.md' : '2026-11-25-this-week-in-rust.md';
  const file = existsSync(real) ? real : join(root, 'docs/sample/draft', name);
  return { name, text: readFileSync(file, 'utf8') };
}
