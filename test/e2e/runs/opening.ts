import type { Browser } from 'playwright-core';
import { until } from '../suite/runner';
import { launchBrowser } from '../vscode/chromium';
import { provideCodeServer } from '../vscode/code-server';
import { startServer } from '../vscode/server';

/** Milliseconds from the moment at which the draft’s text is shown. */
export interface Opening {
  /** Until the first findings are counted in the status bar. */
  readonly first: number;
  /** Until the count of findings changes no more. */
  readonly all: number;
  /** How many those are. */
  readonly count: number;
}

/** What the page keeps for us. */
interface Seen {
  text?: number;
  readonly counts: [at: number, count: number][];
}

/** Without a change for so long, nothing more is to come. */
const QUIET_MS = 6000;

/**
 * Opens a draft in a fresh VS Code with the packaged extension, again and again.
 *
 * @param folder the checkout
 * @param file the draft
 */
export async function measureOpening(
  vsix: string,
  folder: string,
  file: string,
  rounds: number,
): Promise<Opening[]> {
  const browser = await launchBrowser();
  try {
    const openings: Opening[] = [];
    for (let round = 0; round < rounds; round += 1) openings.push(await open(browser, vsix, folder, file));
    return openings;
  } finally {
    await browser.close();
  }
}

async function open(browser: Browser, vsix: string, folder: string, file: string): Promise<Opening> {
  const server = await startServer(await provideCodeServer('1.139.1'), { install: [vsix] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.addInitScript(() => {
      const seen: Seen = { counts: [] };
      Object.assign(window, { twirSeen: seen });
      setInterval(() => {
        const now = performance.now();
        if (!seen.text && document.querySelector('.editor-instance .view-line span')) seen.text = now;
        const problems = document.querySelector('[id="status.problems"]')?.textContent ?? '';
        const count = (problems.match(/\d+/g) ?? []).reduce((sum, digits) => sum + Number(digits), 0);
        if (count !== (seen.counts.at(-1)?.[1] ?? 0)) seen.counts.push([now, count]);
      }, 10);
    });
    await page.goto(server.page(folder, [['openFile', server.remoteUri(file)]]));
    const seen = await until(
      'findings that change no more',
      async () => {
        const now = await page.evaluate(() => {
          const { twirSeen } = window as unknown as { twirSeen: Seen };
          return { ...twirSeen, now: performance.now() };
        });
        const last = now.counts.at(-1)?.[0];
        return now.text && last && now.now - last > QUIET_MS ? now : undefined;
      },
      120_000,
    );
    const [first] = seen.counts[0]!;
    const [all, count] = seen.counts.at(-1)!;
    return { first: first - seen.text!, all: all - seen.text!, count };
  } finally {
    await page.close();
    await server.stop();
  }
}
