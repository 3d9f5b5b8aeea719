import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Outcome } from '../suite/runner';
import type { BrowserVSCode } from '../vscode/code-server';
import { startServer } from '../vscode/server';
import { keepEvidence, printOutcome, type RunResult } from './result';
import { Workbench } from './workbench';

export interface UiContext {
  readonly run: string;
  /** Where `docs/sample` is. */
  readonly root: string;
  readonly vsix: string;
  readonly evidence: string;
  readonly screenshots?: string | undefined;
}

interface Step {
  readonly name: string;
  act(workbench: Workbench): Promise<void>;
}

/** What an author does on the sample draft, one step after the other. */
const steps: readonly Step[] = [
  {
    name: 'the draft opens and its findings are underlined',
    async act(workbench) {
      await workbench.ready();
      await workbench.squiggle('warning').waitFor({ timeout: 30_000 });
    },
  },
];

/** Installs the packaged extension and uses it on a copy of the sample with mouse and keyboard. */
export async function uiSmoke(
  vscode: BrowserVSCode,
  browser: Browser,
  context: UiContext,
): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'twir-e2e-'));
  const outcomes: Outcome[] = [];
  try {
    cpSync(join(context.root, 'docs/sample'), folder, { recursive: true });
    const drafts = join(folder, 'draft');
    const draft = readdirSync(drafts).find((name) => name.endsWith('-this-week-in-rust.md'));
    if (!draft) return { outcomes, error: 'docs/sample/draft has no draft' };
    const server = await startServer(vscode, { install: [context.vsix] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const log: string[] = [];
    page.on('console', (message) => log.push(`[${message.type()}] ${message.text()}`));
    page.setDefaultTimeout(15_000);
    try {
      await page.goto(server.page(folder, [['openFile', server.remoteUri(join(drafts, draft))]]));
      const workbench = new Workbench(page, context.screenshots);
      for (const { name, act } of steps) {
        const outcome = await perform(name, () => act(workbench));
        outcomes.push(outcome);
        printOutcome(outcome);
        // Every step begins where the one before ended.
        if (outcome.status === 'failed') {
          await keepEvidence(context.evidence, context.run, log.join('\n'), page);
          break;
        }
      }
    } finally {
      await page.close();
      await server.stop();
    }
    return { outcomes };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function perform(name: string, act: () => Promise<void>): Promise<Outcome> {
  const begin = Date.now();
  try {
    await act();
    return { name, status: 'passed', milliseconds: Date.now() - begin };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, status: 'failed', milliseconds: Date.now() - begin, message };
  }
}
