// A client that times a language server as an author uses it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quantile } from './measure.mjs';

const EDITS = 100;
/** How many of the edits are followed by other requests. */
const ASKED = 40;
/** An author types, looks, and types on: what a processor forgets meanwhile counts. */
const PAUSE_MS = 30;
/** Until everything that is read in the background has been read. */
const SETTLE_MS = 3000;
const PATIENCE_MS = 60_000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A connection to a language server over standard input and output. */
export class Client {
  #waiting = new Map();
  #rest = Buffer.alloc(0);
  #ids = 0;

  constructor(command, args, folder, env) {
    this.begin = performance.now();
    this.process = spawn(command, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
    this.process.stdout.on('data', (data) => this.#read(data));
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** @throws when there is no answer for a minute */
  ask(method, params) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), PATIENCE_MS);
      this.#ids += 1;
      this.#waiting.set(this.#ids, (result) => {
        clearTimeout(timer);
        resolve(result);
      });
      this.send({ id: this.#ids, method, params });
    });
  }

  /** Peak of memory in MB; NaN where the system does not tell. */
  peak() {
    const status = `/proc/${this.process.pid}/status`;
    return existsSync(status)
      ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))[1]) / 1024
      : Number.NaN;
  }

  #read(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, head))[1]);
      if (this.#rest.length < head + 4 + length) return;
      const message = JSON.parse(this.#rest.subarray(head + 4, head + 4 + length));
      this.#rest = this.#rest.subarray(head + 4 + length);
      if (message.method === undefined) this.#waiting.get(message.id)?.(message.result);
      else if (message.id !== undefined)
        this.send({ id: message.id, result: message.params?.items?.map(() => ({})) ?? null });
    }
  }
}

/**
 * Opens a draft and types at places all over it.
 *
 * @param requests other requests about the place that was typed at, by name, timed right after an edit
 * @returns milliseconds until initialized, until the first diagnostics, from edits to diagnostics, of requests; MB
 */
export async function typing([command, ...args], places, env, requests = {}) {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client(command, args, places.checkout, env);
    try {
      return await typeWith(client, places, requests);
    } catch (error) {
      // In one of some rounds rumdl’s server stops answering.
      if (attempt === 3) throw error;
      console.log(`${command}: ${error.message}; once more`);
    } finally {
      client.process.kill();
    }
  }
}

async function typeWith(client, { checkout, draft }, requests) {
  const file = join(checkout, draft);
  const uri = pathToFileURL(file).href;
  const rootUri = pathToFileURL(checkout).href;
  const { capabilities } = await client.ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      textDocument: {
        diagnostic: {},
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  const initialized = performance.now() - client.begin;
  client.send({ method: 'initialized', params: {} });
  const sync = capabilities.textDocumentSync;
  const incremental = (sync?.change ?? sync) === 2;
  const text = readFileSync(file, 'utf8');
  const document = { uri, languageId: 'markdown', version: 1, text };
  client.send({ method: 'textDocument/didOpen', params: { textDocument: document } });
  const pull = () => client.ask('textDocument/diagnostic', { textDocument: { uri } });
  await pull();
  const opened = performance.now() - client.begin;
  await sleep(SETTLE_MS);

  let lines = text.split('\n');
  let version = 1;
  const change = (part) => {
    version += 1;
    client.send({
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri, version },
        contentChanges: [part && incremental ? part : { text: lines.join('\n') }],
      },
    });
  };
  const edit = () => {
    const line = (version * 37 + 11) % lines.length;
    const at = { line, character: lines[line].length };
    lines[line] += 'x';
    change({ range: { start: at, end: at }, text: 'x' });
    return at;
  };
  const times = [];
  for (let n = 0; n < EDITS; n += 1) {
    const start = performance.now();
    edit();
    await pull();
    times.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  const asked = {};
  for (const [name, request] of Object.entries(requests)) {
    asked[name] = [];
    let known;
    // As it was opened: what is done to the whole should have done to it what an author has it done to a draft.
    lines = text.split('\n');
    change();
    await pull();
    for (let n = 0; n < ASKED; n += 1) {
      const at = edit();
      const start = performance.now();
      known = await request(client, { document: { uri }, at }, known);
      asked[name].push(performance.now() - start);
      await pull();
      await sleep(PAUSE_MS);
    }
  }
  const peak = client.peak();
  return { initialized, opened, p50: quantile(times, 0.5), p95: quantile(times, 0.95), asked, peak };
}
