import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRONT, NAME, temporaryFolder, twir } from './twir';

const folder = temporaryFolder();
const { write } = folder;
const date = NAME.slice(-'2026-02-25-this-week-in-rust.md'.length).slice(0, 10);
const daysBefore = (days: number) =>
  new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/** A checkout with a commit a title, the day before the issue. */
function checkout(name: string, remote: string, titles: readonly string[], when = daysBefore(1)): string {
  const dir = path.join(folder.path, name);
  mkdirSync(dir, { recursive: true });
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: `${when}T12:00:00Z`,
    GIT_COMMITTER_DATE: `${when}T12:00:00Z`,
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { env });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', remote);
  for (const title of titles) git('commit', '-q', '--allow-empty', '-m', title);
  return dir;
}

const DRAFT = `${FRONT}## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\n<!-- Perf results go here -->\n`;
const REPORT = `# ${daysBefore(2)} Triage Log\n\nA calm week.\n\n#### Regressions\n\nNone.\n`;

describe('twir changes', () => {
  it('lists candidates as JSON lines', async () => {
    const file = write(NAME, DRAFT);
    const repo = checkout('cargo', 'https://github.com/rust-lang/cargo.git', [
      'feat(x): Clap (#1)',
      'chore: y (#2)',
    ]);
    const { status, out } = await twir('changes', '--list', '--repo', repo, file);
    expect(status).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        repo: 'rust-lang/cargo',
        number: 2,
        title: 'chore: y',
        url: 'https://github.com/rust-lang/cargo/pull/2',
        group: 'Cargo',
        usual: false,
      },
      {
        repo: 'rust-lang/cargo',
        number: 1,
        title: '`x`: Clap',
        url: 'https://github.com/rust-lang/cargo/pull/1',
        group: 'Cargo',
        usual: true,
      },
    ]);
    expect(readFileSync(file, 'utf8')).toBe(DRAFT);
  });

  it('inserts what is usual, or what was chosen, and shows it first when asked', async () => {
    const file = write(NAME, DRAFT);
    const repo = checkout('cargo2', 'https://github.com/rust-lang/cargo.git', ['Clap (#1)', 'chore: y (#2)']);
    expect((await twir('changes', '--diff', '--repo', repo, file)).out).toContain(
      '+* [clap](https://github.com/rust-lang/cargo/pull/1)\n',
    );
    expect(readFileSync(file, 'utf8')).toBe(DRAFT);
    expect((await twir('changes', '--repo', repo, '--only', 'cargo#2', file)).out).toContain(
      '1 of 2 pull requests added',
    );
    const other = await twir('changes', '--dry-run', '--repo', repo, '--only', 'cargo#9', file);
    expect([other.status, other.complaints]).toEqual([
      2,
      expect.stringContaining('cargo#9 is not among what was merged'),
    ]);
    expect(other.out).toContain('0 of 1 pull requests would be added');
    expect((await twir('changes', '--repo', repo, file)).out).toContain('1 of 1 pull requests added');
    expect(readFileSync(file, 'utf8')).toContain(
      '#### Cargo\n* [chore: y](https://github.com/rust-lang/cargo/pull/2)\n* [clap]',
    );
  });

  it('takes the checkouts of the configuration, and says which one tells nothing', async () => {
    const file = write(NAME, DRAFT);
    checkout('my cargo', 'https://github.com/rust-lang/cargo.git', ['Clap (#1)']);
    checkout('else where', 'https://example.com/cargo.git', []);
    writeFileSync(
      path.join(path.dirname(file), '.twir.json'),
      JSON.stringify({
        checkouts: [path.join(folder.path, 'my cargo'), path.join(folder.path, 'else where')],
      }),
    );
    const { status, out, complaints } = await twir('changes', '--list', file);
    expect(out).toContain('"number":1');
    expect(complaints).toMatch(/^[^%]*else where has no remote “origin” on GitHub\n$/);
    expect(complaints).not.toContain('file:');
    expect(status).toBe(2);
  });

  it('says which checkout is not there', async () => {
    const file = write(NAME, DRAFT);
    expect(await twir('changes', '--repo', 'nowhere', file)).toEqual({
      status: 2,
      out: '',
      complaints: '--repo nowhere: no such folder\n',
    });
  });
});

describe('twir fill', () => {
  it('fills from a file, tells what it left out, and changes nothing the second time', async () => {
    const file = write(NAME, DRAFT);
    const from = write('report.md', REPORT);
    const dry = await twir('fill', '--dry-run', '--from', from, file);
    expect(dry.out).toBe(`filled    Rust Compiler Performance Triage\n${file}: nothing written (dry run)\n`);
    expect(readFileSync(file, 'utf8')).toBe(DRAFT);
    const first = await twir('fill', '--from', from, file);
    expect(first).toMatchObject({ status: 0, out: 'filled    Rust Compiler Performance Triage\n' });
    expect(first.complaints).toContain(':5: Left out: the list of single changes');
    expect(readFileSync(file, 'utf8')).toContain('A calm week.\n\n[Full report here]');
    expect((await twir('fill', '--from', from, file)).out).toBe(
      'same      Rust Compiler Performance Triage\n',
    );
  });

  it('takes a post of the forum as the quote', async () => {
    const tail = '<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>\n';
    const file = write(NAME, `${FRONT}# Quote of the Week\n\n<!-- QOTW goes here -->\n\n${tail}`);
    const post = '[quote="mina, post:1900, topic:328"]\n> Clap.\n\n— Otto on rust-users\n[/quote]';
    expect((await twir('fill', '--from', write('post.md', post), file)).status).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# Quote of the Week\n\n> Clap.\n\n– [Otto on rust-users]');
    expect(text.slice(-tail.length - 2)).toBe(`\n\n${tail}`);
  });

  it('shows the change first when asked', async () => {
    const file = write(NAME, DRAFT);
    const { out } = await twir('fill', '--diff', '--from', write('report.md', REPORT), file);
    expect(out).toContain('-<!-- Perf results go here -->\n+A calm week.\n');
    expect(readFileSync(file, 'utf8')).toBe(DRAFT);
  });

  it('finds the report of the week in a checkout', async () => {
    const file = write(NAME, DRAFT);
    const perf = checkout('rustc-perf', 'https://github.com/rust-lang/rustc-perf', ['Report']);
    const year = date.slice(0, 4);
    mkdirSync(path.join(perf, 'triage', year), { recursive: true });
    writeFileSync(path.join(perf, 'triage', year, `${daysBefore(2)}.md`), REPORT);
    writeFileSync(path.join(perf, 'triage', year, `${daysBefore(9)}.md`), 'old');
    writeFileSync(path.join(path.dirname(file), '.twir.json'), JSON.stringify({ checkouts: [perf] }));
    expect((await twir('fill', file)).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(
      new RegExp(`rustc-perf/blob/[0-9a-f]{40}/triage/${year}/${daysBefore(2)}\\.md\\)`),
    );
  });

  it('says what it needs', async () => {
    const file = write(NAME, DRAFT);
    expect(await twir('fill', file)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('--from FILE'),
    });
    expect(await twir('fill', '--from', write('x.md', 'words'), file)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('no section of an issue'),
    });
  });
});
