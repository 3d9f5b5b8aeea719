// A client that times a language server as an author uses it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Keys whose diagnostics are timed once everything has been read. */
const EDITS = 100;
/** How many of the edits are followed by other requests, of a kind: the fewer, the more one slow answer tells. */
const ASKED = 80;
/** What is done to the whole should have to do what an author has it do, not to mend letters everywhere. */
const RESTORED_AFTER = 40;
/** After how many keys the peak of memory is looked up. */
const KEYS = 1000;
/** An author types, looks, and types on: what a processor forgets meanwhile counts. */
const PAUSE_MS = 30;
/** How long is typed while earlier issues are read in the background. */
const LOADING_MS = 5000;
/** Until everything that is read in the background has been read. */
const SETTLE_MS = 1000;
const PATIENCE_MS = 60_000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A connection to a language server over standard input and output. */
export class Client {
  #waiting = new Map();
  #published = new Map();
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

  /** Resolves once the diagnostics of a version have been published. */
  published(version) {
    return new Promise((resolve) => {
      this.#published.set(version, resolve);
    });
  }

  /** Ends the server as an editor does, so that it can keep what it keeps. */
  async end() {
    const ended = new Promise((resolve) => {
      this.process.once('exit', resolve);
    });
    await Promise.race([this.ask('shutdown', null).catch(() => {}), sleep(PAUSE_MS * 100)]);
    this.send({ method: 'exit' });
    await Promise.race([ended, sleep(PAUSE_MS * 100)]);
    this.process.kill();
  }

  /** Peak of memory in MB. */
  peak() {
    return this.memory('VmHWM');
  }

  /** Memory in MB by its name in Linux; NaN where the system does not tell. */
  memory(name) {
    const status = `/proc/${this.process.pid}/status`;
    if (!existsSync(status)) return Number.NaN;
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(status, 'utf8'))[1]) / 1024;
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
      else if (message.method === 'textDocument/publishDiagnostics')
        this.#published.get(message.params.version)?.();
      else if (message.id !== undefined)
        this.send({ id: message.id, result: message.params?.items?.map(() => ({})) ?? null });
    }
  }
}

/**
 * Opens a draft and types at places all over it.
 *
 * @param requests other requests about the place that was typed at, by name, timed right after an edit
 * @returns milliseconds until initialized, from opening and from start until the first diagnostics, from edits to
 *   diagnostics while earlier issues are read and afterwards, of requests; MB after a thousand keys
 */
export function typing(command, places, env, requests = {}) {
  return withServer(command, places, env, (client) => typeWith(client, places, requests));
}

/** Opens a draft in a client that is told diagnostics. @returns milliseconds from edits until it is */
export function typingUnasked(command, places, env) {
  return withServer(command, places, env, async (client) => {
    const draft = await open(client, places, false);
    await draft.diagnosed();
    await sleep(LOADING_MS);
    const times = [];
    for (let n = 0; n < EDITS; n += 1) {
      times.push(await draft.timed());
      await sleep(PAUSE_MS);
    }
    return times;
  });
}

async function withServer([command, ...args], places, env, work) {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client(command, args, places.checkout, env);
    try {
      return await work(client);
    } catch (error) {
      // In one of some rounds rumdl’s server stops answering.
      if (attempt === 3) throw error;
      console.log(`${command}: ${error.message}; once more`);
    } finally {
      await client.end();
    }
  }
}

/** Initializes a server and opens a draft. @param {boolean} pulls whether the client asks for diagnostics */
async function open(client, { checkout, draft }, pulls) {
  const file = join(checkout, draft);
  const uri = pathToFileURL(file).href;
  const rootUri = pathToFileURL(checkout).href;
  const { capabilities } = await client.ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      textDocument: {
        ...(pulls ? { diagnostic: {} } : { publishDiagnostics: { versionSupport: true } }),
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
  let lines = text.split('\n');
  let version = 1;
  const diagnosed = () =>
    pulls ? client.ask('textDocument/diagnostic', { textDocument: { uri } }) : client.published(version);
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
  /** Back to the text as it was opened. */
  const restore = () => {
    lines = text.split('\n');
    change();
  };
  /** Milliseconds from a key until its diagnostics are there. */
  const timed = async () => {
    const start = performance.now();
    edit();
    await diagnosed();
    return performance.now() - start;
  };
  const document = { uri, languageId: 'markdown', version, text };
  client.send({ method: 'textDocument/didOpen', params: { textDocument: document } });
  return { uri, initialized, diagnosed, edit, restore, timed, keys: () => version - 1 };
}

async function typeWith(client, places, requests) {
  const { uri, initialized, diagnosed, edit, restore, timed, keys } = await open(client, places, true);
  const opening = performance.now();
  await diagnosed();
  const now = performance.now();
  const [opened, first] = [now - client.begin, now - opening];
  const loading = [];
  for (const end = now + LOADING_MS; performance.now() < end; ) {
    loading.push(await timed());
    await sleep(PAUSE_MS);
  }
  await sleep(SETTLE_MS);
  const times = [];
  for (let n = 0; n < EDITS; n += 1) {
    times.push(await timed());
    await sleep(PAUSE_MS);
  }
  const asked = {};
  for (const [name, request] of Object.entries(requests)) {
    asked[name] = [];
    let known;
    for (let n = 0; n < ASKED; n += 1) {
      if (n % RESTORED_AFTER === 0) {
        restore();
        await diagnosed();
      }
      const at = edit();
      const start = performance.now();
      known = await request(client, { document: { uri }, at }, known);
      asked[name].push(performance.now() - start);
      await diagnosed();
      await sleep(PAUSE_MS);
    }
  }
  while (keys() < KEYS) await timed();
  return { initialized, opened, first, loading, times, asked, peak: client.peak() };
}

/** Opens a draft, and ends the server once all is read: what V8 compiles for that is kept for the next one. */
export function warm(command, places, env) {
  return withServer(command, places, env, async (client) => {
    const { diagnosed } = await open(client, places, true);
    await diagnosed();
    await sleep(LOADING_MS);
  });
}

/** Types for as long as it takes. @returns MB in use and the peak, after each thousand keys */
export function typingLong(command, places, env, thousands) {
  return withServer(command, places, env, async (client) => {
    const { diagnosed, timed } = await open(client, places, true);
    await diagnosed();
    await sleep(LOADING_MS);
    const rows = [];
    for (let thousand = 1; thousand <= thousands; thousand += 1) {
      for (let n = 0; n < 1000; n += 1) await timed();
      rows.push({ keys: thousand * 1000, inUse: client.memory('VmRSS'), peak: client.peak() });
    }
    return rows;
  });
}
