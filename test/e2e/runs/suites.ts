import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import type { Browser } from 'playwright-core';
import type { Outcome } from '../suite/runner';
import type { BrowserVSCode } from '../vscode/code-server';
import { hasDisplay, onPath } from '../vscode/desktop';
import { startServer } from '../vscode/server';
import { quietSettings } from '../vscode/settings';
import { startStaticWeb } from '../vscode/static-web';
import { runInPage } from './page';
import { printOutcome, type RunResult } from './result';

/** What every run of the suite is told. */
export interface SuiteContext {
  /** For the names of kept logs. */
  readonly run: string;
  /** The extension's folder. */
  readonly extension: string;
  /** The suite for the node and for the web worker extension host. */
  readonly suite: { readonly node: string; readonly browser: string };
  /** Where logs and screenshots of failed runs are kept. */
  readonly evidence: string;
}

/** The node extension host of a desktop VS Code. */
export async function desktopSuite(executable: string, context: SuiteContext): Promise<RunResult> {
  return withFolder(async (folder) => {
    const report = join(folder, 'report.json');
    const userData = join(folder, 'user-data');
    mkdirSync(join(userData, 'User'), { recursive: true });
    writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(quietSettings));
    const workspace = join(folder, 'ws');
    mkdirSync(workspace);
    const wrapped = hasDisplay() ? undefined : onPath('xvfb-run');
    let error: string | undefined;
    try {
      await runTests({
        vscodeExecutablePath: wrapped ?? executable,
        extensionDevelopmentPath: context.extension,
        extensionTestsPath: context.suite.node,
        extensionTestsEnv: { TWIR_E2E_REPORT: report },
        launchArgs: [
          ...(wrapped ? ['-a', executable] : []),
          workspace,
          `--user-data-dir=${userData}`,
          `--extensions-dir=${join(folder, 'extensions')}`,
        ],
      });
    } catch (reason) {
      error = reason instanceof Error ? reason.message : String(reason);
    }
    let outcomes: Outcome[] = [];
    try {
      outcomes = JSON.parse(readFileSync(report, 'utf8'));
    } catch {
      error ??= 'the suite left no report';
    }
    for (const outcome of outcomes) printOutcome(outcome);
    return { outcomes, error: outcomes.some(({ status }) => status === 'failed') ? undefined : error };
  });
}

/** The node extension host of a VS Code server. */
export async function nodeSuite(
  vscode: BrowserVSCode,
  browser: Browser,
  context: SuiteContext,
): Promise<RunResult> {
  return withFolder(async (workspace) => {
    const server = await startServer(vscode);
    try {
      const url = server.page(workspace, [
        ['extensionDevelopmentPath', server.remoteUri(context.extension)],
        ['extensionTestsPath', server.remoteUri(context.suite.node)],
      ]);
      return await runInPage(browser, context.run, url, context.evidence);
    } finally {
      await server.stop();
    }
  });
}

/** The web worker extension host of a VS Code that is nothing but files, as on github.dev. */
export async function webSuite(
  vscode: BrowserVSCode,
  browser: Browser,
  context: SuiteContext,
): Promise<RunResult> {
  const site = await startStaticWeb(vscode, { extension: context.extension, tests: context.suite.browser });
  try {
    return await runInPage(browser, context.run, site.origin, context.evidence);
  } finally {
    await site.stop();
  }
}

/** The packaged extension, installed: a file that the package forgot is missing here and nowhere else. */
export async function packagedSuite(
  vscode: BrowserVSCode,
  browser: Browser,
  vsix: string,
  context: SuiteContext,
): Promise<RunResult> {
  return withFolder(async (folder) => {
    const workspace = join(folder, 'ws');
    mkdirSync(workspace);
    const server = await startServer(vscode, { install: [vsix] });
    try {
      // Tests must belong to some extension under development: one that has nothing else.
      const tests = join(folder, 'tests');
      mkdirSync(tests);
      const manifest = { name: 'suite', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } };
      writeFileSync(join(tests, 'package.json'), JSON.stringify(manifest));
      const url = server.page(workspace, [
        ['extensionDevelopmentPath', server.remoteUri(tests)],
        ['extensionTestsPath', server.remoteUri(context.suite.node)],
      ]);
      const node = await runInPage(browser, context.run, url, context.evidence);
      if (node.error) return node;
      const installed = readdirSync(server.extensions, { withFileTypes: true }).find((entry) =>
        entry.isDirectory(),
      );
      if (!installed) return { ...node, error: 'the installed extension has no folder' };
      console.log('  the same files in the web worker host:');
      const web = await webSuite(vscode, browser, {
        ...context,
        run: `${context.run}-web`,
        extension: join(server.extensions, installed.name),
      });
      return { outcomes: [...node.outcomes, ...web.outcomes], error: web.error };
    } finally {
      await server.stop();
    }
  });
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'twir-e2e-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
