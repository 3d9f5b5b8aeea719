// Folders with issues to measure on: real ones when they stand beside the checkout, else our own.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
