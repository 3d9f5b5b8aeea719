import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect, until, type WeekStep } from '../suite/runner';
import type { BrowserVSCode } from '../vscode/code-server';
import { Keys } from './keys';
import type { RunResult } from './result';
import type { WeekSources } from './weekSources';
import { type Action, inWindow } from './window';
import type { Workbench } from './workbench';

export interface WeekContext {
  readonly run: string;
  readonly root: string;
  readonly vsix: string;
  readonly evidence: string;
}

/** A part of the week: which command does it, and how. */
interface Part {
  readonly what: string;
  readonly command: string;
  /** Does it by keyboard, and waits until the file tells that it is done. */
  work(keys: Keys): Promise<void>;
}

/**
 * A week from the template to the published file, by keyboard. Each step tells its keys, and what a release check finds
 * after it.
 */
export async function wholeWeek(
  vscode: BrowserVSCode,
  browser: Browser,
  context: WeekContext,
  sources: WeekSources,
): Promise<RunResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'twir-week-'));
  try {
    sources.prepare(temporary);
    const folder = join(temporary, 'this-week-in-rust');
    const name = `${sources.date}-this-week-in-rust.md`;
    const files = { draft: join(folder, 'draft', name), content: join(folder, 'content', name) };
    const cli = join(context.root, 'dist/cli.js');
    // The day on which the draft of that week is made.
    const clock = new Date(Date.parse(sources.date) - 6 * 86_400_000 + 43_200_000).toISOString();
    const actions = partsOf(sources, files).map(
      ({ what, command, work }): Action => ({
        name: what,
        async act(workbench) {
          const keys = new Keys(workbench);
          await work(keys);
          const left = leftIn(cli, existsSync(files.content) ? files.content : files.draft);
          return { week: { of: sources.title, what, command, keys: keys.taken(), left } };
        },
      }),
    );
    const options = { ...context, install: [context.vsix], folder, clock };
    const outcomes = await inWindow(vscode, browser, options, [
      {
        name: 'the window opens',
        async act({ page }) {
          await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
          await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'draft' }).waitFor();
          return undefined;
        },
      },
      ...actions,
    ]);
    return { outcomes };
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

