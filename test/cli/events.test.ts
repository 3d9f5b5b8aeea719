import { readFileSync, writeFileSync } from 'node:fs';
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
      out: expect.stringContaining(`${file}: formatted`),
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
    expect(await twir('format')).toMatchObject({ status: 2, complaints: expect.stringContaining('PATH...') });
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
    expect(complaints).toContain('Expected a date in DTSTART, found “2026-02-30”');
    expect(readFileSync(file, 'utf8')).toContain('* 2026-03-05 | Narvik, NO |');
  });

  it('changes nothing in a dry run, and nothing when the source makes no sense', async () => {
    const file = write(NAME, draft);
    expect((await twir('add-events', '--dry-run', '--from', ICS, file)).out).toContain(
      '9 of 13 events would be added',
    );
    const broken = write('broken.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n');
    expect(await twir('add-events', '--from', broken, file)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining(':2: Expected END:VEVENT'),
    });
    expect(readFileSync(file, 'utf8')).toBe(draft);
  });

  it('says what it needs', async () => {
    const file = write(NAME, draft);
    expect((await twir('add-events', file)).complaints).toContain('expected --from FILE');
    expect((await twir('add-events', '--from', ICS)).complaints).toContain('expected DRAFT');
    expect((await twir('add-events', '--from', ICS, write('notes.md', '# Notes\n'))).complaints).toContain(
      'no newsletter file',
    );
  });
});
