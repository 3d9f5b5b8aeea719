import { readdirSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import * as protocol from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server';
import { diskFiles } from '../../server/src/node/files';
import { FRONT } from '../helpers/fixture';

const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
const TEXT = `${FRONT}One. \n\n## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual | [G](https://example.com)\n`;
const FOLDER = new URL('../../server/src/protocol/', import.meta.url);
const OURS = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/'(twir\/[A-Za-z/]+)'/g)].map(([, name]) => name!),
);
const OTHERS = Object.values(protocol as Record<string, unknown>).flatMap((value) => {
  const method = (value as { type?: { method?: unknown } } | undefined)?.type?.method;
  return typeof method === 'string' ? [method] : [];
});
/** What ends the server is asked for elsewhere. */
const METHODS = [...new Set([...OURS, ...OTHERS])].filter(
  (method) => !['initialize', 'shutdown', 'exit'].includes(method),
);
const FAR = { start: { line: -1, character: 1e9 }, end: { line: 1e12, character: -4 } };
const textDocument = { uri: URI };
const PARAMETERS: readonly unknown[] = [
  null,
  5,
  [],
  {},
  { textDocument: null },
  { textDocument: { uri: 5 } },
  { textDocument },
  { uri: URI },
  { uri: '%' },
  { textDocument, position: { line: 1e9, character: -1 }, range: FAR, ranges: [FAR, null], context: {} },
  {
    textDocument,
    position: { line: 'a' },
    range: { start: 5 },
    positions: [null],
    options: { tabSize: 'x' },
    newName: 5,
  },
  {
    textDocument,
    range: FAR,
    context: { diagnostics: [null, {}, { data: 5, range: FAR }], only: [5, null] },
  },
  {
    uri: URI,
    text: 5,
    known: 5,
    items: 5,
    events: [null],
    rule: '__proto__',
    range: FAR,
    date: '9999-99-99',
  },
  {
    uri: URI,
    kind: '__proto__',
    section: 'constructor',
    text: '\ud800',
    known: [null, 5],
    day: 'x',
    role: 'x',
  },
  { label: 5, data: { uri: URI, id: 5 } },
  { command: null, arguments: 5 },
];

let client: ProtocolConnection;
beforeEach(() => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { files: diskFiles });
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
});
afterEach(() => client.dispose());

async function begin(initializationOptions: object): Promise<void> {
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions,
  });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text: TEXT },
  });
}
const rules = async () => {
  const { items } = (await client.sendRequest('textDocument/diagnostic', { textDocument })) as {
    items: { code: string }[];
  };
  return items.map(({ code }) => code);
};

describe('parameters of any kind', () => {
  it('are answered or refused, request by request', async () => {
    expect(METHODS.length).toBeGreaterThan(80);
    await begin({ commands: true });
    for (const method of METHODS)
      for (const given of PARAMETERS)
        await client.sendRequest(method, given).catch((error: { code: unknown }) => {
          expect({ method, given, code: error.code }).toEqual({ method, given, code: expect.any(Number) });
        });
    expect(await rules()).toContain('whitespace');
  });

  it('of notifications are passed over', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    await begin({});
    for (const method of METHODS.filter((name) => name !== 'textDocument/didClose'))
      for (const given of PARAMETERS) await client.sendNotification(method, given as object);
    expect(await rules()).toContain('whitespace');
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('a client that has promised files', () => {
  it.each([[null], [5], [[null, 5]], [{}]])('may answer with %j', async (answer) => {
    client.onRequest('twir/readFile', () => answer);
    client.onRequest('twir/listFiles', () => answer);
    await begin({ files: true });
    expect(await rules()).toContain('whitespace');
  });
});
