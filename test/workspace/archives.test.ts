import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../server/src/newsletter/issue/date';
import { PLAIN, TestClient, VSCODE } from '../lsp/client';

const issue = (date: string, number: number, link: string) =>
  `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\nCategory: This Week in Rust\n\n` +
  `## Updates from Rust Community\n\n### Observations/Thoughts\n* [A post about ${number}](${link})\n`;

const LINK = 'https://example.com/post';
const EARLIER = 'file:///twir/content/2026-02-18-this-week-in-rust.md';
const DRAFT = issue('2026-02-25', 640, LINK);

let client: TestClient;
afterEach(() => client.dispose());

async function start(): Promise<TestClient> {
  client = new TestClient(VSCODE);
  client.files.set(EARLIER, issue('2026-02-18', 639, LINK));
  client.files.set('file:///twir/content/notes.md', 'Not an issue');
  return client.start({ files: true });
}

describe('earlier issues', () => {
  it('are read in the background; then the client pulls again', async () => {
    await start();
    const uri = await client.open(DRAFT);
    const { resultId } = await client.pull(uri);
    await client.refreshes(1);
    const report = await client.pull(uri, resultId);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    const found = report.items.find(({ code }) => code === 'link-duplicate');
    const [related] = found!.relatedInformation!;
    expect(related!.location.uri).toBe(EARLIER);
    expect(related!.location.range.start.line).toBe(8);
  });

  it('follow what happens to their files', async () => {
    await start();
    const uri = await client.open(DRAFT);
    await client.pull(uri);
    await client.refreshes(1);
    expect(await client.rules(uri)).toContain('link-duplicate');
    await client.write(EARLIER, issue('2026-02-18', 639, 'https://example.com/other'));
    await client.refreshes(2);
    expect(await client.rules(uri)).not.toContain('link-duplicate');
    await client.write(
      'file:///twir/content/2026-02-11-this-week-in-rust.md',
      issue('2026-02-11', 638, LINK),
    );
    await client.refreshes(3);
    expect(await client.rules(uri)).toContain('link-duplicate');
    await client.write('file:///twir/content/2026-02-11-this-week-in-rust.md');
    await client.refreshes(4);
    expect(await client.rules(uri)).not.toContain('link-duplicate');
  });

  it('are waited for when a file is checked that nobody has open', async () => {
    await start();
    const uri = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
    const { diagnostics } = (await client.connection.sendRequest('twir/checkFile', { uri, text: DRAFT })) as {
      diagnostics: { code: string }[];
    };
    expect(diagnostics.map(({ code }) => code)).toContain('link-duplicate');
  });

  it('are only the latest where every file may cost a request', async () => {
    client = new TestClient(VSCODE);
    for (let week = 1; week <= 60; week += 1) {
      const date = addDays('2026-02-25', -7 * week);
      client.files.set(`vscode-vfs://github/twir/content/${date}-this-week-in-rust.md`, DRAFT);
    }
    await client.start({ files: true });
    await client.connection.sendRequest('twir/checkFile', {
      uri: 'vscode-vfs://github/twir/draft/2026-02-25-this-week-in-rust.md',
      text: DRAFT,
    });
    expect(client.reads.filter((uri) => uri.includes('/content/'))).toHaveLength(30);
  });

  it('are done without by clients that give no files', async () => {
    client = await new TestClient(PLAIN).start();
    await client.open(DRAFT);
    const { diagnostics } = await client.pushed(() => true);
    expect(diagnostics.map(({ code }) => code)).not.toContain('link-duplicate');
    expect(client.logged).toEqual([]);
  });
});
