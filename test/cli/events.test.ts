import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEvents } from '../../server/src/cli/addEvents';
import { InputError } from '../../server/src/cli/files';
import { format } from '../../server/src/cli/formatFiles';
import { type Terminal, UsageError } from '../../server/src/cli/terminal';

const FRONT = 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const NAME = '2026-02-25-this-week-in-rust.md';
const ICS = fileURLToPath(new URL('../fixtures/import/groups.ics', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'twir-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function run(command: (args: string[], terminal: Terminal) => number, ...args: string[]) {
  const told = { out: '', complaints: '' };
  const terminal: Terminal = {
    color: false,
    today: '2026-02-20',
    write: (text) => {
      told.out += text;
    },
    complain: (message) => {
      told.complaints += `${message}\n`;
    },
    progress: () => {},
  };
  return { status: command(args, terminal), ...told };
}

describe('twir format', () => {
  const bad = `${FRONT}- [A](https://example.com/a)\n`;
  const good = bad.replace('- [', '* [');

  it('formats newsletter files of a folder', () => {
    const file = write(NAME, bad);
    write('notes.md', '- a\n');
    expect(run(format, folder)).toMatchObject({
      status: 0,
      out: expect.stringContaining(`${file}: formatted`),
    });
    expect(readFileSync(file, 'utf8')).toBe(good);
    expect(run(format, folder)).toMatchObject({ status: 0, out: '1 file was in the house style\n' });
  });

  it('changes nothing when it is to check', () => {
    const file = write(NAME, bad);
    expect(run(format, '--check', file).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(bad);
    writeFileSync(file, good);
    expect(run(format, '--check', file).status).toBe(0);
  });

  it('leaves alone what the configuration switches off', () => {
    write('.twir.json', '{ "rules": { "list-bullet-style": "off" } }');
    expect(run(format, '--check', write(NAME, bad)).status).toBe(0);
  });

  it('says what it needs', () => {
    expect(() => run(format)).toThrow(UsageError);
    expect(() => run(format, path.join(folder, 'nowhere'))).toThrow(InputError);
  });
});

describe('twir add-events', () => {
  const draft = `${FRONT}## Upcoming Events\n\n### Europe\n`;

  it('adds what is new, and tells about the rest', () => {
    const file = write(NAME, draft);
    const { status, out, complaints } = run(addEvents, '--from', ICS, file);
    expect(status).toBe(0);
    expect(out).toContain('added      2026-03-12 | Virtual | Online lecture');
    expect(out).toContain('no place   2026-03-14 | ? | Somewhere');
    expect(out).toContain('9 of 13 events added');
    expect(complaints).toContain('Expected a date in DTSTART, found “2026-02-30”');
    expect(readFileSync(file, 'utf8')).toContain('* 2026-03-05 | Narvik, NO |');
  });

  it('changes nothing in a dry run, and nothing when the source makes no sense', () => {
    const file = write(NAME, draft);
    expect(run(addEvents, '--dry-run', '--from', ICS, file).out).toContain('9 of 13 events would be added');
    const broken = write('broken.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n');
    expect(() => run(addEvents, '--from', broken, file)).toThrow(':2: Expected END:VEVENT');
    expect(readFileSync(file, 'utf8')).toBe(draft);
  });

  it('says what it needs', () => {
    const file = write(NAME, draft);
    expect(() => run(addEvents, file)).toThrow(UsageError);
    expect(() => run(addEvents, '--from', ICS)).toThrow(UsageError);
    expect(() => run(addEvents, '--from', ICS, write('notes.md', '# Notes\n'))).toThrow(InputError);
  });
});
