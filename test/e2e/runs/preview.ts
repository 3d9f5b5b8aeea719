import { readFileSync, writeFileSync } from 'node:fs';
import type { Draft, Step } from './ui';
import type { Workbench } from './workbench';

/** What must neither run nor be loaded nor break the page. */
const HOSTILE = [
  '## Harmless',
  '<small>shown</small>',
  '<script>window.hacked = 1</script>',
  '<img src="x" onerror="window.hacked = 2">',
  '<svg onload="window.hacked = 3"><script>window.hacked = 4</script></svg>',
  '<p onclick="window.hacked = 5">[click](javascript:window.hacked=6)</p>',
  '<a href="javascript:window.hacked=7">a link</a> <a href="data:text/html,<script>1</script>">data</a>',
  '<base href="https://example.com/"><meta http-equiv="refresh" content="0;url=https://example.com/">',
  '<form action="https://example.com/"><input autofocus onfocus="window.hacked = 8"></form>',
  '<iframe srcdoc="<script>parent.hacked = 9</script>"></iframe>',
  '</style></article></main><style>body { display: none }</style>',
].join('\n\n');
const HARMLESS = 'Some text without harm.';
const LOST_LIST = 'This is a list:\n* [One](https://example.com/one)';

/** Changes the file as another program would: the editor and the preview follow. */
function change(draft: Draft, from: string, to: string): void {
  const text = readFileSync(draft.path, 'utf8');
  if (!text.includes(from)) throw new Error(`The draft has no "${from}"`);
  writeFileSync(draft.path, text.replace(from, to));
}

/** With the preview open beside the draft. */
export const previewSteps: readonly Step[] = [
  {
    name: 'nothing of the issue runs in the preview',
    async act(workbench, draft) {
      const page = workbench.webview();
      change(draft, '## Crate of the Week', `${HOSTILE}\n\n## Crate of the Week`);
      await page.locator('h2', { hasText: 'Harmless' }).waitFor();
      await page.locator('small', { hasText: 'shown' }).waitFor();
      const harm = await page.locator('body').evaluate((body) => ({
        ran: 'hacked' in window,
        elements: body.querySelectorAll(
          '#issue :is(script, style, iframe, svg, form, base, meta, object, [onerror], [onclick], [href^="javascript:"])',
        ).length,
      }));
      if (harm.ran || harm.elements > 0) throw new Error(`In the page: ${JSON.stringify(harm)}`);
    },
  },
  {
    name: 'a change replaces its own piece of the preview only',
    async act(workbench, draft) {
      const page = workbench.webview();
      await page
        .locator('.twir-piece:has(h2)', { hasText: 'Upcoming Events' })
        .evaluate((element) => element.setAttribute('data-kept', 'yes'));
      change(draft, HOSTILE, HARMLESS);
      await page.locator('p', { hasText: HARMLESS }).waitFor();
      await page.locator('[data-kept]').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'what the site breaks is shown beside what GitHub makes of it',
    async act(workbench, draft) {
      const page = workbench.webview();
      change(draft, HARMLESS, LOST_LIST);
      await page.locator('.twir-broken', { hasText: 'This is a list' }).scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Show how GitHub would render it' }).first().click();
      await page.locator('.twir-github li', { hasText: 'One' }).waitFor();
      await workbench.picture('preview-compare', workbench.webviewFrame());
    },
  },
  {
    name: 'a finding in the margin leads to its line by keyboard',
    async act(workbench, draft) {
      const line = await draft.line('* [One]');
      await workbench
        .webview()
        .getByRole('button', { name: /blank line before this list/ })
        .focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col 1` }).waitFor();
      change(draft, `${LOST_LIST}\n\n`, '');
    },
  },
  {
    name: 'the preview switches to the newsletter and back',
    async act(workbench) {
      const page = workbench.webview();
      await page.getByRole('button', { name: 'Newsletter' }).click();
      await page.locator('.twir-newsletter .logo').waitFor();
      if (workbench.takesPictures) await takePictures(workbench);
      await workbench.command('This Week in Rust: Switch Preview Between Site and Newsletter');
      await page.locator('.twir-site .title-row').waitFor();
      await workbench.command('View: Focus First Editor Group');
    },
  },
];

/** Both views by day and by night, for the documentation. */
async function takePictures(workbench: Workbench): Promise<void> {
  const page = workbench.webview();
  await workbench.page.getByRole('tab', { name: /^Preview/ }).click();
  await workbench.command('View: Toggle Maximize Editor Group');
  for (const light of ['light', 'dark']) {
    for (const [theme, button] of [
      ['newsletter', 'Newsletter'],
      ['site', 'Site'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await page.locator('body').evaluate(() => window.scrollTo(0, 0));
      await page.locator(`.twir-${theme}`).waitFor();
      await workbench.picture(`preview-${theme}-${light}`);
    }
    await workbench.command('Preferences: Toggle between Light/Dark Themes');
    await page.locator(light === 'light' ? 'body.vscode-dark' : 'body.vscode-light').waitFor();
  }
  await page.getByRole('button', { name: 'Newsletter' }).click();
  await workbench.command('View: Toggle Maximize Editor Group');
}
