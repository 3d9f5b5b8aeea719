import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeGit } from '../../server/src/node/git';
import type { Repository } from '../../server/src/workspace/git';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'twir-git-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function git(...args: string[]): string {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  return execFileSync('git', ['-C', folder, ...author, ...args], { encoding: 'utf8' }).trim();
}

function commit(subject: string, date?: string): string {
  git('add', '-A');
  const at = date === undefined ? {} : { GIT_COMMITTER_DATE: date };
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', subject],
    { env: { ...process.env, ...at } },
  );
  return git('rev-parse', 'HEAD');
}

async function repository(file = 'draft/a.md', bases = [folder]): Promise<Repository> {
  const found = await nodeGit(bases).repositoryOf(pathToFileURL(path.join(folder, file)).href);
  return found!;
}

describe('git', () => {
  beforeEach(() => {
    git('init', '-q', '-b', 'main');
  });

  it('tells what changed since a revision, renames, the working tree and new files included', async () => {
    const long = Array.from({ length: 40 }, (_, n) => `Line ${n}\n`).join('');
    write('draft/moved.md', long);
    write('draft/changed.md', 'one\n');
    write('draft/gone.md', 'one\n');
    write('draft/same.md', 'one\n');
    commit('before');
    mkdirSync(path.join(folder, 'content'));
    renameSync(path.join(folder, 'draft/moved.md'), path.join(folder, 'content/moved to “x”.md'));
    rmSync(path.join(folder, 'draft/gone.md'));
    commit('after');
    write('draft/changed.md', 'two and more\n');
    write('draft/new.md', 'new\n');
    const changed = await (await repository()).changedFiles('HEAD~1');
    expect([...changed].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'content/moved to “x”.md', status: 'renamed', from: 'draft/moved.md' },
      { path: 'draft/changed.md', status: 'modified' },
      { path: 'draft/gone.md', status: 'deleted' },
      { path: 'draft/new.md', status: 'added' },
    ]);
  });

  it('reads texts as they stood, in folders and at the root, and only those of files', async () => {
    write('top.md', 'top\r\n');
    write('draft/a.md', '\ufeffÄ 🦀\n');
    write('draft/odd\nname.md', 'odd\n');
    write('draft/sub/b.md', '');
    commit('before');
    write('draft/a.md', 'later\n');
    const wanted = [
      'top.md',
      'draft/a.md',
      'draft/odd\nname.md',
      'draft/sub/b.md',
      'draft/sub',
      'draft/no.md',
      'no/no.md',
    ];
    const texts = await (await repository()).textsAt('HEAD', wanted);
    expect([...texts].sort()).toEqual([
      ['draft/a.md', '\ufeffÄ 🦀\n'],
      ['draft/odd\nname.md', 'odd\n'],
      ['draft/sub/b.md', ''],
      ['top.md', 'top\r\n'],
    ]);
  });

  it('finds where a branch began', async () => {
    write('a.md', 'a\n');
    const base = commit('base');
    git('checkout', '-qb', 'topic');
    write('b.md', 'b\n');
    commit('topic');
    git('checkout', '-q', 'main');
    write('c.md', 'c\n');
    commit('main goes on');
    git('checkout', '-q', 'topic');
    const found = await repository();
    expect(await found.mergeBase('main')).toBe(base);
    git('checkout', '-q', '--orphan', 'other');
    write('d.md', 'd\n');
    commit('no relation');
    await expect(found.mergeBase('topic')).rejects.toThrow(/no commit in common .* shallow clone/);
  });

  it('says so when a revision is unknown, however it is spelled', async () => {
    write('a.md', 'a\n');
    commit('base');
    const found = await repository();
    for (const revision of ['nowhere', '--output=x', '', 'HEAD:a.md', 'main..main'])
      await expect(found.textsAt(revision, ['a.md'])).rejects.toThrow('no such revision');
    expect(existsSync(path.join(folder, 'x'))).toBe(false);
  });

  it('lists what the first parents brought in a span', async () => {
    for (const day of ['01', '02', '03']) {
      write('a.md', `${day}\n`);
      commit(`Change ${day} (#1${day})\n\nFirst line\n\nSecond\n`, `2026-02-${day}T12:00:00Z`);
    }
    const found = await repository();
    const log = await found.logFirstParent({ since: '2026-02-01T18:00:00Z', until: '2026-02-02T18:00:00Z' });
    expect(log).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{40}$/),
        date: expect.stringMatching(/^2026-02-02T12:00:00/),
        subject: 'Change 02 (#102)',
        body: 'First line\n\nSecond',
      },
    ]);
  });

  it('lists what merges changed, those within merged branches included', async () => {
    const merge = (message: string) => git('merge', '-q', '--no-ff', '-m', message, 'FETCH_HEAD');
    write('a.md', 'a\n');
    commit('First', '2026-02-01T12:00:00Z');
    git('checkout', '-qb', 'one');
    write('library/b.rs', 'b\n');
    commit('Work', '2026-02-02T12:00:00Z');
    git('checkout', '-q', '-B', 'rollup', 'main');
    git('fetch', '-q', '.', 'one');
    merge('Rollup merge of #1 - a:one, r=b');
    git('checkout', '-q', 'main');
    write('c.md', 'c\n');
    commit('Other', '2026-02-02T13:00:00Z');
    git('fetch', '-q', '.', 'rollup');
    merge('Auto merge of #2 - a:rollup, r=a');
    const log = await (await repository()).filesOfMerges({ since: '2026-01-01', until: '2090-01-01' });
    expect(log).toEqual([
      { subject: 'Auto merge of #2 - a:rollup, r=a', files: [{ path: 'library/b.rs', status: 'added' }] },
      { subject: 'Rollup merge of #1 - a:one, r=b', files: [{ path: 'library/b.rs', status: 'added' }] },
    ]);
  });

  it('tells the address of the remote without what opens it', async () => {
    const found = await repository();
    expect(await found.remoteUrl()).toBeUndefined();
    git('remote', 'add', 'origin', 'https://me:secret@github.com/owner/name.git');
    expect(await found.remoteUrl()).toBe('https://github.com/owner/name.git');
  });

  it('finds the repository from the base, not from a folder of it', async () => {
    write('draft/.git/HEAD', 'ref: refs/heads/main\n');
    expect((await repository()).root).toBe(pathToFileURL(folder).href);
    expect((await repository('draft/a.md', [path.join(folder, 'elsewhere')])).root).toBe(
      pathToFileURL(path.join(folder, 'draft')).href,
    );
  });

  it('knows nothing where there is no repository', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    for (const name of ['HEAD', 'config', 'objects/x', 'refs/x']) write(`draft/${name}`, '');
    expect(await repository()).toBeUndefined();
  });
});

