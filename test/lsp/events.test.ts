import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { IN_BULK } from '../../server/src/protocol/bulk';
import { CALENDARS, IMPORT_EVENTS, IMPORT_PLAN } from '../../server/src/protocol/importEvents';
import { FRONT } from '../helpers/fixture';
import { PLAIN, TestClient, VSCODE } from './client';

const entry = (date: string, name: string) =>
  `* ${date} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**${name}**](https://example.com/${name})\n`;
const DRAFT = `${FRONT}## Upcoming Events\n\n### Europe\n${entry('2026-03-10', 'late')}${entry('2026-03-04', 'early')}`;
const ICS = readFileSync(fileURLToPath(new URL('../fixtures/import/groups.ics', import.meta.url)), 'utf8');

let client: TestClient;
afterEach(() => client.dispose());

async function start(capabilities = VSCODE): Promise<TestClient> {
  client = new TestClient(capabilities);
  return client.start();
}

const applied = (text: string, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), edits);

describe('changing a whole document by a command', () => {
  it('tells what it does', async () => {
    await start();
    const uri = await client.open(`${DRAFT}\nText. \n\nMore. \n`);
    const ask = (kind: 'fixAll' | 'organize') => client.connection.sendRequest(IN_BULK, { uri, kind });
    const organize = await ask('organize');
    expect(organize?.summary).toBe('1 event moved');
    const fixAll = await ask('fixAll');
    expect(fixAll?.summary).toMatch(/^\d+ findings fixed$/);
    const [change] = fixAll!.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument.version).toBe(1);
    await client.edit(uri, client.everything(uri), FRONT);
    expect((await ask('organize'))?.edit).toBeUndefined();
    expect(
      await client.connection.sendRequest(IN_BULK, { uri: 'file:///none.md', kind: 'fixAll' }),
    ).toBeNull();
  });
});

describe('organizing on save', () => {
  it('is one versioned edit, and nothing when all is in order', async () => {
    await start();
    const uri = await client.open(DRAFT);
    const [action, ...more] = await client.actions(uri, client.everything(uri), [
      'source.organizeEvents.twir',
    ]);
    expect([action!.kind, more]).toEqual(['source.organizeEvents.twir', []]);
    const { edit } = (await client.connection.sendRequest('codeAction/resolve', action)) as {
      edit: { documentChanges: TextDocumentEdit[] };
    };
    expect(edit.documentChanges).toHaveLength(1);
    expect(edit.documentChanges[0]!.textDocument).toEqual({ uri, version: 1 });
    await client.apply(action!);
    expect(client.text(uri)).toBe(
      `${FRONT}## Upcoming Events\n\n### Europe\n${entry('2026-03-04', 'early')}${entry('2026-03-10', 'late')}`,
    );
    expect(await client.actions(uri, client.everything(uri), ['source.organizeEvents.twir'])).toEqual([]);
  });
});

describe('calendars of the configuration', () => {
  it('are read with the client, and added together', async () => {
    client = new TestClient(VSCODE);
    client.files.set('file:///twir/.twir.json', '{ "calendars": ["calendars/a.ics", "gone"] }');
    client.files.set('file:///twir/calendars/a.ics', ICS);
    await client.start({ files: true });
    const uri = await client.open(DRAFT);
    const { found, problems } = await client.connection.sendRequest(CALENDARS, { uri });
    expect(found).toEqual([{ name: 'calendars/a.ics', text: ICS }]);
    expect(problems).toEqual(['gone: no such calendar, and no folder with calendars']);
    const again =
      '* 2026-03-12 | Virtual | [A](https://example.com/a)\n    * [**Online lecture**](https://example.com/lecture)\n';
    const result = await client.connection.sendRequest(IMPORT_PLAN, { uri, text: [ICS, again] });
    const lecture = result!.plan!.candidates.filter(({ title }) => title === 'Online lecture');
    expect(lecture.map(({ source, state }) => [source, state])).toEqual([
      [0, 'new'],
      [1, 'listed'],
    ]);
  });
});

