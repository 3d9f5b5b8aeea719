import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../server/src/cli/main';
import { InputError } from '../../server/src/cli/system';
import { nodeSystem } from '../../server/src/node/system';
import { FRONT, NAME, temporaryFolder, twir, twirWith } from './twir';

const folder = temporaryFolder();
const { write } = folder;
const here = process.cwd();
beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(here));

const pathsOf = async (...words: string[]) =>
  JSON.parse((await twir('check', '--format', 'json', ...words)).out).files.map(
    (file: { path: string }) => file.path,
  );
const OTHER = '2026-03-04-this-week-in-rust.md';

describe('what a command works on', () => {
  it('is the open drafts of the checkout when nothing is named, from any of its folders', async () => {
    write(`draft/${NAME}`, FRONT);
    write(`draft/${OTHER}`, FRONT);
    write('draft/DRAFT_TEMPLATE', FRONT);
    write(`content/${NAME}`, FRONT);
    expect(await pathsOf()).toEqual([`draft/${OTHER}`]);
    process.chdir(path.join(folder.path, 'content'));
    expect(await pathsOf()).toEqual([path.join(process.cwd(), '..', 'draft', OTHER)]);
    write(`content/${OTHER}`, FRONT);
    expect(await twir('check')).toMatchObject({
      status: 2,
      complaints: 'there is no open draft in draft/; name files or folders\n',
    });
  });

  it('can be named by a pattern in quotes', async () => {
    write(`draft/${NAME}`, FRONT);
    write(`draft/deep/${OTHER}`, FRONT);
    expect(await pathsOf('draft/*.md')).toEqual([`draft/${NAME}`]);
    expect(await pathsOf('**/2026-03-*.md')).toEqual([`draft/deep/${OTHER}`]);
    expect(await pathsOf('draft/{deep/,}*.md')).toHaveLength(2);
    expect(await twir('check', 'none/*.md')).toMatchObject({
      status: 2,
      complaints: 'none/*.md: no file is called like this\n',
    });
  });

  it('leaves out what .gitignore does, but for what is named', async () => {
    execFileSync('git', ['init', '-q']);
    write('.gitignore', 'old/\n*-03-04-*.md\n');
    write('kept/.gitignore', '!*-03-04-*.md\n');
    write(`draft/${NAME}`, FRONT);
    write(`draft/${OTHER}`, FRONT);
    write(`old/${NAME}`, FRONT);
    write(`kept/${OTHER}`, FRONT);
    expect(await pathsOf('.')).toEqual([`draft/${NAME}`, `kept/${OTHER}`]);
    expect(await pathsOf('old', `draft/${OTHER}`)).toEqual([`old/${NAME}`, `draft/${OTHER}`]);
  });

  it('is one file, however often it is named', async () => {
    write(`draft/${NAME}`, FRONT);
    expect(await pathsOf(`draft/${NAME}`, 'draft', `./draft/${NAME}`)).toEqual([`draft/${NAME}`]);
  });

  it('goes on after a path that is missing', async () => {
    write(`draft/${NAME}`, FRONT);
    const { status, out, complaints } = await twir('check', '--format', 'json', 'missing', 'draft');
    expect(complaints).toBe('missing: no such file or folder\n');
    expect(JSON.parse(out).files).toHaveLength(1);
    expect(status).toBe(2);
  });

  it.each([
    ['add-events', '--from', 'events.md'],
    ['fill', '--from', 'events.md'],
    ['changes', '--repo', '.'],
    ['publish'],
    ['announce'],
    ['reddit-link', '--url', 'https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/'],
  ])('is one file for %s, and never all of a folder', async (...words) => {
    write('events.md', FRONT);
    write(`draft/${NAME}`, FRONT);
    expect(await twir(...words, 'draft')).toEqual({
      status: 2,
      out: '',
      complaints: 'draft is a folder; name one file\n',
    });
    expect((await twir(...words, 'draft/*.md')).complaints).toBe('draft/*.md: no such file\n');
  });
});

