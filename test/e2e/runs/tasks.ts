import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { BrowserVSCode } from '../vscode/code-server';
import { Keys } from './keys';
import type { RunResult } from './result';
import { Draft } from './ui';
import { copy, type WeekContext } from './wholeWeek';
import { type Action, inWindow } from './window';

/** Something that is done to a draft every week, and how. */
interface Task {
  readonly title: string;
  /** What has been copied elsewhere before. */
  readonly copied: string;
  own(keys: Keys): Promise<void>;
  /** Whether the draft has it. */
  done(text: string): boolean;
}

const PAPER = 'https://example.com/proof-of-nothing';
const THREAD = 'https://www.reddit.com/r/rust/comments/1sample/this_week_in_rust_679/';
const JOBS =
  'https://www.reddit.com/r/rust/comments/1sample/official_rrust_whos_hiring_thread_for_jobseekers/';
const CALENDAR = `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Oslo:20261216T180000\nSUMMARY:A quiet evening of macros\nLOCATION:Oslo, Norway\nURL:https://example.org/rust-oslo/macros\nORGANIZER;CN=Rust Oslo:mailto:oslo@example.org\nEND:VEVENT\nEND:VCALENDAR\n`;
const CRATE = 'https://crates.io/crates/clapper';
const TOPIC = 'https://users.rust-lang.org/t/crate-of-the-week/2704';

/** Finds a text and has it selected. */
async function find(keys: Keys, text: string): Promise<void> {
  await keys.open('Control+F', '.find-widget.visible');
  await keys.type(text);
  await keys.press('Enter', 'Escape');
}

const TASKS: readonly Task[] = [
  {
    title: 'Add a link under Research, whose address is in the clipboard',
    copied: PAPER,
    async own(keys) {
      await keys.heading('Research', 'rese');
      await keys.press('Control+K', 'Control+V');
      // The tab stop of the title is selected a moment after the item is there.
      await keys.workbench.page.locator('.statusbar-item', { hasText: '(5 selected)' }).waitFor();
      await keys.type('A proof of nothing');
      await keys.press('Escape');
    },
    done: (text) => text.includes(`* [A proof of nothing](${PAPER})\n`),
  },
  {
    title: 'Add two links with their titles from the clipboard',
    copied: `A proof of nothing\n${PAPER}\n\nA proof of more\n${PAPER}/2`,
    async own(keys) {
      await keys.heading('Research', 'rese');
      await keys.press('Control+K', 'Control+V', 'Escape');
    },
    done: (text) => text.includes(`* [A proof of nothing](${PAPER})\n* [A proof of more](${PAPER}/2)\n`),
  },
  {
    title: 'Take the tracking parameters off a link',
    copied: '',
    async own(keys) {
      await find(keys, '?utm');
      await keys.take(/utm|tracking/i);
    },
    done: (text) => text.includes('(https://example.com/servo/november)'),
  },
  {
    title: 'Take out past events, and sort the others',
    copied: '',
    async own(keys) {
      await keys.press('Shift+Alt+O');
    },
    done: (text) =>
      !text.includes('* 2026-11-18') &&
      !text.includes('* 2026-11-24') &&
      text.indexOf('Rust Nuremberg') < text.indexOf('Seattle Rust'),
  },
  {
    title: 'Set the crate of the week from a post of the forum',
    copied: `[quote="mina, post:1500, topic:2704"]\nI suggest [clapper](${CRATE}), a crate to clap.\n[/quote]`,
    async own(keys) {
      await keys.command('insert crate', 'Insert Crate from Clipboard');
    },
    done: (text) =>
      text.includes(
        `[clapper](${CRATE}), a crate to clap.\n\nThanks to [mina](${TOPIC}/1500) for the suggestion!`,
      ),
  },
  {
    title: 'Set the quote of the week from a post of the forum',
    copied: `[quote="mina, post:1900, topic:328"]\n> Clapping is fast.\n\n— Otto on rust-users\n\nhttps://users.rust-lang.org/t/on-clapping/777/4\n[/quote]`,
    async own(keys) {
      await keys.command('insert quote', 'Insert Quote from Clipboard');
    },
    done: (text) => /> Clapping is fast\.\n\n– \[Otto on rust-users\]\(.*\)\n\nThanks to \[mina\]/.test(text),
  },
  {
    title: 'Fill in the performance report from the clipboard',
    copied: '# 2026-11-23 Triage Log\n\nA week of small steps.\n\n#### Regressions\n\nNone.\n',
    async own(keys) {
      await keys.command('fill clip', 'Fill Sections from Clipboard');
      await keys.accept('Fill from the clipboard', /Fill \d+ section/);
    },
    done: (text) =>
      /A week of small steps\.\n+\[Full report here\]/.test(text) && !text.includes('Triage Log'),
  },
  {
    title: 'Add an event that a calendar has',
    copied: CALENDAR,
    async own(keys) {
      await keys.command('events clip', 'Add Events from Clipboard');
      await keys.accept('Add events from the clipboard', /2026-12-16/);
    },
    done: (text) => text.includes('* 2026-12-16 | Oslo, NO | [Rust Oslo]') && text.includes('of macros**]('),
  },
  {
    title: 'Link the discussion, whose address was shared from an app',
    copied: `${THREAD}?share_id=sample`,
    async own(keys) {
      await keys.command('reddit', 'Set Reddit Link from Clipboard');
    },
    done: (text) => text.includes(`(${THREAD})`),
  },
  {
    title: 'Link this month’s thread about jobs',
    copied: JOBS,
    async own(keys) {
      await find(keys, 'INSERT_');
      await keys.take(/thread|link/i);
    },
    done: (text) => text.includes(`(${JOBS})`),
  },
];

/** Does everyday tasks by keyboard, and counts keys. */
export async function everydayTasks(
  vscode: BrowserVSCode,
  browser: Browser,
  context: WeekContext,
): Promise<RunResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'twir-keys-'));
  try {
    const folder = join(temporary, 'this-week-in-rust');
    cpSync(join(context.root, 'docs/sample'), folder, { recursive: true });
    const file = join(folder, 'draft/2026-11-25-this-week-in-rust.md');
    const sample = readFileSync(file, 'utf8');
    const read = () => readFileSync(file, 'utf8');
    const draft = new Draft(file);
    const actions = TASKS.map(
      (task): Action => ({
        name: task.title,
        async act(workbench) {
          await workbench.ready();
          const { page } = workbench;
          // What could not be undone is written beside the editor, which saves nothing any more.
          if (read() !== sample) writeFileSync(file, sample);
          await draft.saved();
          await page.locator('.statusbar-item', { hasText: /TWiR \d+ · / }).waitFor({ timeout: 60_000 });
          await workbench.goTo(1);
          await page.locator('.view-line', { hasText: 'Title: This Week' }).first().waitFor();
          await copy(workbench, task.copied);
          const keys = new Keys(workbench);
          await task.own(keys);
          await draft.becomes(task.title, task.done);
          const taken = keys.taken();
          for (let n = 0; n < 12 && read() !== sample; n += 1) {
            await page.keyboard.press('Escape');
            await page.keyboard.press('Control+Z');
            // Longer than it takes until saving begins.
            await new Promise((done) => setTimeout(done, 250));
            await draft.saved();
          }
          return { task: { title: task.title, keys: taken } };
        },
      }),
    );
    const options = { ...context, install: [context.vsix], folder, file, clock: '2026-11-25T12:00:00Z' };
    return { outcomes: await inWindow(vscode, browser, options, actions) };
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}
