import type { Browser } from 'playwright-core';
import type { Outcome } from '../suite/runner';
import type { BrowserVSCode } from '../vscode/code-server';
import { type RunningServer, type ServerOptions, startServer } from '../vscode/server';
import { keepEvidence, printOutcome } from './result';
import { Workbench } from './workbench';

/** Settings of the runs by hand: the file on disk follows what is typed. */
const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'files.autoSave': 'afterDelay',
  'files.autoSaveDelay': 100,
  'workbench.editor.closeOnFileDelete': true,
};

export interface WindowOptions extends ServerOptions {
  /** The folder that VS Code opens. */
  readonly folder: string;
  /** The file to begin with, if any. */
  readonly file?: string;
  /** Where pictures go, if anybody wants them. */
  readonly screenshots?: string | undefined;
  /** For the names of kept logs, and where they go. */
  readonly run: string;
  readonly evidence: string;
}

/** A step that a person does, and what it came to. */
export interface Action {
  readonly name: string;
  /** What is told about the step besides its name: the feature that it shows, figures. */
  act(workbench: Workbench): Promise<Partial<Outcome> | undefined>;
}

/**
 * Opens a window of VS Code and does one action after the other, each of which begins where the one before ended: the
 * first that fails is the last.
 *
 * @param prepared called with the running server before the page is opened
 */
export async function inWindow(
  vscode: BrowserVSCode,
  browser: Browser,
  options: WindowOptions,
  actions: readonly Action[],
  prepared?: (server: RunningServer) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const server = await startServer(vscode, { ...options, settings: { ...SETTINGS, ...options.settings } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const log: string[] = [];
  page.on('console', (message) => log.push(`[${message.type()}] ${message.text()}`));
  page.setDefaultTimeout(15_000);
  try {
    prepared?.(server);
    const { file } = options;
    await page.goto(server.page(options.folder, file ? [['openFile', server.remoteUri(file)]] : []));
    const workbench = new Workbench(page, options.screenshots);
    for (const { name, act } of actions) {
      const outcome = await perform(name, () => act(workbench));
      outcomes.push(outcome);
      printOutcome(outcome);
      if (outcome.status === 'failed') {
        await keepEvidence(options.evidence, options.run, log.join('\n'), page);
        break;
      }
    }
  } finally {
    await page.close();
    await server.stop();
  }
  return outcomes;
}

async function perform(name: string, act: () => Promise<Partial<Outcome> | undefined>): Promise<Outcome> {
  const begin = Date.now();
  const told = (status: Outcome['status']) => ({ name, status, milliseconds: Date.now() - begin });
  try {
    return { ...(await act()), ...told('passed') };
  } catch (error) {
    return { ...told('failed'), message: error instanceof Error ? error.message : String(error) };
  }
}