describe('a hostile repository', () => {
  const marker = () => path.join(folder, '..', `${path.basename(folder)}.ran`);
  /** A program that leaves a trace, as everything that git can be told to run. */
  const trap = (name: string) => {
    const file = write(`.trap/${name}`, `#!/bin/sh\necho ${name} >> "${marker()}"\nexit 1\n`);
    execFileSync('chmod', ['+x', file]);
    return file;
  };
  const sprung = () => (existsSync(marker()) ? readFileSync(marker(), 'utf8') : '');
  const everything = async (found: Repository) => {
    const asked = [
      () => found.mergeBase('HEAD~1'),
      () => found.changedFiles('HEAD~1'),
      () => found.textsAt('HEAD~1', ['draft/a.md']),
      () => found.logFirstParent({ since: '2001-01-01', until: '2090-01-01' }),
      () => found.remoteUrl(),
    ];
    const answers: unknown[] = [];
    for (const ask of asked) answers.push(await ask().catch((error: Error) => error));
    return answers;
  };

  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    write('.gitignore', '.trap/\n');
    write('draft/a.md', 'one\n');
    commit('before');
    write('draft/a.md', 'two\n');
    commit('after');
  });
  afterEach(() => {
    rmSync(marker(), { force: true });
    delete process.env.GIT_EXTERNAL_DIFF;
    delete process.env.GIT_CONFIG_GLOBAL;
  });

  it('runs nothing that a folder dressed up as a repository names', async () => {
    write('draft/HEAD', `${'1'.repeat(40)}\n`);
    write('draft/objects/x', '');
    write('draft/refs/x', '');
    write(
      'draft/config',
      `[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n\tfsmonitor = ${trap('fsmonitor')}\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = .\n\tpromisor = true\n\tuploadpack = ${trap('uploadpack')}\n`,
    );
    // The trap works: this is how the revision of a file was read once.
    const inside = ['-C', path.join(folder, 'draft'), 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];
    expect(() => execFileSync('git', inside, { stdio: 'ignore' })).toThrow();
    expect(sprung()).toContain('uploadpack');
    rmSync(marker());
    const answers = await everything(await repository());
    expect(answers[2]).toEqual(new Map([['draft/a.md', 'one\n']]));
    expect(answers.filter((answer) => answer instanceof Error)).toEqual([]);
    expect(sprung()).toBe('');
  });

  it('runs nothing that the configuration, attributes and environment around it name', async () => {
    write('.gitattributes', '*.md filter=evil diff=evil\n');
    const settings = {
      'core.fsmonitor': trap('fsmonitor'),
      'core.pager': trap('pager'),
      'core.sshCommand': trap('ssh'),
      'diff.external': trap('external'),
      'diff.evil.textconv': trap('textconv'),
      'diff.evil.command': trap('diff'),
      'filter.evil.clean': trap('clean'),
      'filter.evil.process': trap('process'),
      'gpg.program': trap('gpg'),
      'log.showSignature': 'true',
    };
    for (const [key, value] of Object.entries(settings)) git('config', key, value);
    const global = write('.trap/config', `[core]\n\tfsmonitor = ${trap('global')}\n`);
    process.env.GIT_EXTERNAL_DIFF = trap('environment');
    process.env.GIT_CONFIG_GLOBAL = global;
    write('draft/a.md', 'three, not yet committed\n');
    // The traps work.
    expect(() => execFileSync('git', ['-C', folder, 'diff', 'HEAD~1'], { stdio: 'ignore' })).toThrow();
    expect(sprung()).toMatch(/fsmonitor.*(?:process|clean)/s);
    rmSync(marker());
    const answers = await everything(await repository());
    expect(answers[1]).toContainEqual({ path: 'draft/a.md', status: 'modified' });
    expect(answers.filter((answer) => answer instanceof Error)).toEqual([]);
    expect(sprung()).toBe('');
  });

  it('reads what it found, whatever variables, inclusions, replacements and alternates say', async () => {
    const other = path.join(folder, '.trap/elsewhere');
    execFileSync('git', ['init', '-q', other]);
    execFileSync('git', ['-C', other, 'config', 'core.fsmonitor', trap('other')]);
    git('config', 'include.path', write('.trap/included', `[core]\n\tfsmonitor = ${trap('included')}\n`));
    write('.git/objects/info/alternates', `${other}/.git/objects\n`);
    const replaced = execFileSync('git', ['-C', folder, 'hash-object', '-w', '--stdin'], {
      input: 'not this\n',
    });
    git('replace', git('rev-parse', 'HEAD~1:draft/a.md'), replaced.toString().trim());
    rmSync(marker(), { force: true });
    const before = { ...process.env };
    Object.assign(process.env, {
      GIT_DIR: path.join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap('variable'),
      GIT_SSH_COMMAND: trap('ssh'),
      // The checkout's own git is none.
      PATH: `${path.join(folder, '.trap')}:.::${process.env.PATH}`,
    });
    execFileSync('cp', [trap('path'), path.join(folder, '.trap/git')]);
    try {
      const answers = await everything(await repository());
      expect(answers.filter((answer) => answer instanceof Error)).toEqual([]);
      expect(answers[2]).toEqual(new Map([['draft/a.md', 'one\n']]));
      expect(sprung()).toBe('');
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      process.env.PATH = before.PATH;
    }
  });

  it('fetches nothing that a partial clone lacks', async () => {
    const blob = git('rev-parse', 'HEAD~1:draft/a.md');
    rmSync(path.join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    git('config', 'core.repositoryFormatVersion', '1');
    git('config', 'extensions.partialClone', 'origin');
    git('config', 'remote.origin.url', folder);
    git('config', 'remote.origin.promisor', 'true');
    git('config', 'remote.origin.uploadpack', trap('uploadpack'));
    git('config', 'protocol.file.allow', 'always');
    const found = await repository();
    await expect(found.textsAt('HEAD~1', ['draft/a.md'])).rejects.toThrow(
      'draft/a.md at HEAD~1 is not in this clone',
    );
    await everything(found);
    expect(sprung()).toBe('');
  });

  it('asks no submodule', async () => {
    execFileSync('git', ['init', '-q', path.join(folder, 'sub')]);
    const inner = ['-C', path.join(folder, 'sub'), '-c', 'user.name=t', '-c', 'user.email=t@example.com'];
    execFileSync('git', [...inner, 'commit', '-q', '--allow-empty', '-m', 'inner']);
    git('config', 'advice.addEmbeddedRepo', 'false');
    commit('submodule');
    execFileSync('git', [...inner, 'config', 'core.fsmonitor', trap('submodule')]);
    write('sub/x', 'changed\n');
    await everything(await repository());
    expect(sprung()).toBe('');
  });
});
