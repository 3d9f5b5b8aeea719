import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FRONT, NAME, temporaryFolder, twir } from './twir';

const ICS = fileURLToPath(new URL('../fixtures/import/groups.ics', import.meta.url));

const folder = temporaryFolder();
const { write } = folder;

describe('twir format', () => {
  const bad = `${FRONT}- [A](https://example.com/a)\n`;
  const good = bad.replace('- [', '* [');

  it('formats newsletter files of a folder', async () => {
    const file = write(NAME, bad);
    write('notes.md', '- a\n');
    expect(await twir('format', folder.path)).toMatchObject({
      status: 0,
      out: `${file}: formatted\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe(good);
    expect(await twir('format', folder.path)).toMatchObject({
      status: 0,
      out: '1 file was in the house style\n',
    });
  });

  it('changes nothing when it is to check', async () => {
    const file = write(NAME, bad);
    expect((await twir('format', '--check', file)).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(bad);
    writeFileSync(file, good);
    expect((await twir('format', '--check', file)).status).toBe(0);
  });

  it('leaves alone what the configuration switches off', async () => {
    write('.twir.json', '{ "rules": { "list-bullet-style": "off" } }');
    expect((await twir('format', '--check', write(NAME, bad))).status).toBe(0);
  });

  it('says what it needs', async () => {
    expect(await twir('format')).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('there is no draft/'),
    });
    expect(await twir('format', path.join(folder.path, 'nowhere'))).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('no such file or folder'),
    });
  });
});

describe('twir add-events', () => {
  const draft = `${FRONT}## Upcoming Events\n\n### Europe\n`;

  it('adds what is new, and tells about the rest', async () => {
    const file = write(NAME, draft);
    const { status, out, complaints } = await twir('add-events', '--from', ICS, file);
    expect(status).toBe(0);
    expect(out).toContain('added      2026-03-12 | Virtual | Online lecture');
    expect(out).toContain('no place   2026-03-14 | ? | Somewhere');
    expect(out).toContain('9 of 13 events added');
    expect(complaints).toContain('“2026-02-30” in DTSTART is not a date');
    expect(readFileSync(file, 'utf8')).toContain('* 2026-03-05 | Narvik, NO |');
  });

  it('says of a place whether it is missing or not understood', async () => {
    const event = { date: '2026-03-04', url: 'https://example.com/e', organizer: 'Rust Narvik' };
    const from = write(
      'places.json',
      JSON.stringify([
        { ...event, name: 'A' },
        { ...event, name: 'B', location: 'Here' },
      ]),
    );
    const { out } = await twir('add-events', '--dry-run', '--from', from, write(NAME, draft));
    expect(out).toContain('| A (the place is missing;');
    expect(out).toContain('| B (place not understood: “Here”;');
  });

  it('changes nothing in a dry run, and nothing when the source makes no sense', async () => {
    const file = write(NAME, draft);
    expect((await twir('add-events', '--dry-run', '--from', ICS, file)).out).toContain(
      '9 of 13 events would be added',
    );
    const broken = write('broken.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n');
    expect(await twir('add-events', '--from', broken, file)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining(':2: END:VEVENT is missing'),
    });
    expect(readFileSync(file, 'utf8')).toBe(draft);
  });

  const calendar = (name: string, day: string, ...more: string[]) =>
    [
      'BEGIN:VCALENDAR',
      'X-WR-CALNAME:Rust Narvik',
      'BEGIN:VEVENT',
      `DTSTART:${day}T180000`,
      `SUMMARY:${name}`,
      'LOCATION:Narvik\\, Norway',
      `URL:https://example.com/${name}`,
      ...more,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');

  it('says where the host of a page stands for a group that nothing names', async () => {
    const file = write(NAME, draft);
    const unnamed = write('one.ics', calendar('one', '20260304').replace('X-WR-CALNAME:Rust Narvik\r\n', ''));
    const { out } = await twir('add-events', '--from', unnamed, file);
    expect(out).toContain('the group’s name is not known: “example.com” stands for it');
  });

  it('reads several files and folders, and names the file in which something is wrong', async () => {
    const file = write(NAME, draft);
    const first = write('first.ics', calendar('one', '20260304'));
    write('more/a.ics', calendar('two', '20260305'));
    write('more/b.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n');
    const { status, out, complaints } = await twir(
      'add-events',
      '--from',
      first,
      '--from',
      path.join(folder.path, 'more'),
      file,
    );
    expect([status, out]).toEqual([0, expect.stringContaining('2 of 2 events added')]);
    expect(complaints).toContain(`${path.join('more', 'b.ics')}:2: END:VEVENT is missing`);
    expect(readFileSync(file, 'utf8')).toContain('[**two**](https://example.com/two)');
  });

  it('reads the calendars that the configuration lists, and tells which are not there', async () => {
    const file = write(`draft/${NAME}`, draft);
    write('calendars/a.ics', calendar('one', '20260304'));
    write('.twir.json', '{ "calendars": ["calendars", "gone.ics"] }');
    const { status, out, complaints } = await twir('add-events', '--from-config', file);
    expect(out).toContain('1 of 1 events added');
    expect([status, complaints]).toEqual([2, expect.stringContaining('gone.ics: no such calendar')]);
  });

  it('adds what is in doubt only when asked to, and tells all times of an event in one line', async () => {
    const file = write(NAME, draft);
    const secret = write('secret.ics', calendar('secret', '20260304', 'CLASS:PRIVATE', 'RRULE:FREQ=WEEKLY'));
    const { out } = await twir('add-events', '--from', secret, file);
    expect(out).toContain(
      'doubtful   2026-03-04 and 3 more | Narvik, NO | secret (The calendar says that the event is private;',
    );
    expect(readFileSync(file, 'utf8')).toBe(draft);
    expect((await twir('add-events', '--doubtful', '--from', secret, file)).out).toContain(
      '4 of 4 events added',
    );
  });

  it('blames the draft, not the calendar, where there is no place for events', async () => {
    const file = write(NAME, FRONT);
    expect((await twir('add-events', '--from', ICS, file)).complaints).toBe(
      `${file}: The issue has no section “Upcoming Events” to add to\n`,
    );
  });

  it('says which folder has no calendar', async () => {
    const empty = path.join(folder.path, 'empty');
    mkdirSync(empty);
    expect(await twir('add-events', '--from', empty, write(NAME, draft))).toMatchObject({
      status: 2,
      complaints: `${empty}: there is no calendar in this folder\n`,
    });
  });

  it('says what it needs', async () => {
    const file = write(NAME, draft);
    expect((await twir('add-events', file)).complaints).toContain('--from FILE or --from-config is missing');
    expect((await twir('add-events', '--from', ICS)).complaints).toContain('DRAFT is missing');
    expect((await twir('add-events', '--from', ICS, write('notes.md', '# Notes\n'))).complaints).toContain(
      'no newsletter file',
    );
  });
});
