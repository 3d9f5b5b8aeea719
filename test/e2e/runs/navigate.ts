import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from '../suite/runner';
import type { Step } from './ui';

/** Tells its event's page, but not whose it is. */
const UNNAMED = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:fjord-1
DTSTART;TZID=Europe/Oslo:20261211T180000
SUMMARY:Macros by the water
LOCATION:Oslo, Norway
URL:https://fjord.example/macros
END:VEVENT
END:VCALENDAR
`;

/** Getting about, and what comes from elsewhere: what stands above headings, hovers, F12, pasted and dropped links. */
export const navigateSteps: readonly Step[] = [
  {
    name: 'what there is to do stands above the headings',
    async act(workbench, draft) {
      await workbench.goTo(await draft.line('### Foundation'));
      await workbench.page.locator('.codelens-decoration a', { hasText: 'Add a link' }).first().waitFor();
      await workbench.picture('lenses');
    },
  },
  {
    name: 'a heading tells what belongs under it',
    async act(workbench, draft) {
      await workbench.goTo(await draft.line('### Foundation'), 6);
      const hover = workbench.page.locator('.monaco-hover:visible', {
        hasText: 'Posts of the Rust Foundation',
      });
      await workbench.command('Show or Focus Hover');
      await hover.first().waitFor();
      await workbench.page.keyboard.press('Escape');
      await hover.first().waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'the second place of a page leads to the first',
    async act(workbench, draft) {
      const line = await draft.line('https://example.com/bevy/0-20/');
      await workbench.goTo(line, 6);
      const first = await draft.line('https://example.com/bevy/0-20)');
      await workbench.page.keyboard.press('F12');
      const status = workbench.page.locator('.statusbar-item', { hasText: `Ln ${first},` });
      await status.waitFor();
    },
  },
  {
    name: 'each heading is once in Go to Symbol',
    async act(workbench) {
      const { page } = workbench;
      const rows = page.locator('.quick-input-list .monaco-list-row:visible');
      await workbench.insist('Control+Shift+O', rows.first());
      await page.locator('.quick-input-widget:visible .quick-input-box input').fill('@Foundation');
      await until('one heading', async () => (await rows.filter({ hasText: /Foundation/ }).count()) === 1);
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a pasted address can be a link item, with the title that the browser knew',
    async act(workbench, draft) {
      const { page } = workbench;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(async () => {
        const put = (type: string, text: string) => [type, new Blob([text], { type })] as const;
        const url = 'https://example.com/foundation-report?utm_source=feed';
        const item = new ClipboardItem(
          Object.fromEntries([
            put('text/plain', url),
            put('text/html', `<a href="${url}">The report of the year</a>`),
          ]),
        );
        await navigator.clipboard.write([item]);
      });
      await workbench.goTo((await draft.line('### Foundation')) + 1);
      await page.keyboard.press('Control+V');
      await draft.becomes('the address as it is', (text) =>
        text.includes('### Foundation\nhttps://example.com/f'),
      );
      const widget = page.locator('.post-edit-widget');
      await widget.waitFor();
      await workbench.picture('paste');
      await page.keyboard.press('Control+.');
      const row = page.locator('.action-widget .monaco-list-row', { hasText: 'Paste as link item' }).first();
      await row.waitFor();
      await row.click();
      await draft.becomes('an item', (text) =>
        text.includes('### Foundation\n* [The report of the year](https://example.com/foundation-report)\n'),
      );
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      // Lines are told by the saved file: it has to be as it was.
      for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+Z');
      await draft.becomes('nothing pasted', (text) => !text.includes('foundation-report'));
    },
  },
  {
    name: 'a dropped link becomes an item below the line',
    async act(workbench, draft) {
      const { page } = workbench;
      await workbench.goTo(await draft.line('* [This Month in Servo'));
      const line = page.locator('.view-line', { hasText: 'This Month in Servo' }).first();
      const box = await until('the line has a place', () => line.boundingBox());
      const at = { x: box.x + 60, y: box.y + box.height / 2 };
      await page.evaluate(({ x, y }) => {
        const data = new DataTransfer();
        data.setData('text/uri-list', 'https://example.com/dropped');
        data.setData('text/plain', 'https://example.com/dropped');
        data.setData('text/html', '<a href="https://example.com/dropped">A dropped page</a>');
        const target = document.elementFromPoint(x, y)!;
        for (const type of ['dragenter', 'dragover', 'drop']) {
          const options = { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true };
          target.dispatchEvent(new DragEvent(type, { ...options, shiftKey: true }));
        }
      }, at);
      await draft.becomes('an item below', (text) =>
        /This Month in Servo.*\n\* \[A dropped page\]\(https:\/\/example\.com\/dropped\)\n/.test(text),
      );
      // Whoever drops is in another window; back in the text, undo is one step.
      await workbench.goTo(await draft.line('* [This Month in Servo'));
      await page.keyboard.press('Control+Z');
      await draft.becomes('nothing dropped', (text) => !text.includes('A dropped page'));
    },
  },
  {
    name: 'a dropped calendar of an unknown group asks for its name',
    async act(workbench, draft) {
      const { page } = workbench;
      await workbench.goTo(await draft.line('* [This Month in Servo'));
      const line = page.locator('.view-line', { hasText: 'This Month in Servo' }).first();
      const box = await until('the line has a place', () => line.boundingBox());
      await page.evaluate(
        ({ x, y, calendar }) => {
          const data = new DataTransfer();
          data.items.add(new File([calendar], 'fjord.ics', { type: 'text/calendar' }));
          const target = document.elementFromPoint(x, y)!;
          for (const type of ['dragenter', 'dragover', 'drop']) {
            const options = { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true };
            target.dispatchEvent(new DragEvent(type, { ...options, shiftKey: true }));
          }
        },
        { x: box.x + 60, y: box.y + box.height / 2, calendar: UNNAMED },
      );
      const list = page.locator('.quick-input-widget:visible', { hasText: 'Add events from fjord.ics' });
      await list.locator('.monaco-list-row', { hasText: 'the group’s name' }).first().waitFor();
      await page.keyboard.press('Enter');
      const question = page.locator('.quick-input-widget:visible', { hasText: 'what is its name?' });
      await question.waitFor();
      await page.keyboard.type('Rust Fjord');
      await page.keyboard.press('Enter');
      await draft.becomes('an event of the group', (text) =>
        text.includes('| Oslo, NO | [Rust Fjord](https://fjord.example/macros)\n'),
      );
      await workbench.goTo(await draft.line('[Rust Fjord]'));
      await page.keyboard.press('Control+Z');
      await draft.becomes('no such event', (text) => !text.includes('Rust Fjord'));
      await workbench.dismissMessages();
    },
  },
  {
    name: 'a rule is explained beside its finding, without a network',
    async act(workbench, draft) {
      await workbench.goTo(await draft.line('## Upcoming Events'));
      await workbench.goTo(await draft.line('* [Proving a ring buffer'), 66);
      await workbench.quickFix(/Explain whitespace/, () => workbench.picture('rule-actions'));
      await workbench.webview().locator('h1', { hasText: 'whitespace' }).waitFor();
      await workbench.picture('rule-page');
      await workbench.command('View: Focus First Editor Group');
      await workbench.command('View: Close Editors in Other Groups');
    },
  },
  {
    name: 'a rule is switched off for everybody, and on again',
    async act(workbench, draft) {
      const config = join(dirname(dirname(draft.path)), '.twir.json');
      const level = async (name: string, shown: RegExp) => {
        await workbench.ask('This Week in Rust: Change Severity of a Rule…');
        // The list is longer than the window: a row is there once it is looked for.
        const widget = workbench.page.locator('.quick-input-widget:visible', { hasText: '1/3' });
        await widget.locator('.quick-input-box input').fill('link-tracking');
        await widget.locator('.monaco-list-row.focused', { hasText: /^link-tracking/ }).waitFor();
        await workbench.page.keyboard.press('Enter');
        await workbench.pick(name, shown);
        await workbench.pick('everybody', /For everybody/);
      };
      await level('off', /says nothing/);
      await until(
        'a configuration',
        () => existsSync(config) && /"link-tracking": "off"/.test(readFileSync(config, 'utf8')),
      );
      await level('usual', /as the rule says/);
      await until('the usual', () => !/"link-tracking"/.test(readFileSync(config, 'utf8')));
      const tab = workbench.page.locator('.tab[data-resource-name=".twir.json"]');
      await workbench.page
        .locator('.tab.dirty[data-resource-name=".twir.json"]')
        .waitFor({ state: 'detached' });
      if ((await tab.count()) > 0) await tab.click({ button: 'middle' });
      await tab.waitFor({ state: 'detached' });
      rmSync(config);
    },
  },
];
