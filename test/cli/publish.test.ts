import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRONT, gitIn, NAME, temporaryFolder, twir } from './twir';

const folder = temporaryFolder();
const here = process.cwd();
beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(here));

const DRAFT = `draft/${NAME}`;
const CONTENT = `content/${NAME}`;
const NEXT = 'draft/2026-03-04-this-week-in-rust.md';
const item = (name: string) => `* [The ${name} post](https://example.com/${name})\n`;
const event = (date: string) =>
  `* ${date} | Virtual | [Rust Oslo](https://example.com/oslo)\n    * [**Evening of ${date}**](https://example.com/${date})\n`;
const EVENTS = ['2026-02-28', '2026-03-06'].map(event).join('');
const text = (...names: string[]) =>
  `${FRONT}## Updates from Rust Community\n\n### Official\n${names.map(item).join('')}
## Upcoming Events

Rusty Events between 2026-02-25 - 2026-03-25 🦀

### Virtual
${EVENTS}
If you are running a Rust event please add it to the calendar.
`;
const TEMPLATE = `Title: This Week in Rust $twir_issue_number
Number: $twir_issue_number
Date: $twir_issue_date
Category: This Week in Rust

## Updates from Rust Community

### Official

## Upcoming Events

Rusty Events between $twir_issue_date - $twir_events_end_date 🦀

$twir_events_list

If you are running a Rust event please add it to the calendar.
`;
/** Rules about sections that these short issues do not have. */
const CONFIG = JSON.stringify({ rules: { 'section-missing': 'off', 'placeholder-link': 'off' } });
const read = (name: string) => readFileSync(path.join(folder.path, name), 'utf8');

/** A checkout whose `origin/main` has a draft with these items, and HEAD grew from it. */
function checkout(...names: string[]): ReturnType<typeof gitIn> {
  folder.write('.twir.json', CONFIG);
  folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
  folder.write('content/README.md', 'Issues\n');
  folder.write(DRAFT, text(...names));
  const git = gitIn(folder.path);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'draft');
  git('remote', 'add', 'origin', 'https://github.com/rust-lang/this-week-in-rust.git');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  return git;
}

/** Somebody adds items to the base branch, of which the checkout has only the news. */
function others(git: ReturnType<typeof gitIn>, ...names: string[]): void {
  git('checkout', '-q', '-b', 'theirs');
  folder.write(DRAFT, text(...names));
  git('commit', '-q', '-am', 'more');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('checkout', '-q', 'main');
}