describe('formatting', () => {
  const options = { tabSize: 4, insertSpaces: true };
  const bad = `${FRONT}- [A](https://example.com/a)\n- [B](https://example.com/b)  \n`;

  it('formats newsletter files, whole or by range, and no others', async () => {
    await start(PLAIN);
    const uri = await client.open(bad);
    const request = (method: string, params: object) =>
      client.connection.sendRequest<TextEdit[]>(method, { options, ...params });
    const all = await request('textDocument/formatting', { textDocument: { uri } });
    expect(applied(bad, all)).toBe(`${FRONT}* [A](https://example.com/a)\n* [B](https://example.com/b)\n`);
    expect(all).toHaveLength(2);
    const at = client.positionOf(uri, '- [B]');
    const range = { start: at, end: at };
    const some = await request('textDocument/rangeFormatting', { textDocument: { uri }, range });
    expect(applied(bad, some)).toBe(`${FRONT}- [A](https://example.com/a)\n* [B](https://example.com/b)\n`);
    const other = await client.open('- a\n', 'file:///notes/todo.md');
    expect(await request('textDocument/formatting', { textDocument: { uri: other } })).toEqual([]);
  });

  it('is offered to all where a client can’t be told which files', async () => {
    await start(PLAIN);
    expect(client.initialized!.capabilities.documentFormattingProvider).toBe(true);
  });

  it('is offered for newsletter files alone where it can', async () => {
    const dynamic = { dynamicRegistration: true };
    await start({
      ...VSCODE,
      textDocument: { ...VSCODE.textDocument, formatting: dynamic, rangeFormatting: dynamic },
    });
    expect(client.initialized!.capabilities).not.toHaveProperty('documentFormattingProvider');
  });
});

describe('adding events', () => {
  it('plans, then adds what was chosen in one versioned edit', async () => {
    await start();
    const uri = await client.open(DRAFT);
    const { plan } = (await client.connection.sendRequest(IMPORT_PLAN, { uri, text: ICS }))!;
    const { candidates, cancelled } = plan!;
    expect(cancelled).toBe(1);
    const asked = candidates.find(({ location }) => location === undefined)!;
    const other = candidates.find(({ title }) => title === 'Late night')!;
    const choices = [{ id: asked.id, location: 'Lyon, France' }, { id: other.id }];
    const result = await client.connection.sendRequest(IMPORT_EVENTS, { uri, text: ICS, choices });
    expect(result!.added).toHaveLength(2);
    const [change] = result!.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 1 });
    const text = applied(DRAFT, change!.edits as TextEdit[]);
    expect(text).toContain('* 2026-03-14 | Lyon, FR | [Rust Narvik](https://example.com/somewhere)\n');
    expect(text).toContain('### North America\n* 2026-03-06 | Mountain View, CA, US |');
  });

  it('asks for the name of a group that nothing tells, and writes the answer', async () => {
    await start();
    const uri = await client.open(DRAFT);
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260304\nSUMMARY:Talks\nLOCATION:Oslo\\, Norway\nURL:https://fjord.example/1\nEND:VEVENT\nEND:VCALENDAR\n';
    const { plan } = (await client.connection.sendRequest(IMPORT_PLAN, { uri, text }))!;
    const [candidate] = plan!.candidates;
    expect(candidate).toMatchObject({ organiser: 'fjord.example', unnamed: true });
    const choices = [{ id: candidate!.id, organiser: 'Rust Fjord' }];
    const result = await client.connection.sendRequest(IMPORT_EVENTS, { uri, text, choices });
    const [change] = result!.edit!.documentChanges as TextDocumentEdit[];
    expect(applied(DRAFT, change!.edits as TextEdit[])).toContain(
      '* 2026-03-04 | Oslo, NO | [Rust Fjord](https://fjord.example/1)\n',
    );
  });

  it('says what is wrong with a text, and where', async () => {
    await start();
    const uri = await client.open(DRAFT);
    const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n';
    const problem = { line: 2, message: 'END:VEVENT is missing at the end of the file' };
    expect(await client.connection.sendRequest(IMPORT_PLAN, { uri, text })).toEqual({ problem });
    expect(await client.connection.sendRequest(IMPORT_EVENTS, { uri, text })).toEqual({
      problem,
      added: [],
      refused: [],
    });
  });

  it('has no answer for other files', async () => {
    await start();
    const uri = await client.open('- a\n', 'file:///notes/todo.md');
    expect(await client.connection.sendRequest(IMPORT_PLAN, { uri, text: ICS })).toBeNull();
  });
});
