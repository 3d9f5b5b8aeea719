import { until } from '../suite/runner';
import type { Workbench } from './workbench';

/** Keys that a person presses, counted: a chord such as Ctrl+K counts once, a letter that is typed once. */
export class Keys {
  private count = 0;

  constructor(readonly workbench: Workbench) {}

  /** How many were pressed since this was asked before. */
  taken(): number {
    const { count } = this;
    this.count = 0;
    return count;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.workbench.page.keyboard.press(key);
    this.count += keys.length;
  }

  async type(text: string): Promise<void> {
    // As fast as a person at most: what VS Code does at a key is done before the next.
    await this.workbench.page.keyboard.type(text, { delay: 15 });
    this.count += [...text].length;
  }

  /** Presses a key until something shows, as `Workbench.insist` does; a person needs one. */
  async open(key: string, shows: string): Promise<void> {
    await this.workbench.insist(key, this.workbench.page.locator(shows).first());
    this.count += 1;
  }

  /** Runs a command of the palette by some letters of its title. */
  async command(letters: string, title: string): Promise<void> {
    const input = this.workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await this.retry(async () => {
      await this.open('F1', '.quick-input-widget:visible .quick-input-box input');
      await until('the palette', async () => (await input.inputValue()).startsWith('>'));
      await this.type(letters);
      await this.focused(title).waitFor({ timeout: 3000 });
    });
    await this.press('Enter');
  }

  /** Tries again what a busy window did not do, such as a list that was opened before it was complete; counted once. */
  private async retry(work: () => Promise<void>): Promise<void> {
    const before = this.count;
    for (let attempt = 1; ; attempt += 1) {
      this.count = before;
      try {
        await work();
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        await this.workbench.page.keyboard.press('Escape');
      }
    }
  }

  /** Goes to a heading by Go to Symbol. */
  async heading(title: string, letters = title): Promise<void> {
    const input = '.quick-input-widget:visible .quick-input-box input';
    await this.open('Control+Shift+O', input);
    await this.type(letters);
    await this.focused(title).waitFor();
    await this.press('Enter');
    await this.workbench.page.locator(input).waitFor({ state: 'hidden' });
  }

  /** Goes to a heading, from there down to a line, and takes a quick fix. @param lines how far down */
  async quickFix(heading: string, letters: string, lines: number, title: RegExp): Promise<void> {
    await this.heading(heading, letters);
    await this.press(...Array.from({ length: lines }, () => 'ArrowDown'));
    await this.take(title);
  }

  /** Takes the first quick fix at the caret that has this title. */
  async take(title: RegExp): Promise<void> {
    const rows = this.workbench.page.locator('.action-widget .monaco-list-row');
    await this.retry(async () => {
      await this.open('Control+.', '.action-widget .monaco-list-row');
      await rows.filter({ hasText: title }).first().waitFor({ timeout: 3000 });
    });
    const focused = this.workbench.page.locator('.action-widget .monaco-list-row.focused', {
      hasText: title,
    });
    for (let down = 0; (await focused.count()) === 0; down += 1) {
      if (down === 12) throw new Error(`There is no way down to ${title}`);
      await this.press('ArrowDown');
    }
    await this.press('Enter');
  }

  /** The row of an open list that Enter takes. */
  focused(text: string | RegExp) {
    return this.workbench.page
      .locator('.quick-input-list .monaco-list-row.focused:visible', { hasText: text })
      .first();
  }

  /** Waits for a list or box with this title, and accepts it. */
  async accept(title: string | RegExp, ready?: string | RegExp): Promise<void> {
    const box = this.workbench.page.locator('.quick-input-widget:visible', { hasText: title });
    await box.waitFor();
    if (ready) await box.locator('.monaco-list-row', { hasText: ready }).first().waitFor();
    await this.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }
}
