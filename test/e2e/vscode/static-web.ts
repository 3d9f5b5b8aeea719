import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { BrowserVSCode } from './code-server';
import { quietSettings } from './settings';

export interface StaticWeb {
  readonly origin: string;
  stop(): Promise<void>;
}

export interface StaticWebOptions {
  /** The extension under development: a folder of disk. */
  readonly extension: string;
  /** The test bundle: a file of disk. */
  readonly tests?: string;
}

/** VS Code runs tests only from an address below an extension's. */
const testsPath = '/extension/twir-e2e-suite.js';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Serves VS Code as plain files: no server of its own, no Node, extensions only in web workers. This is how it runs
 * on a web-only site such as github.dev. The workspace is `tmp:/ws`, in memory and empty.
 */
export async function startStaticWeb(vscode: BrowserVSCode, options: StaticWebOptions): Promise<StaticWeb> {
  const folders: Record<string, string> = {
    out: join(vscode.root, 'out'),
    extensions: join(vscode.root, 'extensions'),
    // The workbench fetches the engine of its grammars from here.
    node_modules: join(vscode.root, 'node_modules'),
    extension: options.extension,
  };
  const workbench = withoutServer(
    readFileSync(join(vscode.root, 'out/vs/code/browser/workbench/workbench.js'), 'utf8'),
  );
  let page = '';
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (path === '/') return response.setHeader('Content-Type', 'text/html').end(page);
    if (path.endsWith('/workbench/workbench.js')) {
      return response.setHeader('Content-Type', 'text/javascript').end(workbench);
    }
    const [, first = '', ...rest] = normalize(path).split('/');
    const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
    const file = path === testsPath ? options.tests : folder && join(folder, ...rest);
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const authority = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  page = workbenchPage(vscode, authority, options);
  return {
    origin: `http://${authority}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The workbench in the package always expects its server: takes that out of the two places that do. */
function withoutServer(workbench: string): string {
  const replace = (text: string, pattern: RegExp, by: string) => {
    const changed = text.replace(pattern, by);
    if (changed === text)
      throw new Error(`The workbench has no ${pattern}: this VS Code needs another change`);
    return changed;
  };
  const local = replace(workbench, /,remoteAuthority:location\.host\}/, '}');
  // Settings would otherwise be asked from the server.
  return replace(
    local,
    /(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\b/,
    '$1vscodeUserData',
  );
}

function workbenchPage(vscode: BrowserVSCode, authority: string, options: StaticWebOptions): string {
  const uri = (path: string) => ({ scheme: 'http', authority, path });
  const configuration = {
    folderUri: { scheme: 'tmp', path: '/ws' },
    userDataPath: '/userdata',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    webviewEndpoint: `http://${authority}/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: quietSettings,
    developmentOptions: {
      extensions: [uri('/extension')],
      ...(options.tests && { extensionTestsPath: uri(testsPath) }),
    },
  };
  const values: Record<string, string> = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration)
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '',
    WORKBENCH_NLS_URL: '/out/nls.messages.js',
    WORKBENCH_NLS_FALLBACK_URL: '/out/nls.messages.js',
  };
  const html = readFileSync(join(vscode.root, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return html.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
