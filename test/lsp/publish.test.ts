import { afterEach, describe, expect, it } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import { ANNOUNCEMENTS, PUBLICATION, REDDIT_LINK, TIDY } from '../../server/src/protocol/publish';
import { FRONT } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const DRAFT = `${FRONT}## Updates from Rust Community\n\n### Official\n\n* [A post](https://example.com/post)   \n\n# Quote of the Week\n\n<!-- QOTW goes here -->\n\n<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>\n`;
const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';

let client: TestClient;
afterEach(() => client.dispose());

async function opened(text = DRAFT, uri = URI): Promise<string> {
  client = await new TestClient(VSCODE).start();
  return client.open(text, uri);
}

describe('publication', () => {
  it('tells what is left to do, and does what was chosen', async () => {
    const uri = await opened();
    const { plan } = (await client.connection.sendRequest(PUBLICATION, { uri }))!;
    expect(plan).toMatchObject({
      version: 1,
      number: 640,
      content: 'file:///twir/content/2026-02-25-this-week-in-rust.md',
      next: { date: '2026-03-04', template: 'file:///twir/draft/DRAFT_TEMPLATE' },
      behind: false,
      lost: [],
      notes: ['Not compared with the base branch: git can’t be run here'],
      commitMessage: 'Publish TWiR 640, add draft for TWiR 641',
    });
    const spaces = plan!.offers.findIndex(({ line }) => line === 9);
    expect(plan!.offers[spaces]).toBeDefined();
    expect(plan!.errors.map(({ range }) => range.start.line)).toContain(5);
    expect(JSON.stringify(plan)).not.toContain('REDDIT_LINK_HERE');

    const { edit } = (await client.connection.sendRequest(TIDY, { uri, chosen: [spaces] }))!;
    const [change] = edit.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 1 });
    expect(change!.edits).toEqual([
      { range: { start: { line: 9, character: 36 }, end: { line: 9, character: 39 } }, newText: '' },
    ]);
    expect(await client.connection.sendRequest(TIDY, { uri, chosen: [] })).toBeNull();
  });

  it('says why a file can’t be published', async () => {
    const uri = await opened(DRAFT, 'file:///twir/content/2026-02-25-this-week-in-rust.md');
    expect(await client.connection.sendRequest(PUBLICATION, { uri })).toEqual({
      problem: 'Only a file in the folder draft/ is published.',
    });
  });

  it('has no answer for other files', async () => {
    const uri = await opened('- a\n', 'file:///notes/todo.md');
    expect(await client.connection.sendRequest(PUBLICATION, { uri })).toBeNull();
    expect(
      await client.connection.sendRequest(REDDIT_LINK, { uri, address: 'https://redd.it/1abc' }),
    ).toBeNull();
    expect(await client.connection.sendRequest(ANNOUNCEMENTS, { uri })).toEqual([]);
  });
});

describe('after publication', () => {
  it('sets the link to the discussion of this issue only', async () => {
    const uri = await opened();
    const set = (address: string) => client.connection.sendRequest(REDDIT_LINK, { uri, address });
    const url = 'https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/';
    const result = (await set(`${url}?share_id=x`))!;
    expect(result).toMatchObject({ url, numberKnown: true });
    const [change] = result.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.edits).toMatchObject([{ newText: url, range: { start: { line: 15 } } }]);
    expect(await set('https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_641/')).toEqual({
      problem: 'The thread is about issue 641, and this is issue 640.',
    });
  });

  it('has a text for each place', async () => {
    const uri = await opened();
    const texts = await client.connection.sendRequest(ANNOUNCEMENTS, { uri });
    expect(texts.map(({ place }) => place)).toEqual(['reddit', 'bluesky', 'mastodon', 'email']);
    for (const { length, limit } of texts) expect(length).toBeLessThanOrEqual(limit);
  });
});
