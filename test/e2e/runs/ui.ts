import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { until } from '../suite/runner';
import type { BrowserVSCode } from '../vscode/code-server';
import { accessibleSteps } from './accessible';
import { navigateSteps } from './navigate';
import { previewSteps } from './preview';
import type { RunResult } from './result';
import { weekSteps } from './week';
import { inWindow } from './window';
import type { Workbench } from './workbench';

export interface UiContext {
  readonly run: string;
  /** Where `docs/sample` is. */
  readonly root: string;
  readonly vsix: string;
  readonly evidence: string;
  readonly screenshots?: string | undefined;
}

export interface Step {
  readonly name: string;
  act(workbench: Workbench, draft: Draft): Promise<void>;
}

/** More than lies between the bytes of a save and its end. */
const SAVING_MS = 300;

/** The sample as it is on disk: the editor saves what was changed by itself. */
export class Draft {
  constructor(readonly path: string) {}

  /** The draft with the latest date in the same folder. */
  newest(): string {
    const names = readdirSync(dirname(this.path)).filter((name) => /^\d.*\.md$/.test(name));
    return join(dirname(this.path), names.sort().at(-1)!);
  }

  /** The line, from 1, that holds this text. */
  async line(text: string): Promise<number> {
    const lines = (await this.read()).split('\n');
    const found = lines.findIndex((line) => line.includes(text));
    if (found < 0) throw new Error(`The sample has no line with "${text}"`);
    return found + 1;
  }

  /** Waits until the file says what it should, and the editor knows that it is saved. */
  async becomes(what: string, holds: (text: string) => boolean): Promise<void> {
    await until(what, async () => holds(await this.read()));
    await this.saved();
  }

  /**
   * Waits until the file has not been written for a while. The editor hears of the end of its own save
   * after the bytes are there. What is undone before that counts as saved, and what another program
   * writes before that as its own, so that either would be lost.
   */
  async saved(): Promise<void> {
    await until('the draft is saved', () => Date.now() - statSync(this.path).mtimeMs > SAVING_MS);
  }

  /** A file that is just being saved can be empty for a moment. */
  private read(): Promise<string> {
    return until('the draft is not empty', () => readFileSync(this.path, 'utf8'));
  }
}

