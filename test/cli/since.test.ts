import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../server/src/newsletter/issue/date';
import { nodeSystem } from '../../server/src/node/system';
import { FRONT, NAME, temporaryFolder, twir, twirWith } from './twir';

const folder = temporaryFolder();
const { write } = folder;
const here = process.cwd();
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], { stdio: 'pipe' });
const commit = (message: string) => {
  git('add', '-A');
  git('commit', '-qm', message);
};
beforeEach(() => {
  process.chdir(folder.path);
  git('init', '-qb', 'main');
});
afterEach(() => process.chdir(here));

/** Rule and line of what is new in each file. */
const news = async (...words: string[]): Promise<Record<string, string[]>> => {
  const { out, complaints } = await twir('check', '--format', 'json', '--since', 'main', ...words);
  expect(complaints).toBe('');
  return Object.fromEntries(
    JSON.parse(out).files.map((file: { path: string; diagnostics: { rule: string; line: number }[] }) => [
      file.path,
      file.diagnostics.map(({ rule, line }) => `${rule} ${line}`),
    ]),
  );
};
const WITHOUT = ['--rule', 'section-missing=off'];

const TEMPLATE = `Title: This Week in Rust $twir_issue_number
Number: $twir_issue_number
Date: $twir_issue_date
Category: This Week in Rust

A template line. 

## Updates from Rust Community

## Crate of the Week

## Jobs

## Upcoming Events

Rusty Events between $twir_issue_date - $twir_events_end_date 🦀

$twir_events_list

If you are running a Rust event please add it to the calendar.
`;
const issue = (number: number, date: string, end: string, events: string) =>
  TEMPLATE.replaceAll('$twir_issue_number', String(number))
    .replaceAll('$twir_issue_date', date)
    .replace('$twir_events_end_date', end)
    .replace('$twir_events_list', events);

