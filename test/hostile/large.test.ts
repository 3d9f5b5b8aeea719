import { describe, expect, it } from 'vitest';
import { createEngine } from '../../server/src/engine';
import { FRONT, NAME, temporaryFolder, twir } from '../cli/twir';
import { TestClient, VSCODE } from '../lsp/client';

const DRAFT = `file:///twir/draft/${NAME}`;
/** Something to find, fix, format and put in order on every line. */
const LINE = '* 2026-03-04 | Virtual | [Group](http://example.com/?utm_source=x)  \n';
const MEGABYTE = 1024 * 1024;
const text = (length: number) => `${FRONT}${LINE.repeat(Math.ceil(length / LINE.length))}`.slice(0, length);
const LARGE = text(10 * MEGABYTE);
const SAYS = /^This file has 10\.0 MB, and only files of up to 1 MB are read\./;
const RANGE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe('a file of 10 MB', () => {
  const folder = temporaryFolder();

  it('is one finding on the command line', async () => {
    const file = folder.write(`draft/${NAME}`, LARGE);
    const { status, out } = await twir('check', '--format', 'json', file);
    expect(status).toBe(0);
    const { files } = JSON.parse(out);
    expect(files[0].diagnostics).toEqual([
      expect.objectContaining({
        rule: 'file-size',
        severity: 'info',
        line: 1,
        column: 1,
        message: expect.stringMatching(SAYS),
        url: expect.stringMatching(/editing\.md#large-files$/),
      }),
    ]);
    const fixed = await twir('check', '--fix', file);
    expect(fixed.status).toBe(0);
    expect(fixed.out).toContain('file-size');
  });

  it.each([['format', '--check'], ['organize', '--dry-run'], ['render', '--theme', 'site'], ['render']])(
    'is told of and left alone by twir %s %s',
    async (...words) => {
      const file = folder.write(`draft/${NAME}`, LARGE);
      const { status, out, complaints } = await twir(...words, file);
      expect(status).toBe(2);
      expect(complaints).toContain(`${NAME}: This file has 10.0 MB`);
      expect(out.length).toBeLessThan(100);
    },
  );

  it('is one finding in an editor, and gets no edit', async () => {
    const client = await new TestClient(VSCODE).start();
    const uri = await client.open(LARGE, DRAFT);
    const report = await client.pull(uri);
    expect('items' in report && report.items).toEqual([
      expect.objectContaining({
        code: 'file-size',
        severity: 3,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        message: expect.stringMatching(SAYS),
      }),
    ]);
    const textDocument = { uri };
    const position = { line: 7, character: 4 };
    const ask = (method: string, more = {}) =>
      client.connection.sendRequest(method, { textDocument, ...more });
    expect(await client.actions(uri, RANGE)).toEqual([]);
    expect(await ask('textDocument/formatting', { options: { tabSize: 4, insertSpaces: true } })).toEqual([]);
    expect(await ask('textDocument/completion', { position })).toEqual([]);
    expect(await ask('textDocument/hover', { position })).toBeNull();
    expect(await ask('textDocument/documentSymbol')).toEqual([]);
    expect(await ask('textDocument/foldingRange')).toEqual([]);
    expect(await client.connection.sendRequest('twir/page', { uri, known: [] })).toBeNull();
    expect(await client.connection.sendRequest('twir/inBulk', { uri, kind: 'fixAll' })).toBeNull();
    expect(client.logged).toEqual([]);
    client.dispose();
  });

  it('is read again once it is small enough', async () => {
    const client = await new TestClient(VSCODE).start();
    const uri = await client.open(text(MEGABYTE + 1), DRAFT);
    expect(await client.rules(uri)).toEqual(['file-size']);
    await client.edit(uri, client.everything(uri), `${FRONT}One. \n`);
    expect(await client.rules(uri)).toContain('whitespace');
    client.dispose();
  });
});

describe('a large file beside a draft', () => {
  const LISTED = `/twir/content/2026-02-18-this-week-in-rust.md`;
  const engineWith = (files: Readonly<Record<string, string>>, told: string[] = []) =>
    createEngine({
      clock: { today: () => '2026-02-20' },
      log: () => {},
      misconfigured: (_, __, problems) => told.push(...problems.map(({ message }) => message)),
      files: {
        list: async (folder) =>
          Object.keys(files).flatMap((file) =>
            `file://${file}`.startsWith(`${folder}/`) ? [file.slice(file.lastIndexOf('/') + 1)] : [],
          ),
        read: async (uri) => files[uri.replace('file://', '')],
      },
    });

  it('is no earlier issue', async () => {
    const engine = engineWith({ [LISTED]: text(2 * MEGABYTE) });
    await engine.ready(DRAFT);
    expect(engine.recent(8)).toEqual([]);
    const small = engineWith({ [LISTED]: text(2000) });
    await small.ready(DRAFT);
    expect(small.recent(8)).toHaveLength(1);
  });

  it('is no configuration, and is told of', async () => {
    const told: string[] = [];
    const config = (ignore: string) => `{"stage": "release", "ignore": [], "checkouts": ["${ignore}"]}`;
    const engine = engineWith({ '/twir/.twir.json': config('x'.repeat(2 * MEGABYTE)) }, told);
    expect((await engine.options(DRAFT)).stage).toBe('draft');
    expect(told).toEqual(['Larger than 1 MB: the file is left out']);
    expect((await engineWith({ '/twir/.twir.json': config('x') }).options(DRAFT)).stage).toBe('release');
  });
});
