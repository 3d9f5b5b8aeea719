import { afterEach, describe, expect, it, vi } from 'vitest';
import { DocumentSymbolRequest, FoldingRangeRequest } from 'vscode-languageserver-protocol';
import { ruleById } from '../../server/src/rules/index';
import { FRONT } from '../helpers/fixture';
import { PLAIN, TestClient, VSCODE } from './client';

const TEXT = `${FRONT}## Upcoming Events

### Europe
* 2026-03-05 | Ghent, BE | [Rust Ghent](https://example.com/ghent)
    * [**An evening of Rust**](https://example.com/evening)

## Crate of the Week
<!-- COTW goes here -->
`;

let client: TestClient;
afterEach(() => client.dispose());

const OTHER = 'file:///notes/README.md';

async function ask(method: string, uri: string, more: object = {}): Promise<unknown> {
  return client.connection.sendRequest(method, { textDocument: { uri }, ...more });
}

describe('the server', () => {
  it('names what it can do', async () => {
    client = await new TestClient(VSCODE).start();
    expect(client.initialized?.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: 'twir' },
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'refactor.move',
          'refactor.rewrite',
          'source.fixAll.twir',
          'source.organizeEvents.twir',
        ],
        resolveProvider: true,
      },
      hoverProvider: true,
      foldingRangeProvider: true,
      inlayHintProvider: true,
    });
  });

  it('hovers', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT);
    const position = client.positionOf(uri, '2026-03-05', 4);
    expect(await ask('textDocument/hover', uri, { position })).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringMatching(/^Thursday, /) },
      range: { start: { line: 8, character: 2 }, end: { line: 8, character: 12 } },
    });
  });

  it('gives the outline as a tree, or as a list to clients that know no trees', async () => {
    client = await new TestClient(VSCODE).start();
    const tree = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: await client.open(TEXT) },
    });
    expect(tree).toMatchObject([
      {
        name: 'Upcoming Events',
        detail: '1 event',
        children: [{ name: 'Europe', children: [{ name: 'An evening of Rust' }] }],
      },
      { name: 'Crate of the Week' },
    ]);
    client.dispose();
    client = await new TestClient(PLAIN).start();
    const list = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: await client.open(TEXT) },
    });
    expect(list?.map(({ name }) => name)).toEqual([
      'Upcoming Events',
      'Europe',
      'An evening of Rust',
      'Crate of the Week',
    ]);
  });

  it('folds', async () => {
    client = await new TestClient(VSCODE).start();
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: await client.open(TEXT) },
    });
    expect(folds).toContainEqual({ startLine: 5, endLine: 9 });
  });

  it('shows weekdays only when the settings say so', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT);
    const range = client.everything(uri);
    expect(await ask('textDocument/inlayHint', uri, { range })).toEqual([]);
    await client.configure({ inlayHints: { weekdays: true } });
    expect(await ask('textDocument/inlayHint', uri, { range })).toMatchObject([
      { label: 'Thu', position: { line: 8, character: 12 } },
    ]);
  });

  it('completes, without tab stops where the client knows none', async () => {
    for (const capabilities of [VSCODE, PLAIN]) {
      client?.dispose();
      client = await new TestClient(capabilities).start();
      const uri = await client.open(TEXT.replace('### Europe\n', '### Europe\n* \n'));
      const items = (await ask('textDocument/completion', uri, {
        position: { line: 8, character: 2 },
      })) as { insertTextFormat: number; textEdit: { newText: string } }[];
      for (const { insertTextFormat, textEdit } of items) {
        if (capabilities === PLAIN) expect(insertTextFormat).toBe(1);
        if (insertTextFormat === 1) expect(textEdit.newText).not.toMatch(/\$\{?\d/);
      }
    }
  });

  it('does not offer anything for a blank in the middle of a line', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT.replace('### Europe\n', '### Europe\nSome text \n'));
    const position = { line: 8, character: 10 };
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    expect(await ask('textDocument/completion', uri, { position, context })).toEqual([]);
  });

  it('goes on offering headings for the blank behind their hashes', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT.replace('### Europe\n', '### \n'));
    const position = { line: 7, character: 4 };
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    const offered = (await ask('textDocument/completion', uri, { position, context })) as { label: string }[];
    expect(offered.map(({ label }) => label)).toContain('### Europe');
  });

  it('renders an issue without what could do harm', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(
      `${TEXT}\n<script>alert(1)</script>\n\n* [bad](javascript:alert(1))\n* [good](https://example.com/)\n`,
    );
    const page = (await client.connection.sendRequest('twir/render', { uri })) as {
      html: string;
      title: string;
      version: number;
    };
    expect(page).toMatchObject({ title: 'This Week in Rust 640', version: 1 });
    expect(page.html).not.toMatch(/<script|javascript:/);
    expect(page.html).toContain('href="https://example.com/"');
  });

  it('is silent in files that are none of the newsletter', async () => {
    client = await new TestClient(VSCODE).start();
    client.settings = { inlayHints: { weekdays: true } };
    await client.open('# Notes\n\n* 2026-03-05\n', OTHER);
    const position = { line: 2, character: 4 };
    expect(await ask('textDocument/hover', OTHER, { position })).toBeNull();
    expect(await ask('textDocument/completion', OTHER, { position })).toEqual([]);
    expect(await ask('textDocument/documentSymbol', OTHER)).toEqual([]);
    expect(await ask('textDocument/foldingRange', OTHER)).toEqual([]);
    expect(await ask('textDocument/inlayHint', OTHER, { range: client.everything(OTHER) })).toEqual([]);
    expect(await client.connection.sendRequest('twir/render', { uri: OTHER })).toBeNull();
    expect(await client.connection.sendRequest('twir/render', { uri: 'file:///not/open.md' })).toBeNull();
  });

  it('survives a rule that fails, with one line in the log however often it is asked', async () => {
    const rule = vi.spyOn(ruleById('whitespace')!, 'check').mockImplementation(() => {
      throw new Error('out of sorts');
    });
    try {
      client = await new TestClient(VSCODE).start();
      const uri = await client.open(TEXT);
      await client.rules(uri);
      await client.edit(uri, { start: { line: 12, character: 0 }, end: { line: 12, character: 0 } }, 'x');
      expect(await client.rules(uri)).toContain('section-missing');
      expect(client.logged).toHaveLength(1);
      expect(client.logged[0]).toMatch(/^Rule whitespace failed on file:.*out of sorts/);
      await vi.waitFor(() =>
        expect(client.statuses.at(-1)).toMatchObject({ uri, check: { failures: ['whitespace'] } }),
      );
    } finally {
      rule.mockRestore();
    }
  });

  it('survives a request that makes no sense, with one line in the log', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT);
    await expect(ask('textDocument/hover', uri, { position: null })).resolves.toBeNull();
    expect(client.logged).toHaveLength(1);
    expect(client.logged[0]).toMatch(/^textDocument\/hover failed on file:/);
    expect(await client.rules(uri)).toBeInstanceOf(Array);
  });
});
