import type { Browser } from 'playwright-core';
import { type Outcome, reportPrefix } from '../suite/runner';
import { keepEvidence, printOutcome, type RunResult } from './result';

/** A test of ours takes a second; a browser that says nothing for this long will not say anything. */
const limit = 90_000;

/** Opens VS Code at `url` in a browser and waits for the suite that the address or the page's configuration names. */
export async function runInPage(
  browser: Browser,
  run: string,
  url: string,
  evidence: string,
): Promise<RunResult> {
  const outcomes: Outcome[] = [];
  const log: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const exit = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing heard for ${limit / 1000} seconds`)), limit);
      // VS Code calls these two when a page has them: its own way to be tested in a browser.
      const exposed = [
        page.exposeFunction('codeAutomationExit', (code: number) => {
          clearTimeout(timer);
          resolve(code);
        }),
        page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
          log.push(`[${type}] ${args.map(String).join(' ')}`);
          const line = args.find((arg) => typeof arg === 'string' && arg.startsWith(reportPrefix));
          if (typeof line !== 'string') return;
          const outcome: Outcome = JSON.parse(line.slice(reportPrefix.length));
          timer.refresh();
          outcomes.push(outcome);
          printOutcome(outcome);
        }),
      ];
      page.on('console', (message) => log.push(`[page ${message.type()}] ${message.text()}`));
      page.on('pageerror', (error) => log.push(`[page error] ${error.stack}`));
      page.on('crash', () => reject(new Error('the page crashed')));
      Promise.all(exposed)
        .then(() => page.goto(url))
        .catch(reject);
    });
    const code = await exit;
    const error =
      code === 0 || outcomes.some(({ status }) => status === 'failed') ? undefined : `exit code ${code}`;
    if (code !== 0) await keepEvidence(evidence, run, log.join('\n'), page);
    return { outcomes, error };
  } catch (error) {
    await keepEvidence(evidence, run, log.join('\n'), page);
    return { outcomes, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close();
  }
}
