#!/usr/bin/env node
// Draws media/icon.png, which the Marketplace shows, from docs/images/icon.svg, in the browser that the end-to-end tests use.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../test/e2e/load.mjs';

const SIZE = 128;
const file = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const { launchBrowser } = await load('test/e2e/vscode/chromium.ts');
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block}</style>${readFileSync(file('docs/images/icon.svg'), 'utf8')}`,
  );
  writeFileSync(file('media/icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
