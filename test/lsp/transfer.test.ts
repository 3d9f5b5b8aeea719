import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient, VSCODE } from './client';

const body = (items: string, events = '') =>
  `## Updates from Rust Community\n\n### Official\n\n* [There](https://example.com/there)\n${items}\n## Upcoming Events\n\nRusty Events between x - y 🦀\n\n### Europe\n${events}\n`;
const front = (number: number, date: string) =>
  `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\nCategory: This Week in Rust\n\n`;
const ITEM = '* [New post](https://example.com/new)\n';
const EVENT =
  '* 2999-01-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Evening**](https://example.com/evening)\n';

/** Far enough ahead to be the newest whatever day it is. */
const NEWEST = 'file:///twir/draft/2998-12-26-this-week-in-rust.md';
const DRAFT = `${front(51_000, '2998-12-26')}${body('')}`;
const OLD = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
const PUBLISHED = 'file:///twir/content/2026-02-18-this-week-in-rust.md';
const TEMPLATE = 'file:///twir/draft/DRAFT_TEMPLATE';

let client: TestClient;
afterEach(() => client.dispose());

/** The moves offered at the first place of some words. */
async function moves(uri: string, text: string, words: string): Promise<CodeAction[]> {
  client = new TestClient(VSCODE);
  client.files.set(NEWEST, DRAFT);
  client.files.set(uri, text);
  await client.start({ files: true });
  await client.open(text, uri);
  const line = text.slice(0, text.indexOf(words)).split('\n').length - 1;
  const at = { line, character: 3 };
  const actions = (await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  })) as CodeAction[];
  return actions.filter(({ title }) => title.includes('to the draft of'));
}

function applied(action: CodeAction, uri: string, text: string): string {
  const change = (action.edit!.documentChanges as TextDocumentEdit[]).find(
    ({ textDocument }) => textDocument.uri === uri,
  )!;
  const document = TextDocument.create(uri, 'markdown', 1, text);
  return TextDocument.applyEdits(document, change.edits as Parameters<typeof TextDocument.applyEdits>[1]);
}

describe('a submission in a file that takes none', () => {
  it.each([
    ['an old draft', OLD, `${front(640, '2026-02-25')}${body(ITEM)}`],
    ['a published issue', PUBLISHED, `${front(639, '2026-02-18')}${body(ITEM)}`],
    ['the template', TEMPLATE, `${front(640, '2026-02-25')}${body(ITEM)}`],
  ])('moves from %s to the newest draft', async (_, uri, text) => {
    const [move, ...others] = await moves(uri, text, '[New post]');
    expect(others).toEqual([]);
    expect(move!.title).toBe('Move this item to the draft of 2998-12-26');
    expect(applied(move!, uri, text)).toBe(text.replace(ITEM, ''));
    expect(applied(move!, NEWEST, DRAFT)).toBe(DRAFT.replace('/there)\n', `/there)\n${ITEM}`));
  });

  it('moves events to their region', async () => {
    const text = `${front(640, '2026-02-25')}${body('', EVENT)}`;
    const [move] = await moves(OLD, text, '2999-01-05');
    expect(move!.title).toBe('Move this event to the draft of 2998-12-26');
    expect(applied(move!, OLD, text)).toBe(text.replace(EVENT, ''));
    expect(applied(move!, NEWEST, DRAFT)).toContain(`### Europe\n${EVENT}`);
  });

  it('stays where it is in the newest draft, and where there is no item', async () => {
    expect(await moves(NEWEST, `${front(51_000, '2998-12-26')}${body(ITEM)}`, '[New post]')).toEqual([]);
    client.dispose();
    expect(await moves(OLD, `${front(640, '2026-02-25')}${body(ITEM)}`, '### Official')).toEqual([]);
  });
});
