import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { ASK_ROLE, ROLE } from '../../server/src/protocol/role';
import { guessRole, readGitConfig } from '../../server/src/workspace/role';
import { TestClient, VSCODE } from '../lsp/client';

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
    });
    expect((await guessRole(DRAFT, files, []))?.why).toBe('fork');
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

describe('the role of the author', () => {
  const HEAD = 'Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n';
  const TEXT = `${HEAD}## Updates from Rust Community\n\n### Project/Tooling Updates\n* [A tool](https://example.com/tool)\n`;
  const CONFIG = 'file:///twir/.twir.json';
  const asked: string[] = [];
  let client: TestClient;
  afterEach(() => client.dispose());

  async function start(options: object = {}, files: Record<string, string> = {}): Promise<string> {
    asked.length = 0;
    client = new TestClient(VSCODE);
    client.files.set('file:///twir/.git/config', FORK);
    for (const [uri, text] of Object.entries(files)) client.files.set(uri, text);
    client.connection.onNotification(ASK_ROLE, ({ why }) => void asked.push(why));
    await client.start({ files: true, asksRole: true, ...options });
    return client.open(TEXT, 'file:///twir/draft/2026-09-23-this-week-in-rust.md');
  }

  const severity = async (uri: string) => {
    const report = await client.pull(uri);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    return report.items.find(({ code }) => code === 'project-tooling-closed')?.severity;
  };

  it('is guessed, asked once, and changed by the answer', async () => {
    const uri = await start();
    await client.refreshes(1);
    expect(await severity(uri)).toBe(DiagnosticSeverity.Warning);
    expect(asked).toEqual(['fork']);
    await client.connection.sendNotification(ROLE, { role: 'editor' });
    await client.refreshes(2);
    expect(await severity(uri)).not.toBe(DiagnosticSeverity.Warning);
    await client.open(TEXT, 'file:///twir/draft/2026-09-30-this-week-in-rust.md');
    expect(asked).toEqual(['fork']);
  });

  it('is what the client remembers', async () => {
    const uri = await start({ role: 'editor' });
    expect(await severity(uri)).not.toBe(DiagnosticSeverity.Warning);
    expect(asked).toEqual([]);
  });

  it('is what .twir.json says', async () => {
    const uri = await start({}, { [CONFIG]: '{ "role": "editor" }' });
    expect(await severity(uri)).not.toBe(DiagnosticSeverity.Warning);
    expect(asked).toEqual([]);
  });
});