describe('twir publish', () => {
  it('moves the draft, makes the next one and writes the commit message', async () => {
    checkout('first', 'second');
    const { status, out } = await twir('publish', DRAFT);
    expect(status).toBe(0);
    expect(out).toBe(
      `${DRAFT}: has all that origin/main has\n${CONTENT}: published\n${NEXT}: issue 641, 1 event carried over, 1 past one left out\nCommit message:\n  Publish TWiR 640, add draft for TWiR 641\n`,
    );
    expect(read(CONTENT)).toBe(text('first', 'second'));
    expect(existsSync(DRAFT)).toBe(false);
    expect(read(NEXT)).toContain('Number: 641\n');
  });

  it('stops when the base branch has items that nobody here has seen', async () => {
    const git = checkout('first');
    others(git, 'first', 'second');
    const { status, out, complaints } = await twir('publish', DRAFT);
    expect(status).toBe(1);
    expect(out).toContain(
      `${DRAFT}: 1 link of origin/main is not here\n  origin/main:10: The second post (https://example.com/second), added there since\n`,
    );
    expect(complaints).toContain('the draft is behind origin/main: merge it first, or use --force');
    expect(existsSync(CONTENT)).toBe(false);
    expect(read(DRAFT)).toBe(text('first'));

    const forced = await twir('publish', '--force', DRAFT);
    expect(forced.status).toBe(0);
    expect(forced.complaints).toContain('the draft is behind origin/main\n');
    expect(read(CONTENT)).toBe(text('first'));
  });

  it('stops when an old copy of the draft lies over the merged one', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `number-${n}`);
    checkout('first', ...names);
    folder.write(DRAFT, text('first'));
    const { status, out } = await twir('publish', DRAFT);
    expect(status).toBe(1);
    expect(out).toContain('12 links of origin/main are not here');
    expect(existsSync(CONTENT)).toBe(false);
  });

  it('tells of a few items that were taken out, and goes on', async () => {
    checkout('first', 'second');
    folder.write(DRAFT, text('first'));
    const { status, out } = await twir('publish', DRAFT);
    expect(status).toBe(0);
    expect(out).toContain('1 link of origin/main is not here\n  origin/main:10: The second post');
  });

  it('stops at errors, and does before what needs no decision', async () => {
    checkout('first');
    const untidy = `${text('first')}\n## Crate of the Week\n\n<!-- COTW goes here -->\n\n[end](http://)\n\ntrailing   \n`;
    folder.write(DRAFT, untidy);
    const found = await twir('publish', DRAFT);
    expect(found.status).toBe(1);
    expect(found.complaints).toMatch(/\d errors? left: mend them, or use --force/);
    const { out } = await twir('publish', '--fix', '--diff', DRAFT);
    expect(out).toContain('-trailing   \n+trailing\n');
    expect(read(DRAFT)).toBe(untidy);
    expect((await twir('publish', '--diff', DRAFT)).out).toBe(out);
    const forced = await twir('publish', '--fix', '--force', DRAFT);
    expect(forced.status).toBe(0);
    expect(forced.complaints).toMatch(/^\d errors? left\n/m);
    expect(read(CONTENT)).toContain('\ntrailing\n');
  });

  it('writes nothing in a dry run', async () => {
    checkout('first');
    const { status, out } = await twir('publish', '--dry-run', DRAFT);
    expect(status).toBe(0);
    expect(out).toContain(`would become ${CONTENT} (dry run, nothing written)`);
    expect(existsSync(CONTENT)).toBe(false);
    expect(existsSync(NEXT)).toBe(false);
  });

  it('publishes without git, and says what was not compared', async () => {
    folder.write('.twir.json', CONFIG);
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    folder.write(DRAFT, text('first'));
    const { status, complaints } = await twir('publish', DRAFT);
    expect(status).toBe(0);
    expect(complaints).toContain('Not compared with the base branch: this is no git repository');
  });

  it('refuses what is out already, and what is no draft', async () => {
    const git = checkout('first');
    git('checkout', '-q', '-b', 'theirs');
    git('mv', DRAFT, CONTENT);
    git('commit', '-q', '-m', 'publish');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    git('checkout', '-q', 'main');
    const out = await twir('publish', DRAFT);
    expect(out.status).toBe(2);
    expect(out.complaints).toContain(`origin/main has ${CONTENT} already: the issue is out`);

    folder.write(CONTENT, text('first'));
    expect((await twir('publish', DRAFT)).complaints).toContain(`${CONTENT} is there already`);
    expect((await twir('publish', CONTENT)).complaints).toContain(
      'Only a file in the folder draft/ is published',
    );
  });
});

describe('twir reddit-link', () => {
  const issue = `${text('first')}\n<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>\n`;

  it('sets the link of the very issue', async () => {
    folder.write(CONTENT, issue);
    const url = 'https://old.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/?utm_source=share';
    const { status, out } = await twir('reddit-link', '--url', url, CONTENT);
    expect({ status, out }).toEqual({
      status: 0,
      out: `${CONTENT}: leads to https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/\n`,
    });
    expect(read(CONTENT)).toContain(
      '[Discuss on r/rust](https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/)',
    );
    expect((await twir('reddit-link', '--url', url, CONTENT)).out).toContain('has this link already');
  });

  it('refuses the thread of another issue', async () => {
    folder.write(CONTENT, issue);
    const url = 'https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_639/';
    const { status, complaints } = await twir('reddit-link', '--url', url, CONTENT);
    expect(status).toBe(2);
    expect(complaints).toContain('The thread is about issue 639, and this is issue 640');
    expect(read(CONTENT)).toBe(issue);
  });
});

describe('twir announce', () => {
  it('prints a text for each place, within what it takes', async () => {
    folder.write(
      CONTENT,
      `${text('first', 'second')}\n## Crate of the Week\n\nThis week's crate is [widget](https://example.com/widget), a widget.\n`,
    );
    const { status, out } = await twir('announce', CONTENT);
    expect(status).toBe(0);
    expect(out).toContain(
      'reddit (21 of 300)\n  This Week in Rust 640\n  https://this-week-in-rust.org/blog/2026/02/25/this-week-in-rust-640/\n',
    );
    expect(out).toContain('Crate of the week: widget');
    expect((await twir('announce', '--for', 'bluesky', CONTENT)).out).toMatch(
      /^This Week in Rust 640 is out: /,
    );
    expect((await twir('announce', '--for', 'email', CONTENT)).out).toMatch(/^<!doctype html>/i);
  });
});
