import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from '../suite/runner';
import type { Step } from './ui';
import type { Workbench } from './workbench';

const MARKED =
  '* [Proving a queue correct](https://example.com/queue?utm_source=feed) <!-- url=https://example.com/pull/8123 submerge-pr=8123 sha=0123456789abcdef0123456789abcdef01234567 author=someone title=Add a paper -->';

/** What editors do once a week: sections from their sources, merged pull requests, submissions, publication. */
export const weekSteps: readonly Step[] = [
  {
    name: 'sections are filled from the clipboard after a look at what would change',
    async act(workbench, draft) {
      const { page } = workbench;
      await copy(
        workbench,
        '# 2026-11-23 Triage Log\n\nA week of small steps, most of them forward.\n\n#### Regressions\n\nNone.\n',
      );
      await workbench.ask('This Week in Rust: Fill Sections from Clipboard…');
      const choice = page.locator('.quick-input-list .monaco-list-row:visible', {
        hasText: 'Fill 1 section',
      });
      await choice.waitFor();
      await page
        .locator('.view-line', { hasText: /A.week.of.small.steps/ })
        .first()
        .waitFor();
      await workbench.picture('fill-sections');
      await page.keyboard.press('Enter');
      await draft.becomes('the report', (text) => text.includes('\n\nA week of small steps'));
      await workbench.goTo(await draft.line('A week of small steps'));
      await page.keyboard.press('Control+Z');
      await draft.becomes('the old report', (text) => text.includes('\n\nA quiet week'));
      await workbench.dismissMessages();
    },
  },
  {
    name: 'merged pull requests are chosen from a list',
    async act(workbench, draft) {
      const { page } = workbench;
      const root = dirname(dirname(draft.path));
      const checkout = join(root, '../cargo');
      // Beside the draft: that of the folder above may be open in an editor.
      const config = join(dirname(draft.path), '.twir.json');
      makeCheckout(checkout, [
        'feat(index): read the index in pieces (#15101)',
        'fix: keep features of optional dependencies (#15102)',
        'chore(deps): update compatible (#15103)',
      ]);
      writeFileSync(config, '{ "checkouts": ["../../cargo"] }\n');
      try {
        const list = page.locator('.quick-input-widget:visible', { hasText: 'Insert merged pull requests' });
        const row = list.locator('.monaco-list-row', { hasText: 'in pieces' });
        // The configuration was written beside the editor, which hears of it in its own time.
        for (let attempt = 0; attempt < 5 && (await row.count()) === 0; attempt += 1) {
          await workbench.ask('This Week in Rust: Insert Merged Pull Requests…');
          await row.waitFor({ timeout: 3000 }).catch(() => {});
        }
        await row.waitFor();
        await workbench.picture('merged-pull-requests');
        await page.keyboard.press('Enter');
        await draft.becomes('the chosen ones', (text) => text.includes('/pull/15101)'));
        await workbench.goTo(await draft.line('/pull/15101)'));
        await page.keyboard.press('Control+Z');
        await draft.becomes('none of them', (text) => !text.includes('/pull/15101)'));
        await workbench.dismissMessages();
      } finally {
        rmSync(config, { force: true });
        rmSync(checkout, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'submissions are looked at one after the other',
    async act(workbench, draft) {
      const { page } = workbench;
      const before = readFileSync(draft.path, 'utf8');
      writeFileSync(draft.path, before.replace('### Research\n', `### Research\n\n${MARKED}\n`));
      await workbench.goTo(1);
      await page.locator('.view-line', { hasText: 'Title: This Week' }).first().waitFor();
      const status = page.locator('.statusbar-item', { hasText: '#8123 by someone' });
      for (let attempt = 0; attempt < 5 && (await status.count()) === 0; attempt += 1) {
        await workbench.command('This Week in Rust: Review Submissions of submerge');
        await status.waitFor({ timeout: 2000 }).catch(() => {});
      }
      await status.waitFor();
      await workbench.picture('review');
      await page.keyboard.press('Delete');
      await draft.becomes('the submission gone', (text) => !text.includes('submerge-pr'));
      await status.waitFor({ state: 'hidden' });
      writeFileSync(draft.path, before);
      await workbench.dismissMessages();
    },
  },
  {
    name: 'publication begins with what is left to do',
    async act(workbench) {
      const { page } = workbench;
      await workbench.ask('This Week in Rust: Prepare Publication…');
      const list = page.locator('.quick-input-widget:visible', { hasText: 'what is left to do' });
      await list.locator('.monaco-list-row').first().waitFor();
      await workbench.picture('publish');
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
    },
  },
];

async function copy({ page }: Workbench, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await until('the clipboard', () => page.evaluate(() => navigator.clipboard.readText()));
}

/** A checkout of cargo with a commit a title, in the week of the sample. */
function makeCheckout(folder: string, titles: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const when = '2026-11-20T12:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...author, ...words], { env });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', 'https://github.com/rust-lang/cargo.git');
  for (const title of titles) git('commit', '-q', '--allow-empty', '-m', title);
}
