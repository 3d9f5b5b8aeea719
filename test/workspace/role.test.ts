import { describe, expect, it } from 'vitest';
import { guessRole, readGitConfig } from '../../server/src/workspace/role';

const DRAFT = 'file:///home/me/twir/draft/2026-02-25-this-week-in-rust.md';
const config = (url: string, more = '') =>
  `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n${more}`;
const FORK = config('git@github.com:somebody/this-week-in-rust.git');
const filesOf = (files: Readonly<Record<string, string>>) => ({
  list: async () => [],
  read: async (uri: string) => files[uri],
});
const at = (text: string) => filesOf({ 'file:///home/me/twir/.git/config': text });

describe('what a checkout tells of its author', () => {
  it.each([
    ['a fork', FORK, 'fork'],
    ['a fork by https', config('https://github.com/somebody/this-week-in-rust'), 'fork'],
    [
      'a renamed fork',
      config(
        'https://github.com/somebody/twir',
        '[remote "upstream"]\n\turl = https://github.com/rust-lang/this-week-in-rust.git\n',
      ),
      'fork',
    ],
    ['the newsletter itself', config('https://github.com/rust-lang/this-week-in-rust.git'), undefined],
    ['another repository', config('https://github.com/somebody/notes.git'), undefined],
    ['an editor’s fork', `${FORK}[user]\n\temail = 12+jane@users.noreply.github.com\n`, undefined],
    ['an editor’s fork, by name', `${FORK}[user]\n\tname = "Jane Doe"\n`, undefined],
    ['somebody else’s fork', `${FORK}[user]\n\temail = john@example.com\n`, 'fork'],
    ['no remote', '[core]\n\tbare = false\n', undefined],
    ['nothing that can be read', '\u0000\u0001[', undefined],
  ])('%s', async (_, text, why) => {
    expect((await guessRole(DRAFT, at(text), ['jane', 'jane doe']))?.why).toBe(why);
  });

  it('is known in a worktree', async () => {
    const files = filesOf({
      'file:///home/me/twir/.git': 'gitdir: /home/me/main repo/.git/worktrees/twir\n',
      'file:///home/me/main%20repo/.git/config': FORK,
      'file:///home/me/main%20repo/.git/worktrees/twir/gitdir': '/home/me/twir/.git\n',
    });
    expect((await guessRole(DRAFT, files, []))?.why).toBe('fork');
  });

  it('is not read from a repository that a checkout only says to be a worktree of', async () => {
    const files = filesOf({
      'file:///home/me/twir/.git': 'gitdir: /home/me/main/.git/worktrees/twir\n',
      'file:///home/me/main/.git/config': FORK,
      'file:///home/me/main/.git/worktrees/twir/gitdir': '/home/me/elsewhere/.git\n',
    });
    expect(await guessRole(DRAFT, files, [])).toBeUndefined();
  });

  it('is a contributor’s in a browser', async () => {
    expect(
      await guessRole('vscode-vfs://github/rust-lang/this-week-in-rust/draft/a.md', undefined, []),
    ).toEqual({
      role: 'contributor',
      why: 'web',
    });
  });

  it('reads remotes and user only', () => {
    expect(readGitConfig(`${FORK}[user "x"]\n\tname = X\n[alias]\n\turl = !rm -rf /\n`)).toEqual({
      origin: { owner: 'somebody', name: 'this-week-in-rust' },
      others: [],
      user: [],
    });
  });
});
