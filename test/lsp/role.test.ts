import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { ASK_ROLE, ROLE } from '../../server/src/protocol/role';
import { TestClient, VSCODE } from './client';

const FORK = '[remote "origin"]\n\turl = git@github.com:somebody/this-week-in-rust.git\n';

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
