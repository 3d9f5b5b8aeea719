import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, twir } from './twir';

const NAME = '2026-02-25-this-week-in-rust';
const TEXT =
  'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n## Jobs\n\n> one\n> two\n';

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
});
