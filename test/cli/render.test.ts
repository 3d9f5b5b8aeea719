import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../server/src/cli/render';
import { type Terminal, UsageError } from '../../server/src/cli/terminal';

const NAME = '2026-02-25-this-week-in-rust';
const TEXT =
  'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n## Jobs\n\n> one\n> two\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'twir-'));
  mkdirSync(path.join(folder, 'draft'));
  writeFileSync(path.join(folder, 'draft', `${NAME}.md`), TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function twir(...args: string[]) {
  let out = '';
  const terminal: Terminal = {
    color: false,
    today: '2026-02-20',
    write: (text) => {
      out += text;
    },
    complain: () => {},
    progress: () => {},
  };
  return { status: render(args, terminal), out };
}

describe('twir render', () => {
  it('gives the article alone, unless a theme is wanted', () => {
    const file = path.join(folder, 'draft', `${NAME}.md`);
    expect(twir(file).out).toMatch(/^<h2 id="jobs">/);
    expect(twir('--theme', 'body', file).out).toBe(twir(file).out);
  });

  it.each(['site', 'email'])('makes whole documents of a folder: %s', (theme) => {
    const out = path.join(folder, 'out');
    expect(twir('--theme', theme, '--out', out, path.join(folder, 'draft')).status).toBe(0);
    expect(readdirSync(out)).toEqual([`${NAME}.html`]);
    const html = readFileSync(path.join(out, `${NAME}.html`), 'utf8');
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(html).toContain('25 FEB 2026');
    expect(html).toMatch(theme === 'email' ? /<h2 id="jobs" style="/ : /<h2 id="jobs">/);
  });

  it('refuses other themes', () => {
    expect(() => twir('--theme', 'plain', folder)).toThrow(UsageError);
  });
});
