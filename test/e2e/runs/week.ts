import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Draft, Step } from './ui';
import { copy } from './wholeWeek';
import type { Workbench } from './workbench';

const MARKED =
  '* [Proving a queue correct](https://example.com/queue?utm_source=feed) <!-- url=https://example.com/pull/8123 submerge-pr=8123 sha=0123456789abcdef0123456789abcdef01234567 author=someone title=Add a paper -->';

const TITLE_WITH_CODE =
  '* [do not call needless_fetch twice with --offline](https://github.com/rust-lang/cargo/pull/15104)';
const OPEN_ITEM = '* [Title](https://github.com/rust-lang/cargo/pull/)';
const POST =
  '[quote="mina, post:1900, topic:328"]\n> Clapping is fast.\n\n— Otto on rust-users\n\nhttps://users.rust-lang.org/t/on-clapping/777/4\n[/quote]';
const event = (uid: number, summary: string, place: string) =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART;TZID=Europe/Oslo:2026121${uid}T180000\nSUMMARY:${summary}\nLOCATION:${place}\nURL:https://example.org/rust-oslo/${uid}\nEND:VEVENT\n`;
/** One that can be added as it is, and one of which nobody knows where it is. */
const CALENDAR = `BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Rust by the Fjord\n${event(6, 'A quiet evening of macros', 'Oslo, Norway')}${event(7, 'Somewhere in a hut', 'The hut')}END:VCALENDAR\n`;

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
    name: 'events of all calendars are added, and what is in doubt is asked about',
    async act(workbench, draft) {
      const { page } = workbench;
      const folder = join(dirname(draft.path), 'calendars');
      const config = join(dirname(draft.path), '.twir.json');
      mkdirSync(folder);
      writeFileSync(join(folder, 'oslo.ics'), CALENDAR);
      writeFileSync(config, '{ "calendars": ["calendars"] }\n');
      try {
        const list = page.locator('.quick-input-widget:visible', { hasText: 'Add 1 new event' });
        // The configuration was written beside the editor, which hears of it in its own time.
        for (let attempt = 0; attempt < 5 && (await list.count()) === 0; attempt += 1) {
          await workbench.ask('This Week in Rust: Add Events from All Calendars…');
          await list.waitFor({ timeout: 3000 }).catch(() => {});
        }
        await list.locator('.monaco-list-row').first().waitFor();
        await workbench.picture('calendars');
        await page.keyboard.press('Enter');
        await draft.becomes('the event', (text) => text.includes('A quiet evening of macros'));
        await workbench.goTo(await draft.line('A quiet evening of macros'));
        await page.keyboard.press('Control+Z');
        await draft.becomes('no such event', (text) => !text.includes('A quiet evening of macros'));
        await workbench.dismissMessages();
      } finally {
        rmSync(config, { force: true });
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'code in titles is set in backticks',
    async act(workbench, draft) {
      const restore = await change(workbench, draft, '#### Cargo\n', `#### Cargo\n${TITLE_WITH_CODE}\n`);
      await workbench.goTo(await draft.line('needless_fetch'), 20);
      await workbench.quickFix(/in backticks/i, () => workbench.picture('code-in-titles'));
      await draft.becomes('code', (text) => text.includes('`needless_fetch`'));
      await workbench.goTo(await draft.line('needless_fetch'));
      await workbench.page.keyboard.press('Control+Z');
      await draft.becomes('no code', (text) => !text.includes('`needless_fetch`'));
      await restore();
    },
  },
  {
    name: 'a quote comes from a post of the forum, and what follows it stays',
    async act(workbench, draft) {
      await copy(workbench, POST);
      await workbench.goTo(await draft.line('# Quote of the Week'));
      await workbench.command('This Week in Rust: Insert Quote from Clipboard');
      await draft.becomes('the quote', (text) => text.includes('> Clapping is fast.'));
      await draft.becomes('the end', (text) => text.endsWith('(REDDIT_LINK_HERE)</small>\n'));
      await workbench.picture('quote');
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+Z');
      await draft.becomes('the placeholder', (text) => text.includes('QOTW goes here'));
    },
  },
  {
    name: 'what a fill left open is told',
    async act(workbench, draft) {
      const { page } = workbench;
      const restore = await change(workbench, draft, '#### Cargo\n', `#### Cargo\n${OPEN_ITEM}\n`);
      await workbench.goTo(await draft.line('[Title]'), 6);
      const told = page.locator('.monaco-hover:visible', { hasText: 'Still to be filled in' }).first();
      for (let attempt = 0; attempt < 5 && (await told.count()) === 0; attempt += 1) {
        await workbench.command('Show or Focus Hover');
        await told.waitFor({ timeout: 2000 }).catch(() => {});
      }
      await told.waitFor();
      await workbench.picture('blanks');
      await page.keyboard.press('Escape');
      await restore();
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

/** Changes the draft as another program would. @returns what puts it back */
async function change(
  workbench: Workbench,
  draft: Draft,
  from: string,
  to: string,
): Promise<() => Promise<void>> {
  const { page } = workbench;
  await draft.saved();
  const before = readFileSync(draft.path, 'utf8');
  const line = to.split('\n').at(-2)!;
  const added = page.locator('.view-line', { hasText: line.slice(3, 9) }).first();
  const write = async (text: string, state: 'visible' | 'detached') => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      writeFileSync(draft.path, text);
      if (state === 'visible') await workbench.goTo(await draft.line(line));
      // Where the machine is slow the editor may still have saved over it.
      const seen = added.waitFor({ state, timeout: 4000 });
      if (await seen.then(() => true).catch(() => false)) return;
    }
    throw new Error(`The draft was changed five times, and “${line}” is not ${state}`);
  };
  await write(before.replace(from, to), 'visible');
  return () => write(before, 'detached');
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
