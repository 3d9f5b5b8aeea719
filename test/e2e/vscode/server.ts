import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserVSCode } from './code-server';
import { cleanEnvironment, freePort, onInterrupt, run, start, stop } from './process';
import { quietSettings } from './settings';

export interface RunningServer {
  /** Such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** The address of a file on the server's disk, as VS Code in the browser sees it. */
  remoteUri(path: string): string;
  /** The page that opens `folder`; `payload` are VS Code's own start options. */
  page(folder: string, payload?: ReadonlyArray<readonly [string, string]>): string;
  /** Where it keeps installed extensions, one folder each. */
  readonly extensions: string;
  /** What the server printed so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly port?: number | undefined;
  readonly settings?: Record<string, unknown>;
  /** Packaged extensions to install first. */
  readonly install?: readonly string[];
  /** What the clock of extensions shows when the server starts, where it matters: an ISO time. */
  readonly clock?: string | undefined;
}

/**
 * Starts VS Code with a home folder of its own.
 *
 * It listens on 127.0.0.1 only, and asks for a token because any page in the person's browser can reach that.
 */
export async function startServer(
  vscode: BrowserVSCode,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const home = mkdtempSync(join(tmpdir(), 'twir-vscode-'));
  for (const folder of ['tmp', 'data/User']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(
    join(home, 'data/User/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }),
  );

  const main = join(vscode.root, 'out/server-main.js');
  // The server leaves its sockets behind, so its temporary folder goes with its home.
  const env = cleanEnvironment({
    TMPDIR: join(home, 'tmp'),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  });
  const common = ['--server-data-dir', home, '--accept-server-license-terms'];
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    for (const vsix of options.install ?? []) {
      const printed = await run(vscode.node, [main, '--install-extension', vsix, ...common], { env });
      if (!printed.includes('successfully installed'))
        throw new Error(`${vsix} was not installed:\n${printed}`);
    }
    const port = options.port ?? (await freePort());
    const authority = `127.0.0.1:${port}`;
    const token = randomBytes(16).toString('hex');
    const child = start(
      vscode.node,
      [
        ...(options.clock ? ['--require', setClock(home, options.clock)] : []),
        main,
        ...common,
        ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
        ...['--telemetry-level', 'off', '--disable-workspace-trust'],
        // Without this the page ignores test and extension folders in its address.
        '--enable-smoke-test-driver',
      ],
      { env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const stopAll = async () => {
      await stop(child);
      removeHome();
    };
    const stopped = onInterrupt(stopAll);
    const log = await listening(child);
    return {
      origin: `http://${authority}`,
      remoteUri: (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`,
      page: (folder, payload = []) =>
        `http://${authority}/?${new URLSearchParams({
          tkn: token,
          folder: decodeURIComponent(pathToFileURL(folder).pathname),
          payload: JSON.stringify([...payload, ['skipWelcome', 'true']]),
        })}`,
      extensions: join(home, 'extensions'),
      log,
      async stop() {
        await stopAll();
        stopped();
      },
    };
  } catch (error) {
    removeHome();
    throw error;
  }
}

/** Writes what sets the clock of a Node.js that requires it, and of those that it starts. @returns its path */
function setClock(home: string, time: string): string {
  const file = join(home, 'clock.cjs');
  writeFileSync(
    file,
    `const { now: real } = Date;
const now = () => real() + ${Date.parse(time) - Date.now()};
globalThis.Date = new Proxy(Date, {
  apply: (Real) => new Real(now()).toString(),
  construct: (Real, given, target) => Reflect.construct(Real, given.length > 0 ? given : [now()], target),
  get: (Real, name) => (name === 'now' ? now : Real[name]),
});
const programs = require('node:child_process');
const { fork } = programs;
programs.fork = (module, args, { execArgv = [], ...options } = {}) =>
  fork(module, args, { ...options, execArgv: ['--require', __filename, ...execArgv] });
`,
  );
  return file;
}

/** Waits until the server answers and gives a function that tells its whole output. */
function listening(child: ReturnType<typeof start>): Promise<() => string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      child.kill('SIGKILL');
      reject(new Error(`VS Code did not start: ${reason}\n${output.trim()}`));
    };
    const timer = setTimeout(() => fail('no answer in 30 seconds'), 30_000);
    const read = (data: Buffer) => {
      output += data;
      if (!output.includes('Extension host agent listening on')) return;
      clearTimeout(timer);
      resolve(() => output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}
