import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from '../suite/runner';

interface Detail {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the walkthrough shows of pictures, by their names. */
const DETAILS: ReadonlyMap<string, Detail> = new Map([
  ['new-draft', { name: 'draft', x: 352, y: 485, width: 470, height: 150 }],
  ['quick-fix', { name: 'fill', x: 52, y: 395, width: 612, height: 180 }],
  ['events', { name: 'events', x: 52, y: 500, width: 520, height: 136 }],
  ['preview', { name: 'preview', x: 664, y: 70, width: 470, height: 260 }],
  ['checklist', { name: 'checklist', x: 48, y: 40, width: 300, height: 220 }],
  ['submit-link', { name: 'link', x: 340, y: 0, width: 610, height: 100 }],
  ['next-event', { name: 'event', x: 52, y: 430, width: 560, height: 180 }],
  ['findings', { name: 'check', x: 52, y: 425, width: 520, height: 110 }],
]);

/** VS Code's window as a person uses it: keys, clicks, and what is on the screen. Selectors hold for 1.96 to 1.139. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** Where pictures go, if anybody wants them. */
    private readonly pictures: string | undefined,
  ) {}

  /** The editor's text is shown and can be typed into. */
  async ready(): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor').first().waitFor({ timeout: 60_000 });
  }

  /** The mark below a finding. */
  squiggle(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.squiggly-${severity}`).first();
  }

  /** Moves the caret to a line and column, both from 1, and brings them into view. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput('Control+G', `:${line}:${column}`);
  }

  /** Runs a command by the title that the palette shows. */
  async command(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`);
  }

  /** Runs a command that asks something in the place of the palette. */
  async ask(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`, false);
  }

  /** Opens the quick fixes at the caret and takes the first one with this title. */
  async quickFix(title: RegExp, look: () => Promise<void>): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await this.insist('Control+.', row);
    await look();
    await row.click();
  }

  /** Waits for a notification with this text; not every window lets them pop up by themselves. */
  async message(text: RegExp): Promise<void> {
    await this.command('Notifications: Show Notifications');
    await this.page.locator('.notification-list-item-message', { hasText: text }).first().waitFor();
  }

  async dismissMessages(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
  }

  /** A row of a tree view in the side bar. */
  treeRow(text: RegExp): Locator {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  }

  /** Types into an open quick pick and takes the first row, once that shows this. */
  async pick(text: string, shown: RegExp): Promise<void> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row:visible', { hasText: shown });
    // Whatever was asked before is gone by then.
    await rows.first().waitFor();
    await this.page.locator('.quick-input-widget:visible .quick-input-box input').fill(text);
    await until('one row is left', async () => (await rows.count()) === 1);
    await this.page.keyboard.press('Enter');
  }

  /** Types into the input box that asks this, and accepts it once what is said below shows that. */
  async answer(question: RegExp, text: string, shown?: RegExp, look?: () => Promise<void>): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible');
    const below = box.locator('.quick-input-message');
    await box.filter({ hasText: question }).waitFor();
    await box.locator('.quick-input-box input').fill(text);
    if (shown) await below.filter({ hasText: shown }).waitFor();
    await look?.();
    await this.page.keyboard.press('Enter');
  }

  get takesPictures(): boolean {
    return this.pictures !== undefined;
  }

  /** Saves a picture of all or a part of the window under this name when pictures are wanted. */
  async picture(name: string, part: Page | Locator = this.page): Promise<void> {
    if (!this.pictures) return;
    mkdirSync(this.pictures, { recursive: true });
    await part.screenshot({
      path: join(this.pictures, `${name}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
    const detail = DETAILS.get(name);
    if (detail) await this.detail(detail);
  }

  /** Saves a part of the window for the walkthrough, small enough for the package. */
  private async detail({ name, ...clip }: Detail): Promise<void> {
    const png = await this.page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    // The workbench's own policy allows no such pictures.
    const blank = await this.page.context().browser()!.newPage();
    try {
      const webp = await blank.evaluate(
        async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          canvas.getContext('2d')!.drawImage(image, 0, 0);
          return canvas.toDataURL('image/webp', 0.25);
        },
        `data:image/png;base64,${png.toString('base64')}`,
      );
      const folder = join(this.pictures!, '../walkthrough');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${name}.webp`), Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64'));
    } finally {
      await blank.close();
    }
  }

  /** The place in the window where the newest webview is. */
  webviewFrame(): Locator {
    return this.page.locator('iframe.webview').last();
  }

  /** What the newest webview shows. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
  }

  private async quickInput(key: string, text: string, closes = true): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    for (let attempt = 1; ; attempt++) {
      await this.insist(key, input);
      try {
        await input.fill(text, { timeout: 3000 });
        break;
      } catch (error) {
        // A view that takes the focus closes it again.
        if (attempt === 3) throw error;
      }
    }
    await this.page.locator('.quick-input-list .monaco-list-row:visible').first().waitFor();
    await this.page.keyboard.press('Enter');
    if (closes) await input.waitFor({ state: 'hidden' });
  }

  /** Presses a key again and again until something shows: a busy workbench closes what it has just opened. */
  async insist(key: string, shown: Locator): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        return await shown.waitFor({ timeout: 3000 });
      } catch (error) {
        if (attempt === 6) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }
}
