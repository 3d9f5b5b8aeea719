import { afterEach, describe, expect, it } from 'vitest';
import { wordsFile } from '../../scripts/words.mjs';
import { TestClient, VSCODE } from '../lsp/client';

const CONFIG = 'file:///twir/.twir.json';
const WORDS = 'file:///installed/dist/words.txt';
const issue = (date: string, title: string) =>
  `Title: This Week in Rust\nNumber: 640\nDate: ${date}\nCategory: This Week in Rust\n\n` +
  `## Updates from Rust Community\n\n### Official\n* [${title}](https://example.com/${date})\n`;
const DRAFT = issue('2026-02-25', 'A userful letter');

let client: TestClient;
afterEach(() => client.dispose());

async function start(
  config: string,
  words = wordsFile(['letter']),
  published = 'Something useful',
): Promise<TestClient> {
  client = new TestClient(VSCODE);
  client.files.set(CONFIG, config);
  client.files.set(WORDS, words);
  for (let day = 1; day <= 8; day += 1) {
    const date = `2026-01-0${day}`;
    client.files.set(`file:///twir/content/${date}-this-week-in-rust.md`, issue(date, published));
  }
  return client.start({ files: true, words: WORDS });
}

describe('typing mistakes', () => {
  it('are told once the dictionary has been read, and can be said to be right', async () => {
    await start('{}');
    const uri = await client.open(DRAFT);
    await client.rules(uri);
    await client.refreshes(1);
    expect(await client.rules(uri)).toContain('word-mistyped');
    await client.open('{}', CONFIG);
    const at = client.positionOf(uri, 'userful', 1);
    const actions = await client.actions(uri, { start: at, end: at }, ['quickfix']);
    expect(actions.map(({ title }) => title)).toContain('Write “useful”');
    await client.apply(actions.find(({ title }) => title === 'Add “userful” to the words in .twir.json')!);
    expect(JSON.parse(client.text(CONFIG))).toEqual({ words: ['userful'] });
    expect(await client.rules(uri)).not.toContain('word-mistyped');
  });

  it('are none of the words of the checkout', async () => {
    await start('{ "words": ["Userful"] }');
    const uri = await client.open(DRAFT);
    await client.rules(uri);
    await client.refreshes(1);
    expect(await client.rules(uri)).not.toContain('word-mistyped');
  });

  it.each([
    ['Francesco', false],
    ['Francisca', false],
    ['Franncisco', true],
  ])('in names are told only where no other name is meant: %s, %s', async (name, told) => {
    await start('{}', wordsFile(['letter']), 'Rust in San Francisco');
    const uri = await client.open(issue('2026-02-25', `Rust in ${name}`));
    await client.rules(uri);
    await client.refreshes(1);
    expect((await client.rules(uri)).includes('word-mistyped')).toBe(told);
  });

  it('are not told without a dictionary', async () => {
    await start('{}', 'no dictionary');
    const uri = await client.open(DRAFT);
    await client.rules(uri);
    await client.refreshes(1);
    expect(await client.rules(uri)).not.toContain('word-mistyped');
  });

  it.each([
    ['{ "words": 3 }', 'This is not a list of words'],
    ['{ "words": [3] }', 'This is not a word'],
  ])('complain about %s', async (config, message) => {
    await start(config);
    await client.rules(await client.open(DRAFT));
    const { diagnostics } = await client.pushed(({ uri }) => uri === CONFIG);
    expect(diagnostics).toMatchObject([{ message }]);
  });
});
