import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FRONT } from '../helpers/fixture';
import { temporaryFolder, twir } from './twir';

const NAME = '2026-02-25-this-week-in-rust';
const TEXT = `${FRONT}## Jobs\n\n> one\n> two\n`;

const folder = temporaryFolder();
beforeEach(() => void folder.write(`draft/${NAME}.md`, TEXT));

const render = (...words: string[]) => twir('render', ...words);

describe('twir render', () => {
  it('gives the article alone, unless a theme is wanted', async () => {
    const file = path.join(folder.path, 'draft', `${NAME}.md`);
    expect((await render(file)).out).toMatch(/^<h2 id="jobs">/);
    expect((await render('--theme', 'body', file)).out).toBe((await render(file)).out);
  });

  it.each(['site', 'email'])('makes whole documents of a folder.path: %s', async (theme) => {
    const out = path.join(folder.path, 'out');
    expect((await render('--theme', theme, '--out', out, path.join(folder.path, 'draft'))).status).toBe(0);
    expect(readdirSync(out)).toEqual([`${NAME}.html`]);
    const html = readFileSync(path.join(out, `${NAME}.html`), 'utf8');
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(html).toContain('25 FEB 2026');
    expect(html).toMatch(theme === 'email' ? /<h2 id="jobs" style="/ : /<h2 id="jobs">/);
  });

  it('refuses other themes', async () => {
    expect(await render('--theme', 'plain', folder.path)).toMatchObject({ status: 2, out: '' });
  });

  it('overwrites only with --force, and never through a link', async () => {
    const [draft, out] = [path.join(folder.path, 'draft'), path.join(folder.path, 'out')];
    const page = folder.write(`out/${NAME}.html`, 'mine');
    const refused = await render('--out', out, draft);
    expect(refused).toMatchObject({
      status: 2,
      complaints: `${page}: exists already; --force overwrites it\n`,
    });
    expect(readFileSync(page, 'utf8')).toBe('mine');
    expect((await render('--force', '--out', out, draft)).status).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('<h2 id="jobs">');
    const elsewhere = folder.write('elsewhere.txt', 'theirs');
    rmSync(page);
    symlinkSync(elsewhere, page);
    expect(await render('--force', '--out', out, draft)).toMatchObject({
      status: 2,
      complaints: `${page}: is a link\n`,
    });
    expect(readFileSync(elsewhere, 'utf8')).toBe('theirs');
  });

  it('lets no two inputs fall on one name', async () => {
    folder.write(`content/${NAME.toUpperCase()}.md`, TEXT);
    const out = path.join(folder.path, 'out');
    const { status, complaints } = await render(
      '--force',
      '--out',
      out,
      path.join(folder.path, 'draft'),
      path.join(folder.path, 'content'),
    );
    expect(status).toBe(2);
    expect(complaints).toContain(
      `would be written to ${NAME.toUpperCase()}.html, as ${folder.path}/draft/${NAME}.md was`,
    );
    expect(readdirSync(out)).toHaveLength(1);
  });
});
