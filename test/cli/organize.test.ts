import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FRONT, NAME, temporaryFolder, twir } from './twir';

const folder = temporaryFolder();
const { write } = folder;
const entry = (date: string, name: string) =>
  `* ${date} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**${name}**](https://example.com/oslo/${name})\n`;
const draft = (...events: string[]) =>
  `${FRONT}## Upcoming Events\n\n### Europe\n${events.join('')}\n### Oceania\n\n## Jobs\n`;

describe('twir organize', () => {
  it('sorts the events and leaves out past ones', async () => {
    const late = entry('2026-03-11', 'late');
    const early = entry('2026-03-04', 'early');
    const file = write(NAME, draft(late, early, entry('2026-02-01', 'past')));
    expect(await twir('organize', file)).toEqual({
      status: 0,
      out: `${file}: organized, 2 of 3 events kept\n`,
      complaints: '',
    });
    expect(readFileSync(file, 'utf8')).toBe(draft(early, late));
    expect((await twir('organize', file)).out).toBe(`${file}: events are in order\n`);
  });

  it('leaves out empty regions at stage release, also when the configuration says so', async () => {
    const text = draft(entry('2026-03-04', 'early'));
    const file = write(NAME, text);
    await twir('organize', '--stage', 'release', file);
    expect(readFileSync(file, 'utf8')).toBe(text.replace('### Oceania\n\n', ''));
    write(NAME, text);
    write('.twir.json', '{ "stage": "release" }');
    await twir('organize', '--stage', 'draft', file);
    expect(readFileSync(file, 'utf8')).toBe(text);
    await twir('organize', file);
    expect(readFileSync(file, 'utf8')).toBe(text.replace('### Oceania\n\n', ''));
  });

  it('goes on after a file that can’t be read', async () => {
    const late = entry('2026-03-11', 'late');
    const early = entry('2026-03-04', 'early');
    write(NAME, draft(late, early));
    write('2026-02-18-this-week-in-rust.md', new Uint8Array([0xff, 10]));
    const { status, complaints, out } = await twir('organize', folder.path);
    expect(status).toBe(2);
    expect(complaints).toContain('2026-02-18-this-week-in-rust.md:1: not UTF-8');
    expect(out).toContain('organized, 2 of 2 events kept');
  });
});
