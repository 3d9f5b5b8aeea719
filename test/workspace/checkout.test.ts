import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { FRONT } from '../helpers/fixture';
import { PLAIN, TestClient, VSCODE } from '../lsp/client';

const DRAFT = `${FRONT}## Updates from Rust Community\n\n### Official\n* [A letter](https://example.com/letter)  \n`;
const CONFIG = 'file:///twir/.twir.json';
const TEMPLATE = 'file:///twir/draft/DRAFT_TEMPLATE';

let client: TestClient;
afterEach(() => client.dispose());

async function start(files: Record<string, string>, capabilities = VSCODE): Promise<TestClient> {
  client = new TestClient(capabilities);
  for (const [uri, text] of Object.entries(files)) client.files.set(uri, text);
  return client.start({ files: true });
}

const off = (...rules: string[]) =>
  JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])) });

describe('.twir.json', () => {
  it('holds for the documents below it', async () => {
    await start({ [CONFIG]: off('whitespace') });
    expect(await client.rules(await client.open(DRAFT))).not.toContain('whitespace');
  });

  it('is won over by settings', async () => {
    await start({ [CONFIG]: off('whitespace') });
    client.settings = { rules: { whitespace: 'error' }, stage: 'auto' };
    expect(await client.rules(await client.open(DRAFT))).toContain('whitespace');
  });

  it('is read again when it changes, comes and goes', async () => {
    await start({});
    const uri = await client.open(DRAFT);
    expect(await client.rules(uri)).toContain('whitespace');
    await client.write(CONFIG, off('whitespace'));
    await client.refreshes(1);
    expect(await client.rules(uri)).not.toContain('whitespace');
    await client.write(CONFIG);
    await client.refreshes(2);
    expect(await client.rules(uri)).toContain('whitespace');
  });

  it('counts as it stands in an editor, saved or not', async () => {
    await start({ [CONFIG]: '{}' });
    const uri = await client.open(DRAFT);
    expect(await client.rules(uri)).toContain('whitespace');
    await client.open(off('whitespace'), CONFIG);
    await client.refreshes(1);
    expect(await client.rules(uri)).not.toContain('whitespace');
  });

  it('has its own problems shown, also to clients that pull', async () => {
    await start({ [CONFIG]: '{\n  "rules": { "no-such-rule": "off" }\n}\n' });
    await client.rules(await client.open(DRAFT));
    const { diagnostics } = await client.pushed(({ uri }) => uri === CONFIG);
    expect(diagnostics).toMatchObject([{ source: 'twir', range: { start: { line: 1, character: 13 } } }]);
    await client.write(CONFIG, '{}');
    await client.pushed(({ uri, diagnostics }) => uri === CONFIG && diagnostics.length === 0);
  });
});

describe('findings to live with', () => {
  const ignoring = async (uri: string) => {
    const at = client.positionOf(uri, 'letter)', 8);
    const actions = await client.actions(uri, { start: at, end: at }, ['quickfix']);
    return (title: string): CodeAction => actions.find((action) => action.title.startsWith(title))!;
  };

  it('are added to a new file', async () => {
    await start({});
    const action = (await ignoring(await client.open(DRAFT)))('Ignore');
    const [create, edit] = action.edit!.documentChanges as [CreateFile, TextDocumentEdit];
    expect(create).toMatchObject({ kind: 'create', uri: CONFIG });
    const text = (edit.edits[0] as { newText: string }).newText;
    const line = '* [A letter](https://example.com/letter)';
    expect(JSON.parse(text)).toEqual({ ignore: [{ rule: 'whitespace', line }] });
  });

  it('leave the rest of the file as it is, and are not found again', async () => {
    await start({ [CONFIG]: '{\n  // Ours.\n  "stage": "draft"\n}\n' });
    const uri = await client.open(DRAFT);
    await client.open(client.files.get(CONFIG)!, CONFIG);
    await client.apply((await ignoring(uri))('Ignore'));
    expect(client.text(CONFIG)).toContain('// Ours.');
    expect(await client.rules(uri)).not.toContain('whitespace');
  });

  it('can be a whole rule', async () => {
    await start({ [CONFIG]: '{}' });
    const uri = await client.open(DRAFT);
    await client.open('{}', CONFIG);
    await client.apply((await ignoring(uri))('Switch off whitespace'));
    expect(JSON.parse(client.text(CONFIG))).toEqual({ rules: { whitespace: 'off' } });
  });

  it('are not offered where the file makes no sense or cannot be made', async () => {
    await start({ [CONFIG]: '{ "ignore": 3 ' });
    expect((await ignoring(await client.open(DRAFT)))('Ignore')).toBeUndefined();
    client.dispose();
    await start({}, PLAIN);
    expect((await ignoring(await client.open(DRAFT)))('Ignore')).toBeUndefined();
  });
});

describe('the template of the checkout', () => {
  const template = (title: string) =>
    ['Updates from Rust Community', 'Crate of the Week', 'Calls for Testing', 'Upcoming Events', title]
      .map((heading) => `## ${heading}\n`)
      .join('\n');

  const misses = async (uri: string, heading: string) => {
    const report = await client.pull(uri);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    return report.items.some(
      ({ code, message }) => code === 'section-missing' && String(message).includes(heading),
    );
  };

  it('says which headings an issue has', async () => {
    await start({ [TEMPLATE]: template('Letters from Readers') });
    const uri = await client.open(`${FRONT}${template('Jobs')}`);
    expect(await misses(uri, 'Letters from Readers')).toBe(true);
    await client.write(TEMPLATE, template('Jobs'));
    await client.refreshes(1);
    expect(await misses(uri, 'Letters from Readers')).toBe(false);
  });

  it('does not hold for earlier eras', async () => {
    await start({ [TEMPLATE]: template('Letters from Readers') });
    const old =
      'Title: This Week in Rust 500\nNumber: 500\nDate: 2023-06-21\nCategory: This Week in Rust\n\n';
    const uri = await client.open(`${old}${template('Jobs')}`);
    expect(await misses(uri, 'Letters from Readers')).toBe(false);
  });

  it('is told about once when it is none', async () => {
    await start({ [TEMPLATE]: '' });
    const uri = await client.open(DRAFT);
    await client.rules(uri);
    await client.rules(uri);
    expect(client.logged.filter((line) => line.includes('DRAFT_TEMPLATE'))).toHaveLength(1);
  });
});
