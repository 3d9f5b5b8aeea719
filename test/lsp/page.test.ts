import { afterEach, describe, expect, it } from 'vitest';
import { EXPORT, GITHUB, PAGE } from '../../server/src/protocol/page';
import { FRONT } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const TEXT = `${FRONT}## Updates from Rust Community

### Official
This is new:
* [One](https://example.com/1)

## Crate of the Week
<!-- COTW goes here -->
`;

let client: TestClient;
afterEach(() => client.dispose());

const page = (uri: string, known: readonly string[] = []) =>
  client.connection.sendRequest(PAGE, { uri, known });

describe('the page', () => {
  it('comes in pieces, of which known ones are not sent again', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT);
    const first = (await page(uri))!;
    expect(first).toMatchObject({
      title: 'This Week in Rust 640',
      number: 640,
      date: { iso: '2026-02-25', shown: '25 FEB 2026' },
      version: 1,
    });
    expect(first.pieces.map(({ line, html }) => [line, html !== undefined])).toEqual([
      [5, true],
      [7, true],
      [11, true],
    ]);
    const again = (await page(uri, [first.pieces[0]!.key, first.pieces[2]!.key]))!;
    expect(again.pieces.map(({ html }) => html !== undefined)).toEqual([false, true, false]);
    expect(again.contents.map(({ text, line }) => [text, line])).toEqual([
      ['Updates from Rust Community', 5],
      ['Official', 7],
      ['Crate of the Week', 11],
    ]);
  });

  it('has findings, heeds the settings, and shows GitHub’s reading', async () => {
    client = new TestClient(VSCODE);
    client.settings = { rules: { 'section-missing': 'off' } };
    await client.start();
    const uri = await client.open(TEXT);
    const { findings } = (await page(uri))!;
    expect(findings.some(({ rule }) => rule === 'section-missing')).toBe(false);
    const lost = findings.find(({ rule }) => rule === 'list-needs-blank-line')!;
    expect(lost).toMatchObject({ line: 9, severity: 'error', breaks: true });
    expect(await client.connection.sendRequest(GITHUB, { uri, line: lost.line })).toMatch(/<li><a href=/);
  });

  it('can be exported', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(TEXT);
    expect(await client.connection.sendRequest(EXPORT, { uri, theme: 'email' })).toMatch(/^<!doctype html>/);
  });

  it('is none for files that are none of the newsletter', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open('# Notes\n', 'file:///notes/README.md');
    expect(await page(uri)).toBeNull();
    expect(await client.connection.sendRequest(EXPORT, { uri, theme: 'site' })).toBeNull();
    expect(await client.connection.sendRequest(GITHUB, { uri, line: 0 })).toBeNull();
  });
});