describe('standard input', () => {
  const piped = async (text: string, ...words: string[]) => {
    let out = '';
    let complaints = '';
    const system = nodeSystem();
    const terminal = {
      ...system.terminal,
      write: (shown: string | { text: string }) => {
        out += typeof shown === 'string' ? shown : shown.text;
      },
      document: (shown: string) => {
        out += shown;
      },
      complain: (message: string) => {
        complaints += `${message}\n`;
      },
    };
    const status = await main(words, { ...system, terminal, readInput: () => text });
    return { status, out, complaints };
  };
  const bad = `${FRONT}- [A](https://example.com/a) \n`;

  it('is checked under a name', async () => {
    const { out } = await piped(bad, 'check', '--format', 'json', '--stdin-filename', `draft/${NAME}`, '-');
    const [file] = JSON.parse(out).files;
    expect(file.path).toBe(`draft/${NAME}`);
    expect(file.diagnostics.map(({ rule }: { rule: string }) => rule)).toContain('whitespace');
    expect(await piped(bad, 'check', '-')).toMatchObject({
      status: 2,
      complaints: '-: --stdin-filename FILE is missing\n',
    });
  });

  it('is not passed over when its operand is left out', async () => {
    write(`draft/${NAME}`, FRONT);
    expect(await twir('format', '--stdin-filename', NAME)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('--stdin-filename needs the operand -'),
    });
  });

  it('comes out again when it is changed, and nothing else does', async () => {
    const name = ['--stdin-filename', NAME, '-'];
    const good = `${FRONT}* [A](https://example.com/a)\n`;
    expect((await piped(bad, 'format', ...name)).out).toBe(good);
    expect((await piped(good, 'format', ...name)).out).toBe(good);
    expect((await piped(good, 'organize', ...name)).out).toBe(good);
    expect((await piped(bad, 'check', '--fix', ...name)).out).toBe(good);
  });
});

describe('what is changed', () => {
  it.each(['format', 'organize', 'check --fix'])(
    'by twir %s goes on after a file that refuses',
    async (command) => {
      const event =
        '* 2026-01-01 | Oslo, NO | [G](https://example.com/g)\n    * [**E**](https://example.com/e) \n';
      const bad = `${FRONT}## Upcoming Events\n\n### Europe\n\n${event}`;
      write(`a/${NAME}`, bad);
      const other = write(`b/${NAME}`, bad);
      const { replace } = nodeSystem();
      const refusing = (file: string, before: string, after: string) => {
        if (file.startsWith('a')) throw new InputError(`${file}: permission denied`);
        replace(file, before, after);
      };
      const { status, complaints } = await twirWith({ replace: refusing }, ...command.split(' '), 'a', 'b');
      expect(status).toBe(2);
      expect(complaints).toContain(`${NAME}: permission denied`);
      expect(readFileSync(other, 'utf8')).not.toBe(bad);
    },
  );
});

describe('what would be changed', () => {
  const bad = `${FRONT}- [A](https://example.com/a) \n`;
  const event =
    '* 2026-01-01 | Oslo, NO | [G](https://example.com/g)\n    * [**E**](https://example.com/e)\n';
  const events = `${FRONT}## Upcoming Events\n\n### Europe\n${event}`;

  it.each([
    ['format', bad, '-- [A](https://example.com/a) '],
    ['check --fix', bad, '-- [A](https://example.com/a) '],
    ['organize', events, '-* 2026-01-01 | Oslo, NO | [G](https://example.com/g)'],
  ])('is shown by twir %s --diff and not done', async (command, text, removed) => {
    const file = write(NAME, text);
    const { out } = await twir(...command.split(' '), '--diff', NAME);
    expect(out).toMatch(new RegExp(`^--- ${NAME}\\t?\n\\+\\+\\+ ${NAME}`));
    expect(out.split('\n')).toContain(removed);
    expect(readFileSync(file, 'utf8')).toBe(text);
    // A diff of what `check` would mend needs no further word.
    expect((await twir(command.replace(' --fix', ''), '--diff', NAME)).out).toBe(out);
    await twir(...command.split(' '), '--dry-run', NAME);
    expect(readFileSync(file, 'utf8')).toBe(text);
    await twir(...command.split(' '), NAME);
    expect(readFileSync(file, 'utf8')).not.toBe(text);
    expect((await twir(...command.split(' '), '--diff', NAME)).out).toBe('');
  });
});