function partsOf(sources: WeekSources, files: { draft: string; content: string }): Part[] {
  const read = () => (existsSync(files.draft) ? readFileSync(files.draft, 'utf8') : '');
  // A file that is just being saved can be empty for a moment, which is a change as well.
  const becomes = (what: string, holds: (text: string) => boolean) =>
    until(what, () => {
      const text = read();
      return text !== '' && holds(text);
    });
  const fill = (what: string, text: string): Part => ({
    what,
    command: 'Fill Sections from Clipboard…',
    async work(keys) {
      const before = read();
      await copy(keys.workbench, text);
      await keys.command('fill clip', 'Fill Sections from Clipboard');
      await keys.accept('Fill from the clipboard', /Fill \d+ section/);
      await becomes(what, (now) => now !== before);
    },
  });
  const clip = (kind: 'Crate' | 'Quote', text: string, placeholder: string): Part => ({
    what: `the ${kind.toLowerCase()} of the week`,
    command: `Insert ${kind} from Clipboard`,
    async work(keys) {
      await copy(keys.workbench, text);
      await keys.command(`insert ${kind.toLowerCase()}`, `Insert ${kind} from Clipboard`);
      await becomes(kind, (now) => !now.includes(placeholder));
    },
  });
  const choose = (
    what: string,
    heading: string,
    letters: string,
    line: string,
    title: string,
    gone: string,
    typed = '',
  ): Part => ({
    what,
    command: `Quick Fix: ${title}`,
    async work(keys) {
      const lines = read().split('\n');
      const from = lines.findIndex(
        (each) => each.startsWith(`## ${heading}`) || each.startsWith(`### ${heading}`),
      );
      const down = lines.slice(from).findIndex((each) => each.includes(line));
      await keys.quickFix(heading, letters, down, new RegExp(`${title}$`));
      await becomes(title, (text) => !text.includes(gone));
      if (typed) {
        await keys.type(typed);
        await becomes(typed, (text) => text.includes(typed));
      }
      await keys.press('Escape');
    },
  });
  return [
    {
      what: 'the draft',
      command: 'New Draft',
      async work(keys) {
        await keys.command('new draft', 'This Week in Rust: New Draft');
        await becomes('a draft', (text) => text.includes(`Date: ${sources.date}`));
        await keys.workbench.ready();
        await keys.workbench.page.locator('.statusbar-item', { hasText: /TWiR \d+ · / }).waitFor();
      },
    },
    ...(sources.crate ? [clip('Crate', sources.crate, 'COTW goes here')] : []),
    ...sources.links.map(
      ({ heading, text }): Part => ({
        what: `links under ${heading}`,
        command: 'Paste as Link Items',
        async work(keys) {
          await copy(keys.workbench, text);
          await keys.heading(heading, heading.slice(0, 5));
          await keys.press('Control+K', 'Control+V');
          const address = /https:[^\s?]+/.exec(text)![0];
          await becomes(address, (now) => now.includes(`](${address})`));
          await keys.press('Escape');
        },
      }),
    ),
    ...sources.clipboards.map(({ what, text }) => fill(what, text)),
    {
      what: 'the performance report',
      command: 'Fill Performance Triage from Checkout…',
      async work(keys) {
        await keys.command('fill perf', 'Fill Performance Triage from Checkout');
        await keys.accept(/^Fill from|Fill from/, /Fill \d+ section/);
        await becomes('the report', (text) => text.includes('[Full report here]'));
      },
    },
    choose(
      'the count of merged pull requests',
      'Updates from the Rust Project',
      'from the rust',
      'Rust updates go here',
      'Insert the count of merged pull requests',
      'Rust updates go here',
      '412',
    ),
    {
      what: 'merged pull requests',
      command: 'Insert Merged Pull Requests…',
      async work(keys) {
        const before = read();
        await keys.command('merged pull', 'Insert Merged Pull Requests');
        await keys.accept('Insert merged pull requests', /#?\d{4}/);
        await becomes('pull requests', (text) => text !== before && text.includes('#### Cargo'));
      },
    },
    sources.events === undefined
      ? {
          what: 'events of the calendars',
          command: 'Add Events from All Calendars…',
          async work(keys) {
            await keys.command('all calen', 'Add Events from All Calendars');
            await becomes('the events', (text) => text.includes('A quiet evening of macros'));
          },
        }
      : {
          what: 'events of the week',
          command: 'Add Events from Clipboard…',
          async work(keys) {
            const before = read();
            await copy(keys.workbench, sources.events!);
            await keys.command('events clip', 'Add Events from Clipboard');
            await keys.accept('Add events from the clipboard', /\d{4}-\d\d-\d\d/);
            await becomes('events', (text) => text !== before);
          },
        },
    ...(sources.participation
      ? []
      : [
          choose(
            'no projects',
            'CFP - Projects',
            'cfp - pr',
            'format: * [project',
            'No calls for participation this week',
            'format: * [project',
          ),
          choose(
            'no events that look for speakers',
            'CFP - Events',
            'cfp - ev',
            '[**event name**]',
            'No calls for papers or presentations this week',
            '[**event name**]',
          ),
        ]),
    ...(sources.quote ? [clip('Quote', sources.quote, 'QOTW goes here')] : []),
    {
      what: 'what has one right answer',
      command: 'Fix All Auto-Fixable Problems',
      async work(keys) {
        const before = read();
        await keys.command('fix all auto', 'Fix All Auto-Fixable Problems');
        await becomes('something mended', (text) => text !== before);
      },
    },
    {
      what: 'publication',
      command: 'Prepare Publication…',
      async work(keys) {
        await keys.command('prepare pub', 'Prepare Publication');
        await keys.accept('what is left to do');
        const moved = () => existsSync(files.content) && !existsSync(files.draft);
        await until('the issue in content/', moved, 45_000);
        await keys.workbench.page
          .locator('.tab.active', { hasText: `${sources.date}-this-week-in-rust.md` })
          .waitFor();
        // Only now is the commit message in the clipboard.
        await keys.workbench.message(/is in content\//);
        await keys.workbench.dismissMessages();
      },
    },
    {
      what: 'the link to the discussion',
      command: 'Set Reddit Link from Clipboard',
      async work(keys) {
        const number = /^Number: (\d+)/m.exec(readFileSync(files.content, 'utf8'))![1];
        const address = `https://www.reddit.com/r/rust/comments/1sample/this_week_in_rust_${number}/`;
        await copy(keys.workbench, `${address}?share_id=sample`);
        await keys.command('reddit', 'Set Reddit Link from Clipboard');
        await until('the link', () => readFileSync(files.content, 'utf8').includes(`(${address})`));
      },
    },
    {
      what: 'the announcement',
      command: 'Copy Announcement…',
      async work(keys) {
        const { page } = keys.workbench;
        await copy(keys.workbench, 'nothing');
        await keys.command('copy ann', 'Copy Announcement');
        await keys.focused('r/rust').waitFor();
        await keys.type('blue');
        await keys.accept('Bluesky', 'Bluesky');
        await until('a text to post', async () =>
          (await page.evaluate(() => navigator.clipboard.readText())).includes('this-week-in-rust.org'),
        );
      },
    },
  ];
}

function leftIn(cli: string, file: string): WeekStep['left'] {
  const words = [
    cli,
    'check',
    '--no-cache',
    '--stage',
    'release',
    '--role',
    'editor',
    '--format',
    'json',
    file,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(stdout.startsWith('{'), stderr);
  const found: { severity: string }[] = JSON.parse(stdout).files.flatMap(
    ({ diagnostics }: { diagnostics: [] }) => diagnostics,
  );
  const count = (severity: string) => found.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') + count('hint') };
}

/** Puts a text into the clipboard, as somebody who copied it elsewhere. */
export async function copy({ page }: Workbench, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await until(
    'the clipboard',
    async () => (await page.evaluate(() => navigator.clipboard.readText())) === text,
  );
}
