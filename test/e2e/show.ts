import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideCodeServer } from './vscode/code-server';
import { downloadDesktop, hasDisplay, onPath } from './vscode/desktop';
import { cleanEnvironment, onInterrupt, start } from './vscode/process';
import { startServer } from './vscode/server';
import { quietSettings } from './vscode/settings';

export interface ShowOptions {
  readonly root: string;
  /** Use a browser even where there is a desktop VS Code. */
  readonly browser?: boolean;
  readonly port?: number;
}

/** Shows the built extension to a person until they have seen enough. */
export async function show({ root, browser, port }: ShowOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'twir-sample-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  onInterrupt(removeFolder);
  const workspace = join(folder, 'sample');
  cpSync(join(root, 'docs/sample'), workspace, { recursive: true });
  const drafts = join(workspace, 'draft');
  const draft = readdirSync(drafts).find((name) => name.endsWith('-this-week-in-rust.md'));
  if (!draft) throw new Error('docs/sample/draft has no draft');
  const file = join(drafts, draft);
  console.log(`The sample is a copy in ${workspace}: change what you like.`);

  const desktop = await chooseDesktop(browser === true);
  if (desktop) {
    await showOnDesktop(desktop, { root, folder, workspace, file });
    removeFolder();
  } else await showInBrowser({ root, workspace, file, port });
}

/** A desktop VS Code to show the extension in, or nothing; says why either way. */
async function chooseDesktop(browser: boolean): Promise<string | undefined> {
  const inBrowser = (reason: string) => {
    console.log(`Using a VS Code in the browser, because ${reason}.`);
    return undefined;
  };
  if (browser) return inBrowser('--browser asks for it');
  if (!hasDisplay()) return inBrowser('there is no display for a desktop VS Code');
  // In a terminal of a remote window `code` talks to the machine in front of the person, who does not have our files.
  if (process.env.VSCODE_IPC_HOOK_CLI) return inBrowser('this terminal belongs to a remote VS Code window');
  for (const name of ['code', 'code-insiders', 'codium']) {
    const path = onPath(name);
    if (path && spawnSync(path, ['--version'], { shell: process.platform === 'win32' }).status === 0) {
      console.log(`Using ${path}, because it is on the PATH.`);
      return path;
    }
  }
  console.log('There is no code, code-insiders or codium on the PATH: trying to download VS Code.');
  const downloaded = await downloadDesktop('stable');
  if ('reason' in downloaded) return inBrowser(downloaded.reason);
  console.log(`Using ${downloaded.path}, just downloaded.`);
  return downloaded.path;
}

interface Sample {
  readonly root: string;
  readonly workspace: string;
  readonly file: string;
}

async function showOnDesktop(
  executable: string,
  { root, folder, workspace, file }: Sample & { readonly folder: string },
): Promise<void> {
  // A profile of its own: a person's settings and extensions stay as they are, and closing it ends us.
  const userData = join(folder, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(quietSettings));
  const child = start(
    executable,
    [
      ...['--new-window', '--wait', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'],
      `--user-data-dir=${userData}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
      `--extensionDevelopmentPath=${root}`,
      workspace,
      file,
    ],
    { env: cleanEnvironment(), stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  console.log('Close its window, or press Ctrl+C here, to stop.');
  await new Promise((resolve) => child.once('exit', resolve));
}

async function showInBrowser({
  root,
  workspace,
  file,
  port,
}: Sample & { readonly port: number | undefined }): Promise<void> {
  const vscode = await provideCodeServer('1.139.1');
  const server = await startServer(vscode, { port });
  const page = server.page(workspace, [
    ['extensionDevelopmentPath', server.remoteUri(root)],
    ['openFile', server.remoteUri(file)],
  ]);
  console.log(
    `\nVS Code ${vscode.version} with the extension is ready. Open this address in a browser:\n\n${page}\n`,
  );
  // The running server keeps us alive until a signal ends both.
  console.log('Only this machine can reach it. Press Ctrl+C to stop.');
}
