import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  ErrorCodes,
  HoverRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server';
import { diskFiles } from '../../server/src/node/files';
import type { Git } from '../../server/src/workspace/git';
import { FRONT } from '../helpers/fixture';

const NAME = '2026-02-25-this-week-in-rust.md';
const TEXT = `${FRONT}One. \n`;

let client: ProtocolConnection;
let logged: string[];
beforeEach(() => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    files: diskFiles,
  });
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  logged = [];
  client.onNotification('window/logMessage', ({ message }) => void logged.push(message));
  client.listen();
});
afterEach(() => client.dispose());

const initialize = () =>
  client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
const open = (uri: string, text = TEXT) =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
const rules = async (uri: string) => {
  const { items } = (await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })) as {
    items: { code: string }[];
  };
  return items.map(({ code }) => code);
};
const codeOf = (request: Promise<unknown>) =>
  request.then(
    () => 'an answer',
    (error: { code: number }) => error.code,
  );

describe('requests at the wrong time', () => {
  const hover = () =>
    client.sendRequest(HoverRequest.type, {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 0 },
    });

  it('are refused before initialize', async () => {
    expect(await codeOf(hover())).toBe(ErrorCodes.ServerNotInitialized);
    expect(await codeOf(client.sendRequest('twir/nothing'))).toBe(ErrorCodes.ServerNotInitialized);
    await initialize();
    expect(await codeOf(hover())).toBe('an answer');
    expect(await codeOf(client.sendRequest('twir/nothing'))).toBe(ErrorCodes.MethodNotFound);
  });

  it('are refused after shutdown, and initialize the second time', async () => {
    await initialize();
    expect(await codeOf(initialize())).toBe(ErrorCodes.InvalidRequest);
    expect(await codeOf(client.sendRequest('shutdown'))).toBe('an answer');
    expect(await codeOf(hover())).toBe(ErrorCodes.InvalidRequest);
    expect(
      await codeOf(client.sendRequest('textDocument/diagnostic', { textDocument: { uri: 'file:///a' } })),
    ).toBe(ErrorCodes.InvalidRequest);
  });
});

describe('documents that are no files of ours', () => {
  it.each([
    `untitled:${NAME}`,
    'untitled:Untitled-1',
    `git:/twir/draft/${NAME}?%7B%22ref%22%3A%22HEAD%22%7D`,
    `vscode-vfs://github/owner/twir/draft/${NAME}`,
    `file://server/share/draft/${NAME}`,
    `file:///twir%2Fdraft/${NAME}`,
    `file:///c%3A/twir/draft/${NAME}`,
    `https://example.com/draft/${NAME}`,
    `a:b`,
    NAME,
  ])('get everything that needs no neighbor: %s', async (uri) => {
    await initialize();
    await open(uri);
    expect(await rules(uri)).toContain('whitespace');
    const range = { start: { line: 0, character: 0 }, end: { line: 7, character: 0 } };
    const position = { line: 5, character: 4 };
    const textDocument = { uri };
    const actions = (await client.sendRequest('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    })) as unknown[];
    expect(actions.length).toBeGreaterThan(0);
    const options = { tabSize: 4, insertSpaces: true };
    expect(await client.sendRequest('textDocument/formatting', { textDocument, options })).toHaveLength(1);
    await client.sendRequest('textDocument/completion', { textDocument, position });
    await client.sendRequest('textDocument/hover', { textDocument, position });
    expect(await client.sendRequest('textDocument/documentSymbol', { textDocument })).toBeInstanceOf(Array);
    expect(logged).toEqual([]);
  });
});

describe('malformed notifications', () => {
  const BAD: readonly [string, unknown][] = [
    ['textDocument/didOpen', {}],
    ['textDocument/didOpen', { textDocument: null }],
    ['textDocument/didOpen', { textDocument: { uri: 5 } }],
    ['textDocument/didOpen', { textDocument: { uri: 'file:///b.md', languageId: 'markdown', version: 1 } }],
    ['textDocument/didChange', {}],
    ['textDocument/didChange', { textDocument: { uri: 'file:///b.md', version: 2 }, contentChanges: [{}] }],
    [
      'textDocument/didChange',
      { textDocument: { uri: `file:///${NAME}`, version: 2 }, contentChanges: [null] },
    ],
    [
      'textDocument/didChange',
      { textDocument: { uri: `file:///${NAME}`, version: 3 }, contentChanges: [{ range: {}, text: 'x' }] },
    ],
    ['textDocument/didClose', {}],
    ['workspace/didChangeWatchedFiles', {}],
    ['workspace/didChangeWatchedFiles', { changes: [{}, null, { uri: 5, type: 'x' }] }],
    ['workspace/didChangeConfiguration', { settings: 5 }],
    ['workspace/didChangeConfiguration', {}],
    ['$/cancelRequest', {}],
    ['$/setTrace', {}],
    ['twir/nothing', [1, 2]],
  ];

  it('cost a line in the log at most, never the server', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    await initialize();
    await open(`file:///${NAME}`);
    for (const [method, params] of BAD) {
      await client.sendNotification(method, params as object);
      expect(await rules(`file:///${NAME}`)).toContain('whitespace');
    }
    await client.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///b.md' },
      position: { line: 0, character: 0 },
    });
    await new Promise((done) => setTimeout(done, 50));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('folders that nobody trusts', () => {
  it('make the server run no program, until somebody does', async () => {
    const asked: string[] = [];
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const git: Git = {
      repositoryOf: async (uri) => {
        asked.push(uri);
        return undefined;
      },
    };
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, { files: diskFiles, git });
    const careful = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    careful.listen();
    const checkout = mkdtempSync(path.join(tmpdir(), 'twir-trust-'));
    writeFileSync(path.join(checkout, '.twir.json'), JSON.stringify({ checkouts: ['../rust'] }));
    await careful.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { untrusted: true },
    });
    const uri = pathToFileURL(path.join(checkout, NAME)).href;
    await careful.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT },
    });
    const refused = await careful.sendRequest('twir/changes', { uri });
    expect(JSON.stringify(refused)).toContain('no program is run');
    // Whatever else can be asked for that tells something of a checkout.
    for (const method of ['twir/fill', 'twir/calendars', 'twir/checklist', 'twir/page', 'twir/checkFile'])
      await careful.sendRequest(method, { uri, text: TEXT, known: [] });
    await careful.sendRequest('twir/fill', { uri });
    expect(asked).toEqual([]);
    await careful.sendNotification('twir/trusted');
    await careful.sendRequest('twir/changes', { uri });
    expect(asked).toHaveLength(1);
    rmSync(checkout, { recursive: true });
    careful.dispose();
  });
});
