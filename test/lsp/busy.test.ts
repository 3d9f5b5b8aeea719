import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { Slices } from '../../server/src/lsp/slices';
import { FRONT } from '../cli/twir';
import { patternText } from '../hostile/patterns';
import { PLAIN, TestClient, VSCODE } from './client';

const TEXT = `${FRONT}## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a) \n`;
const START = { line: 8, character: 4 };
const AT = { start: START, end: START };

let client: TestClient;
afterEach(() => client.dispose());

/** What became of a request: its answer's kind, or the code of its refusal. */
const outcome = (request: Promise<{ kind?: string } | null>) =>
  request.then(
    (answer) => answer?.kind ?? 'answered',
    ({ code }: ResponseError<unknown>) => code,
  );
const pull = (uri: string, token?: CancellationToken) =>
  outcome(client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, token));

describe('a thousand edits in a burst', () => {
  it('are checked once for a client that asks after each and takes nothing back', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT);
    const pulls: Promise<unknown>[] = [];
    for (let n = 0; n < 1000; n += 1) {
      void client.edit(uri, AT, 'x');
      pulls.push(pull(uri));
    }
    const outcomes = await Promise.all(pulls);
    expect(outcomes.at(-1)).toBe('full');
    // What reached the server in one go; a stream may come in a few parts.
    expect(outcomes.filter((one) => one === 'full').length).toBeLessThan(20);
    expect(new Set(outcomes)).toEqual(new Set(['full', LSPErrorCodes.ServerCancelled]));
    expect(await client.rules(uri)).toContain('whitespace');
    expect(client.logged).toEqual([]);
  });

  it('are told of once to a client that waits', async () => {
    client = await new TestClient(PLAIN).start();
    const uri = await client.open(TEXT);
    for (let n = 0; n < 1000; n += 1) void client.edit(uri, AT, 'x');
    const { diagnostics } = await client.pushed(({ version }) => version === 1001);
    expect(diagnostics.map(({ code }) => code)).toContain('whitespace');
    expect(client.publications).toBeLessThan(5);
    expect(client.logged).toEqual([]);
  });
});

describe('a request that nobody waits for any more', () => {
  const LONG = patternText('events in regions', 40_000);

  it.each([
    ['textDocument/diagnostic', {}],
    ['textDocument/hover', { position: START }],
    ['textDocument/codeAction', { range: AT, context: { diagnostics: [] } }],
    ['twir/inBulk', { kind: 'fixAll' }],
    ['twir/checklist', {}],
  ])('stops within its work: %s', async (method, params) => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(LONG);
    const source = new CancellationTokenSource();
    const asked = outcome(
      client.connection.sendRequest(method, { uri, textDocument: { uri }, ...params }, source.token),
    );
    for (let n = 0; n < 30; n += 1) await turn();
    source.cancel();
    // Whatever is asked next is answered first: nothing was left to be finished.
    const next = client.connection.sendRequest('textDocument/foldingRange', {
      textDocument: { uri: 'file:///none.md' },
    });
    expect(await asked).toBe(LSPErrorCodes.RequestCancelled);
    await next;
    expect(client.statuses.some((status) => 'check' in (status as object))).toBe(false);
    expect(client.logged).toEqual([]);
  });

  it('stops when its document is another one by now', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(LONG);
    const first = pull(uri);
    for (let n = 0; n < 30; n += 1) await turn();
    await client.edit(uri, AT, 'x');
    expect(await first).toBe(LSPErrorCodes.ServerCancelled);
    expect(await pull(uri)).toBe('full');
  });

  it('does not hold up others', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(LONG);
    const order: string[] = [];
    const slow = pull(uri).then(() => order.push('the long check'));
    for (let n = 0; n < 30; n += 1) await turn();
    const textDocument = { uri: 'file:///none.md' };
    await client.connection.sendRequest('textDocument/foldingRange', { textDocument });
    order.push('a short answer');
    await slow;
    expect(order).toEqual(['a short answer', 'the long check']);
  });
});

describe('work in slices', () => {
  function* steps(milliseconds: number, count: number) {
    for (let n = 0; n < count; n += 1) {
      for (const end = performance.now() + milliseconds; performance.now() < end; );
      yield;
    }
    return count;
  }

  it('asks every few milliseconds whether to go on', async () => {
    client = await new TestClient(PLAIN).start();
    let asked = 0;
    const count = () => {
      asked += 1;
    };
    const slices = new Slices();
    expect(await slices.work(steps(3, 20), count)).toBe(20);
    expect(asked).toBeGreaterThanOrEqual(4);
    const refused = slices.work(steps(3, 20), () => {
      throw new Error('enough');
    });
    await expect(refused).rejects.toThrow('enough');
  });

  it('goes before what nobody waits for', async () => {
    client = await new TestClient(PLAIN).start();
    const slices = new Slices();
    const order: string[] = [];
    const work = slices.work(steps(3, 20), () => {}).then(() => order.push('a check'));
    const refused = slices.work(steps(3, 20), () => {
      throw new Error('enough');
    });
    await Promise.all([
      work,
      slices.idle().then(() => order.push('earlier issues')),
      refused.catch(() => {}),
    ]);
    expect(order).toEqual(['a check', 'earlier issues']);
  });
});
