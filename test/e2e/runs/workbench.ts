import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

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

  /** Opens the quick fixes at the caret and takes the first one with this title. */
  async quickFix(title: RegExp, look: () => Promise<void>): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await this.insist('Control+.', row);
    await look();
    await row.click();
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
  }

  /** The place in the window where the newest webview is. */
  webviewFrame(): Locator {
    return this.page.locator('iframe.webview').last();
  }

  /** What the newest webview shows. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
  }

  private async quickInput(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await this.insist(key, input);
    await input.fill(text);
    await this.page.locator('.quick-input-list .monaco-list-row:visible').first().waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
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
