import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { RULES } from '../../server/src/rules/index';
import { FRONT } from '../helpers/fixture';
import { PLAIN, TestClient, VSCODE } from './client';

const BAD = `${FRONT}One. \nTwo.\t\n\n\n\nThree.\n`;

let client: TestClient;
afterEach(() => client.dispose());

/** Other rules have their own opinion of such a short issue. */
const rules = Object.fromEntries(RULES.filter(({ id }) => id !== 'whitespace').map(({ id }) => [id, 'off']));

async function start(capabilities = VSCODE): Promise<TestClient> {
  client = new TestClient(capabilities);
  client.settings = { rules };
  await client.start({ twir: { rules } });
  return client;
}

const kinds = (actions: readonly CodeAction[]) => [...new Set(actions.map(({ kind }) => kind))];

/** The quick fix of one place. */
async function removal(uri: string): Promise<CodeAction | undefined> {
  const actions = await client.actions(uri, client.everything(uri), ['quickfix']);
  return actions.find(({ title }) => title === 'Remove the spaces');
}

describe('the light bulb', () => {
  it('says little about a finding of thousands of places, however many of its lines are asked about', async () => {
    await start();
    const line = 'One\0 two\0 three\0 four\0\n\n';
    client.settings = { rules: { ...rules, 'character-forbidden': 'error' } };
    const uri = await client.open(FRONT + line.repeat(500));
    const actions = await client.actions(uri, client.everything(uri), ['quickfix']);
    const related = actions.flatMap(({ diagnostics = [] }) =>
      diagnostics.map(({ relatedInformation = [] }) => relatedInformation.length),
    );
    expect(actions.length).toBeGreaterThan(500);
    expect(related.reduce((sum, count) => sum + count)).toBeLessThan(10_000);
  });

  const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

  it('tells of a selection longer than any issue as much as of an issue, and mends all', async () => {
    await start();
    const uri = await client.open(FRONT + 'Words \n\n'.repeat(10_000));
    const actions = await client.actions(uri, client.everything(uri), ['quickfix']);
    expect(actions.length).toBeLessThan(7000);
    expect(titles(actions).filter((title) => title === 'Remove the spaces (all 10000 places)')).toHaveLength(
      1,
    );
    await client.apply(actions.find(({ title }) => title === 'Remove the spaces (all 10000 places)')!);
    expect(client.text(uri)).toBe(FRONT + 'Words\n\n'.repeat(10_000));
  });

  const START = { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } };

  it('has what the latest check has told, where that stands now, with edits for the text at hand', async () => {
    await start();
    const uri = await client.open(BAD);
    await client.pull(uri);
    await client.edit(uri, START, 'Zero. \n');
    const told = await client.bulb(uri, client.positionOf(uri, 'Two.', 5));
    expect(told.map(({ diagnostics }) => diagnostics![0]!.range.start)).toContainEqual({
      line: 7,
      character: 4,
    });
    await client.apply(told.find(({ title }) => title === 'Remove the spaces')!);
    expect(client.text(uri)).toBe(BAD.replace('One. ', 'Zero. \nOne. ').replace('Two.\t', 'Two.'));
  });

  it('has nothing of a line that has changed since, until it is checked', async () => {
    await start();
    const uri = await client.open(BAD);
    await client.pull(uri);
    const end = client.positionOf(uri, 'Two.', 5);
    await client.edit(uri, { start: end, end }, ' ');
    expect(await client.bulb(uri, end)).toEqual([]);
    const asked = await client.actions(uri, { start: end, end });
    expect(titles(asked)).toContain('Remove the spaces');
    expect(titles(await client.bulb(uri, end))).toEqual(
      titles(asked.filter(({ kind }) => kind === 'quickfix')),
    );
  });

  it('is not what saves a document: that asks by name, and all is checked first', async () => {
    await start();
    const uri = await client.open(`${FRONT}One.\n`);
    await client.pull(uri);
    const end = client.positionOf(uri, 'One.', 4);
    await client.edit(uri, { start: end, end }, ' ');
    const context = { diagnostics: [], triggerKind: 2, only: ['source.fixAll'] };
    const params = { textDocument: { uri }, range: client.everything(uri), context };
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    await client.apply(action!);
    expect(client.text(uri)).toBe(`${FRONT}One.\n`);
  });

  it('has its edits at once for a client that cannot ask for them', async () => {
    await start(PLAIN);
    const uri = await client.open(BAD);
    await client.pushed(({ version }) => version === 1);
    await client.edit(uri, START, 'x ');
    const actions = await client.bulb(uri, client.positionOf(uri, 'Two.', 5));
    expect(actions.find(({ title }) => title === 'Remove the spaces')!.edit!.changes![uri]).toEqual([
      { range: { start: { line: 6, character: 4 }, end: { line: 6, character: 5 } }, newText: '' },
    ]);
  });
});