/** What an author does on the sample draft, one step after the other. */
const steps: readonly Step[] = [
  {
    name: 'the draft opens and its findings are underlined',
    async act(workbench, draft) {
      await workbench.ready();
      await workbench.squiggle('error').waitFor({ timeout: 30_000 });
      // More room for the text.
      await workbench.command('View: Close Primary Side Bar');
      await workbench.goTo(await draft.line('### Observations/Thoughts'));
      await workbench.picture('findings');
    },
  },
  {
    name: 'the Problems view lists them',
    async act(workbench) {
      const rows = workbench.page.locator('.markers-panel .monaco-list-row');
      await workbench.insist('Control+Shift+M', rows.first());
      await until('more than three rows', async () => (await rows.count()) > 3);
      await workbench.picture('problems');
      await workbench.command('View: Hide Panel');
    },
  },
  ...navigateSteps,
  ...weekSteps,
  {
    name: 'Enter after an event begins the next one at the margin, and ends the list on an empty bullet',
    async act(workbench, draft) {
      const { page } = workbench;
      // What was put back before is in the editor a moment later.
      await draft.saved();
      await workbench.goTo((await draft.line('[Rust Nuremberg]')) + 1);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await draft.becomes('a bullet at the margin', (text) => /\n\* ?\n/.test(text));
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      await workbench.insist('Control+Space', rows.filter({ hasText: /hybrid event/i }).first());
      await workbench.picture('next-event');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await draft.becomes('no empty bullet', (text) => !/\n\* ?\n/.test(text));
      await page.keyboard.press('Backspace');
      // Lines are told by the saved file: it has to be as it was.
      await draft.becomes('no line too many', (text) => !text.includes('online)\n\n\n'));
    },
  },
  {
    name: 'what a section is filled with is offered',
    async act(workbench, draft) {
      await workbench.goTo((await draft.line('### CFP - Projects')) + 1);
      await workbench.page.keyboard.press('Enter');
      await draft.becomes('a line more', (text) => text.includes('### CFP - Projects\n\n\n'));
      const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
      await workbench.insist('Control+Space', rows.filter({ hasText: /call for participation/i }).first());
      await workbench.picture('completion');
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+Z');
      await draft.becomes('no line more', (text) => !text.includes('### CFP - Projects\n\n\n'));
    },
  },
  {
    name: 'a quick fix fills a placeholder',
    async act(workbench, draft) {
      await workbench.goTo(await draft.line('COTW goes here'), 6);
      await workbench.quickFix(/crate/i, () => workbench.picture('quick-fix'));
      await draft.becomes('no placeholder left', (text) => !text.includes('COTW goes here'));
      // Leaves the blanks to be filled in.
      await workbench.page.keyboard.press('Escape');
    },
  },
  {
    name: 'events are organized',
    async act(workbench, draft) {
      await workbench.goTo(await draft.line('## Upcoming Events'));
      await workbench.command('This Week in Rust: Organize Events');
      await draft.becomes(
        'events by date',
        (text) => text.indexOf('Rust Study Circle') < text.indexOf('Rust Nuremberg'),
      );
      await workbench.page
        .locator('.view-line', { hasText: '2026-11-18' })
        .first()
        .waitFor({ state: 'detached' });
      await workbench.picture('events');
    },
  },
  {
    name: 'everything with one right answer is fixed at once',
    async act(workbench, draft) {
      await workbench.command('This Week in Rust: Fix All Auto-Fixable Problems');
      await draft.becomes('no tracking parameters left', (text) => !text.includes('utm_source'));
    },
  },
  {
    name: 'the preview shows the page beside its text',
    async act(workbench, draft) {
      await workbench.goTo(await draft.line('## Crate of the Week'));
      await workbench.command('This Week in Rust: Open Preview to the Side');
      await workbench.webview().locator('h2', { hasText: 'Upcoming Events' }).waitFor();
      await workbench.picture('preview');
    },
  },
  ...previewSteps,
  ...accessibleSteps,
  {
    name: 'the checklist tells what is left to do',
    async act(workbench, draft) {
      await workbench.command('View: Focus First Editor Group');
      await workbench.command('View: Close Editors in Other Groups');
      await workbench.goTo(await draft.line('## Jobs'));
      await workbench.command('This Week in Rust: Ready to Publish?');
      await workbench.treeRow(/INSERT_LINK_HERE/).waitFor();
      await workbench.picture('checklist');
      await workbench.message(/is not ready to publish/);
      await workbench.dismissMessages();
      await workbench.command('This Week in Rust: Open Checklist as Text');
      await workbench.page
        .locator('.view-line', { hasText: /open,\sline\s\d+:/ })
        .first()
        .waitFor();
      await workbench.page.keyboard.press('Control+F4');
      await workbench.treeRow(/QOTW goes here/).click();
      // Its hint would cover other rows.
      await workbench.page.mouse.move(0, 0);
      await workbench.command('This Week in Rust: Focus on Checklist View');
      await workbench.page.keyboard.press('Control+.');
      await workbench.pick('Delete', /Delete the comment/);
      await draft.becomes('no placeholder left', (text) => !text.includes('QOTW goes here'));
    },
  },
  {
    name: 'a new draft opens at its first placeholder',
    async act(workbench, draft) {
      await workbench.command('This Week in Rust: New Draft');
      await until('a draft more', () => draft.newest() !== draft.path);
      await workbench.treeRow(/COTW goes here/).waitFor();
      await workbench.message(/^Issue \d+ of /);
      await workbench.picture('new-draft');
      await workbench.dismissMessages();
    },
  },
  {
    name: 'what was typed for a link is there again after Escape, and steps lead back',
    async act(workbench) {
      const { page } = workbench;
      const input = page.locator('.quick-input-widget:visible .quick-input-box input');
      const shows = (value: string) => until(`“${value}”`, async () => (await input.inputValue()) === value);
      await workbench.ask('This Week in Rust: Submit a Link…');
      await workbench.pick('Research', /theses/);
      await workbench.answer(/2\/3/, 'https://example.com/draft-paper');
      await page.locator('.quick-input-widget:visible', { hasText: '3/3' }).waitFor();
      await input.fill('Half a ti');
      await page.locator('.quick-input-widget:visible .action-item [aria-label*="Back"]').click();
      await page.locator('.quick-input-widget:visible', { hasText: '2/3' }).waitFor();
      await shows('https://example.com/draft-paper');
      await page.keyboard.press('Escape');
      await workbench.ask('This Week in Rust: Submit a Link…');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Research' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget:visible', { hasText: '2/3' }).waitFor();
      await shows('https://example.com/draft-paper');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget:visible', { hasText: '3/3' }).waitFor();
      await shows('Half a ti');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a submitted link goes to its place',
    async act(workbench, draft) {
      await workbench.ask('This Week in Rust: Submit a Link…');
      await workbench.pick('Research', /theses/);
      await workbench.answer(
        /2\/3/,
        'https://example.com/paper?utm_source=feed',
        /linked without utm_source/,
        () => workbench.picture('submit-link'),
      );
      await workbench.answer(/3\/3/, 'Proving a queue correct');
      const newest = new Draft(draft.newest());
      await newest.becomes('the link under Research', (text) =>
        /### Research\s+\* \[Proving a queue correct\]\(https:\/\/example\.com\/paper\)/.test(text),
      );
    },
  },
];

/** The day on which the sample is edited. */
const CLOCK = '2026-11-25T12:00:00Z';

/** Installs the packaged extension and uses it on a copy of the sample with mouse and keyboard. */
export async function uiSmoke(
  vscode: BrowserVSCode,
  browser: Browser,
  context: UiContext,
): Promise<RunResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'twir-e2e-'));
  // The window's title, on pictures too.
  const folder = join(temporary, 'this-week-in-rust');
  try {
    cpSync(join(context.root, 'docs/sample'), folder, { recursive: true });
    const drafts = join(folder, 'draft');
    const name = readdirSync(drafts).find((candidate) => candidate.endsWith('-this-week-in-rust.md'));
    if (!name) return { outcomes: [], error: 'docs/sample/draft has no draft' };
    const draft = new Draft(join(drafts, name));
    const actions = steps.map(({ name, act }) => ({
      name,
      act: async (workbench: Workbench) => {
        await act(workbench, draft);
        return undefined;
      },
    }));
    return {
      outcomes: await inWindow(
        vscode,
        browser,
        { ...context, install: [context.vsix], folder, file: draft.path, clock: CLOCK },
        actions,
      ),
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}