describe('twir check --since', () => {
  it('tells what lies on changed lines, and what there was not before, of changed files alone', async () => {
    write(`draft/${NAME}`, `${FRONT}Old. \nSame.\n`);
    write('content/2026-02-18-this-week-in-rust.md', `${FRONT}Old. \n`);
    commit('before');
    git('checkout', '-qb', 'topic');
    write(`draft/${NAME}`, `${FRONT}Above.\nOld. \nSame. \n`);
    commit('topic');
    git('checkout', '-q', 'main');
    write('content/2026-02-18-this-week-in-rust.md', `${FRONT}Old. \nChanged on main. \n`);
    commit('main goes on');
    git('checkout', '-q', 'topic');
    expect(await news(...WITHOUT)).toEqual({ [`draft/${NAME}`]: ['whitespace 8'] });
    expect(await news(...WITHOUT, 'content')).toEqual({});
  });

  it('takes what standard input has instead of a file', async () => {
    const old = `${FRONT}Old. \nSame.\n`;
    write(`draft/${NAME}`, old);
    commit('before');
    const told = async (text: string) => {
      const words = [
        'check',
        '--format',
        'json',
        '--since',
        'main',
        '--stdin-filename',
        `draft/${NAME}`,
        '-',
      ];
      const { out } = await twirWith({ readInput: () => text }, ...words, ...WITHOUT);
      return JSON.parse(out).files.flatMap(
        ({ diagnostics }: { diagnostics: { rule: string; line: number }[] }) =>
          diagnostics.map(({ rule, line }) => `${rule} ${line}`),
      );
    };
    expect(await told(old)).toEqual([]);
    expect(await told(old.replace('Same.', 'Same. '))).toEqual(['whitespace 7']);
    write(`draft/${NAME}`, old.replace('Old. ', 'Old.  '));
    expect(await told(old)).toEqual([]);
  });

  it('compares with no issue of more than 1 MB', async () => {
    const links = `## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n`;
    write('content/2026-02-18-this-week-in-rust.md', `${FRONT}${links}${'A line.\n'.repeat(140_000)}`);
    write(`draft/${NAME}`, FRONT);
    commit('before');
    write(`draft/${NAME}`, `${FRONT}${links}`);
    expect(await news(...WITHOUT)).toEqual({ [`draft/${NAME}`]: [] });
  });

  it('follows a renamed file', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => `Line ${n}. \n`).join('');
    write('draft/a-this-week.md', `${FRONT}${lines}`);
    commit('before');
    git('checkout', '-qb', 'topic');
    renameSync('draft/a-this-week.md', `draft/${NAME}`);
    write(`draft/${NAME}`, `${FRONT}${lines}New. \n`);
    commit('rename');
    expect(await news(...WITHOUT)).toEqual({ [`draft/${NAME}`]: ['whitespace 36'] });
  });

  it('does not blame a new draft for the template and what is carried over', async () => {
    write('draft/DRAFT_TEMPLATE', TEMPLATE);
    write('draft/2026-02-18-this-week-in-rust.md', issue(639, '2026-02-18', '2026-03-18', 'Carried over. '));
    commit('before');
    git('checkout', '-qb', 'topic');
    write(`draft/${NAME}`, `${issue(640, '2026-02-25', '2026-03-25', 'Carried over. ')}Own. \n`);
    commit('new draft');
    expect(await news(...WITHOUT)).toEqual({ [`draft/${NAME}`]: ['whitespace 21'] });
  });

  it('recognizes a publication, and scolds for other changes of what is published', async () => {
    write(`draft/${NAME}`, `${FRONT}Text.\n`);
    commit('before');
    git('checkout', '-qb', 'topic');
    mkdirSync('content');
    renameSync(`draft/${NAME}`, `content/${NAME}`);
    commit('publish');
    expect(await news(...WITHOUT)).toEqual({ [`content/${NAME}`]: [] });
    git('checkout', '-qb', 'late', 'topic');
    git('branch', '-qf', 'main', 'topic');
    write(`content/${NAME}`, `${FRONT}Text, mended.\n`);
    expect(await news(...WITHOUT)).toEqual({ [`content/${NAME}`]: ['issue-location 1'] });
  });

  it('compares with the issues right before a changed one, and reads no others', async () => {
    const dates = Array.from({ length: 34 }, (_, n) => addDays('2026-02-25', -7 * n));
    const text = (date: string, link: string) =>
      `${FRONT.replace('2026-02-25', date)}## Updates from Rust Community\n\n* [A post](${link})\n`;
    for (const [n, date] of dates.entries())
      if (n > 0)
        write(`content/${date}-this-week-in-rust.md`, text(date, `https://example.com/${dates.length - n}`));
    commit('before');
    git('checkout', '-qb', 'topic');
    write(`draft/${NAME}`, text('2026-02-25', 'https://example.com/4'));
    write(`content/${dates[32]}-this-week-in-rust.md`, text(dates[32]!, 'https://example.com/1'));
    const read: string[] = [];
    const system = nodeSystem();
    const files = {
      list: system.files.list,
      read: (uri: string) => {
        read.push(uri);
        return system.files.read(uri);
      },
    };
    const { out } = await twirWith({ files }, 'check', '--since', 'main');
    expect(out).toContain(`in the issue of ${dates[30]}`);
    expect(out).toContain(`already appeared in the issue of ${dates[33]}`);
    const issues = read.filter((uri) => uri.endsWith('-this-week-in-rust.md') && uri.includes('/content/'));
    expect(new Set(issues).size, issues.sort().join('\n')).toBe(31);
  });

  it('has nothing to say when nothing changed, and says what is wrong with a revision', async () => {
    write(`draft/${NAME}`, `${FRONT}Text. \n`);
    commit('before');
    expect(await twir('check', '--since', 'main')).toMatchObject({
      status: 0,
      out: '0 files checked\n',
    });
    const { status, complaints } = await twir('check', '--since', 'nowhere');
    expect(status).toBe(2);
    expect(complaints).toContain('--since nowhere: no such revision');
  });
});