describe('code actions', () => {
  it('are only of the kinds asked for', async () => {
    await start();
    const uri = await client.open(BAD);
    const all = client.everything(uri);
    expect(kinds(await client.actions(uri, all, ['quickfix']))).toEqual(['quickfix']);
    expect(kinds(await client.actions(uri, all, ['source.fixAll']))).toEqual(['source.fixAll.twir']);
    expect(kinds(await client.actions(uri, all, ['source.fixAll.twir']))).toEqual(['source.fixAll.twir']);
    expect(kinds(await client.actions(uri, all, ['source']))).toEqual(['source.fixAll.twir']);
    expect(await client.actions(uri, all, ['refactor'])).toEqual([]);
    expect(await client.actions(uri, all, ['source.fix'])).toEqual([]);
    expect(await client.actions(uri, all, ['source.fixAll.eslint'])).toEqual([]);
    expect(kinds(await client.actions(uri, all))).toEqual(['quickfix', 'source.fixAll.twir']);
  });

  it('are those of the findings in the range, and of all findings of their rules', async () => {
    await start();
    const uri = await client.open(BAD);
    const at = client.positionOf(uri, 'One.', 5);
    const actions = await client.actions(uri, { start: at, end: at }, ['quickfix']);
    expect(actions.map(({ title, isPreferred }) => ({ title, isPreferred }))).toEqual([
      // Two of the three are told once, at the first.
      { title: 'Remove the spaces (all 2 places)', isPreferred: true },
      { title: 'Remove the spaces', isPreferred: undefined },
      { title: 'Fix all 2 findings of whitespace', isPreferred: undefined },
    ]);
    expect(actions[0]!.diagnostics).toHaveLength(1);
    expect(actions[2]!.diagnostics).toHaveLength(2);
  });

  it('have versioned edits, made when asked for', async () => {
    await start();
    const uri = await client.open(BAD);
    const action = await removal(uri);
    expect(action!.edit).toBeUndefined();
    const resolved = await client.connection.sendRequest('codeAction/resolve', action);
    const [change] = (resolved as CodeAction).edit!.documentChanges as TextDocumentEdit[];
    expect(change).toEqual({
      textDocument: { uri, version: 1 },
      edits: [{ range: { start: { line: 5, character: 4 }, end: { line: 5, character: 5 } }, newText: '' }],
    });
  });

  it('are refused once the document has changed', async () => {
    await start();
    const uri = await client.open(BAD);
    const [action] = await client.actions(uri, client.everything(uri), ['quickfix']);
    await client.edit(uri, { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, 'x');
    await expect(client.connection.sendRequest('codeAction/resolve', action)).rejects.toMatchObject({
      code: -32801,
    });
  });

  it('come with their edits for a client that asks once', async () => {
    await start(PLAIN);
    const uri = await client.open(BAD);
    const action = await removal(uri);
    expect(action!.edit!.changes![uri]).toHaveLength(1);
    expect(action!.edit).not.toHaveProperty('documentChanges');
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('fix all leaves nothing to fix (%s)', async (_, eol) => {
    await start();
    const uri = await client.open(BAD.replace(/\n/g, eol));
    const [action] = await client.actions(uri, client.everything(uri), ['source.fixAll.twir']);
    await client.apply(action!);
    expect(client.text(uri)).toBe(`${FRONT}One.\nTwo.\n\nThree.\n`.replace(/\n/g, eol));
    expect(await client.actions(uri, client.everything(uri), ['source.fixAll.twir'])).toEqual([]);
    expect(await client.rules(uri)).toEqual([]);
  });

  it('organize events only when they are out of order', async () => {
    await start();
    const event = (date: string, name: string) =>
      `* ${date} | Ghent, BE | [${name}](https://example.com/${name})\n    * [**Evening**](https://example.com/${name}/1)\n`;
    const early = event('2026-03-05', 'early');
    const late = event('2026-03-12', 'late');
    const head = `${FRONT}## Upcoming Events\n\n### Europe\n`;
    const uri = await client.open(`${head}${late}${early}`);
    const [action] = await client.actions(uri, client.everything(uri), ['source.organizeEvents.twir']);
    await client.apply(action!);
    expect(client.text(uri)).toBe(`${head}${early}${late}`);
    expect(await client.actions(uri, client.everything(uri), ['source.organizeEvents.twir'])).toEqual([]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('move an item to another section, the usual one first (%s)', async (_, eol) => {
    await start();
    const text = `${FRONT}## Updates from Rust Community\n\n### Official\n* [One](https://example.com/1)\n\n### Miscellaneous\n* [A release](https://blog.rust-lang.org/2026/02/12/release/)\n* [Two](https://example.com/2)\n`;
    const uri = await client.open(text.replace(/\n/g, eol));
    const at = client.positionOf(uri, 'A release');
    const actions = await client.actions(uri, { start: at, end: at }, ['refactor']);
    expect(actions).toHaveLength(7);
    expect(actions[0]).toMatchObject({ title: 'Move to Official', isPreferred: true });
    await client.apply(actions.find(({ title }) => title === 'Move to Official')!);
    expect(client.text(uri).split(eol).slice(7, 14)).toEqual([
      '### Official',
      '* [One](https://example.com/1)',
      '* [A release](https://blog.rust-lang.org/2026/02/12/release/)',
      '',
      '### Miscellaneous',
      '* [Two](https://example.com/2)',
      '',
    ]);
    const heading = client.positionOf(uri, '### Official');
    expect(await client.actions(uri, { start: heading, end: heading }, ['refactor'])).toEqual([]);
  });

  it('fix all of one rule', async () => {
    await start();
    const uri = await client.open(BAD);
    const actions = await client.actions(uri, client.everything(uri), ['quickfix']);
    await client.apply(actions.find(({ title }) => title.startsWith('Fix all'))!);
    expect(await client.rules(uri)).toEqual([]);
  });
});
