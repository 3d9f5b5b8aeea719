import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, twir } from './twir';

const TEMPLATE = `Title: This Week in Rust $twir_issue_number
Number: $twir_issue_number
Date: $twir_issue_date
Category: This Week in Rust

## Upcoming Events

Rusty Events between $twir_issue_date - $twir_events_end_date 🦀

$twir_events_list

If you are running a Rust event please add it to the calendar.
`;
const entry = (date: string, name: string) =>
  `* ${date} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**${name}**](https://example.com/oslo/${name})\n`;
const PREVIOUS = TEMPLATE.replaceAll('$twir_issue_number', '639')
  .replaceAll('$twir_issue_date', '2026-02-18')
  .replace('$twir_events_end_date', '2026-03-18')
  .replace('$twir_events_list', `### Europe\n${entry('2026-02-20', 'past')}${entry('2026-03-04', 'next')}`);
const NAME = '2026-02-25-this-week-in-rust.md';
const PREVIOUS_NAME = '2026-02-18-this-week-in-rust.md';

const folder = temporaryFolder();
const here = process.cwd();
beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(here));
const draft = (name = `draft/${NAME}`) => readFileSync(path.join(folder.path, name), 'utf8');

describe('twir new-draft', () => {
  it('makes the next draft with the events of the issue before', async () => {
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    folder.write(`content/${PREVIOUS_NAME}`, PREVIOUS);
    expect(await twir('new-draft')).toEqual({
      status: 0,
      out: `draft/${NAME}: issue 640, 1 event carried over, 1 past one left out\n`,
      complaints: '',
    });
    expect(draft()).toContain('Rusty Events between 2026-02-25 - 2026-03-25');
    expect(draft()).toContain(entry('2026-03-04', 'next'));
    expect(draft()).not.toContain('**past**');
  });

  it('prefers what is still a draft, and writes what the creator writes when asked', async () => {
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    folder.write(`content/${PREVIOUS_NAME}`, PREVIOUS);
    folder.write(`draft/${PREVIOUS_NAME}`, PREVIOUS.replace('**next**', '**newer**'));
    const { out } = await twir('new-draft', '--keep-past', '--out', '-');
    expect(out).toContain('**past**');
    expect(out).toContain('**newer**');
    expect(existsSync(`draft/${NAME}`)).toBe(false);
    const archived = await twir('new-draft', '--archive', 'content', '--out', '-');
    expect(archived.out).toContain('**next**');
  });

  it('finds the checkout from a folder below it', async () => {
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    folder.write(`content/${PREVIOUS_NAME}`, PREVIOUS);
    process.chdir('content');
    const { status, out } = await twir('new-draft');
    expect(status).toBe(0);
    expect(out).toContain('1 event carried over');
    expect(draft()).toContain(entry('2026-03-04', 'next'));
  });

  it('says where it looked, also in the current folder', async () => {
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    process.chdir('draft');
    const { complaints } = await twir('new-draft', '--out', '-');
    expect(complaints).toMatch(/^no issue of the week before in \. or \S+content: /);
  });

  it('never overwrites', async () => {
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    folder.write(`draft/${NAME}`, 'mine');
    expect(await twir('new-draft')).toEqual({
      status: 2,
      out: '',
      complaints: `draft/${NAME} exists already\n`,
    });
    expect(draft()).toBe('mine');
  });

  it('makes the folder, takes another template and date, and says that there are no events', async () => {
    folder.write('other', TEMPLATE);
    const words = ['--template', 'other', '--date', '2026-03-04', '--out', 'new/folder'];
    const { status, complaints } = await twir('new-draft', ...words);
    expect(status).toBe(0);
    expect(complaints).toContain('the draft starts without events');
    expect(draft('new/folder/2026-03-04-this-week-in-rust.md')).toContain('This Week in Rust 641');
  });

  it.each([
    [[], 'draft/DRAFT_TEMPLATE: no such template; name one with --template FILE'],
    [['--template', 'other', '--date', '2026-02-26'], '2026-02-26 is not a Wednesday'],
    [['--template', 'other', '--date', 'today'], '“today” is not a date like 2026-02-25'],
    [['--template', 'broken'], 'The template has an unknown variable $nonsense'],
    [['--template', 'binary'], 'binary:1: not UTF-8'],
    [['--template', 'other', '--archive', 'nowhere'], '--archive nowhere: no such folder'],
    [['--template', 'other', '--out', 'broken'], 'broken: is no folder'],
    [['draft'], 'unexpected “draft”'],
  ])('says what is wrong: %j', async (words, complaint) => {
    folder.write('other', TEMPLATE);
    folder.write('broken', `${TEMPLATE}$nonsense`);
    folder.write('binary', new Uint8Array([0xff]));
    const { status, complaints } = await twir('new-draft', ...words);
    expect(status).toBe(2);
    expect(complaints).toContain(complaint);
  });
});
