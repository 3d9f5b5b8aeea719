import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { cached } from './cache';
import { onPath } from './desktop';
import { unpack } from './npm';
import { onInterrupt, run } from './process';

const packaged = '@sparticuz/chromium@147.0.2';

/** The package's own list is for a single process without web security: not a browser that people use. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a screen only pictures show how sharp the window is: a quarter of the dots are drawn in a sixth less time. */
const COARSE = '--force-device-scale-factor=0.5';

/** Where browsers live that do not put themselves on the PATH. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

interface BrowserProgram {
  readonly path: string;
  /** For people: where it comes from. */
  readonly origin: string;
  readonly env?: NodeJS.ProcessEnv;
}

let found: Promise<BrowserProgram> | undefined;

/**
 * Starts a headless browser: the one `CHROME_PATH` names, else the one from npm, else one on the PATH.
 *
 * @param sharp whether pictures for people are taken
 */
export async function launchBrowser(sharp = true): Promise<Browser> {
  if (!found) {
    found = findBrowser();
    console.log(`  browser: ${(await found).origin}`);
  }
  const { path, env } = await found;
  const browser = await chromium.launch({
    executablePath: path,
    args: sharp ? flags : [...flags, COARSE],
    env: { ...process.env, ...env } as Record<string, string>,
    // Signals are ours to handle: there are servers to stop as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  browser.once(
    'disconnected',
    onInterrupt(() => browser.close()),
  );
  return browser;
}

async function findBrowser(): Promise<BrowserProgram> {
  const own = process.env.CHROME_PATH;
  if (own) return { path: own, origin: `${own} (CHROME_PATH)` };
  let reason = `there is none for ${process.platform} ${process.arch}`;
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await packagedBrowser();
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath);
  const path = [...installed, ...places].find((candidate) => candidate && existsSync(candidate));
  if (path) return { path, origin: path };
  throw new Error(
    `No browser: CHROME_PATH is not set, no Chromium, Chrome or Edge is installed, and the npm package ${packaged} is no help: ${reason}`,
  );
}

async function packagedBrowser(): Promise<BrowserProgram> {
  const folder = await cached(
    packaged.replaceAll(/[@/]/g, '-').slice(1),
    `a browser from the npm package ${packaged}`,
    async (into) => {
      await unpack(packaged, into, ['--strip-components=2', 'package/bin']);
      await inflate(join(into, 'chromium.br'), join(into, 'chromium'));
      for (const name of ['al2023', 'fonts']) {
        await inflate(join(into, `${name}.tar.br`), join(into, `${name}.tar`));
        await run('tar', ['xf', `${name}.tar`, '--one-top-level'], { cwd: into });
        rmSync(join(into, `${name}.tar`));
      }
      rmSync(join(into, 'swiftshader.tar.br'));
    },
  );
  const path = join(folder, 'chromium');
  const env: NodeJS.ProcessEnv = {};
  // A slim image lacks NSS: the package brings it for the one Linux it was made for, and it does for others.
  if ((await run('ldd', [path])).includes('not found')) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  if (!existsSync('/usr/share/fonts')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  return { path, env, origin: `npm package ${packaged}` };
}

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    createWriteStream(`${to}.part`, { mode: 0o755 }),
  );
  renameSync(`${to}.part`, to);
  rmSync(from);
}
