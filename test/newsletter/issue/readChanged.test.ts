import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../../server/src/newsletter/issue/pieceCache';

const URI = 'file:///twir/draft/2026-03-04-this-week-in-rust.md';
const item = (name: string) =>
  `* [A post about ${name}](https://example.com/${name}) with some words after it\n`;
const TEXT = [
  'Title: This Week in Rust 641\nNumber: 641\nDate: 2026-03-04\nCategory: This Week in Rust\n\n',
  'Hello and welcome.\n\n## Updates from Rust Community\n\n<!-- Links go\nhere -->\n\n### Official\n\n',
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(item),
  '\n### Newsletters\n\n* [A letter][letter]\n\n## Crate of the Week\n\nThis week is quiet.\n\n',
  '[letter]: https://example.com/letter\n',
].join('');

/** What is read for a letter typed after a text, and which pieces stay the very pieces that they were. */
function typed(after: string, what = 'x', old = TEXT) {
  const cache = new PieceCache();
  const before = readIssue({ uri: URI, text: old }, cache);
  const at = old.indexOf(after) + after.length;
  expect(at).toBeGreaterThanOrEqual(after.length);
  const { pieces: read } = cache.counts;
  const text = old.slice(0, at) + what + old.slice(at);
  const issue = readIssue({ uri: URI, text }, cache, before);
  const known = new Set(before.pieces.map(({ piece }) => piece));
  const stays = (word: string) => {
    const { piece } = issue.pieces.findLast(({ start }) => start <= text.indexOf(word))!;
    return known.has(piece);
  };
  const fresh = readIssue({ uri: URI, text }, new PieceCache());
  expect(issue.pieces.map(({ context }) => context)).toEqual(fresh.pieces.map(({ context }) => context));
  return { read: cache.counts.pieces - read, stays };
}

describe('what is read after a change', () => {
  it('goes to the end of the line below, wherever lines of other programs end', () => {
    const cache = new PieceCache();
    const text = TEXT.replace('## Crate of the Week', '## Crate\u2028of the\u2029Week');
    const before = readIssue({ uri: URI, text }, cache);
    const changed = text.replace('A letter', 'A longer letter');
    const issue = readIssue({ uri: URI, text: changed }, cache, before);
    const places = (of: typeof issue) => of.pieces.map(({ start, end }) => [start, end]);
    expect(places(issue)).toEqual(places(readIssue({ uri: URI, text: changed }, new PieceCache())));
  });

  it('is the item, not those beside it', () => {
    const { read, stays } = typed('post about four');
    expect(read).toBe(1);
    expect(['post about three', 'post about five', 'A letter'].map(stays)).toEqual([true, true, true]);
  });

  it('is a heading, of which what stands under it is told', () => {
    const { read, stays } = typed('### Official', ' letters');
    expect(read).toBe(1);
    // Under its heading the list is in another section now.
    expect(stays('post about five')).toBe(false);
    expect(['Hello', 'A letter', 'This week is quiet'].map(stays)).toEqual([true, true, true]);
  });

  it('is a heading alone that is still plainly the same', () => {
    const { read, stays } = typed('### Official');
    expect(read).toBe(1);
    expect(['post about five', 'A letter', 'This week is quiet'].map(stays)).toEqual([true, true, true]);
  });

  it('is a heading, of which those above are told that stood for its section until then', () => {
    const text = TEXT.replace('### Official', '### Oficial').replace('### Newsletters', '### Of the week');
    const { stays } = typed('### Of the week', '\n\n### Official', text);
    expect(stays('post about five')).toBe(false);
    expect(stays('This week is quiet')).toBe(true);
  });

  it('is a definition, of which the texts that mention it are told', () => {
    const { read, stays } = typed('https://example.com/letter');
    expect(read).toBe(1);
    expect(stays('A letter')).toBe(false);
    expect(stays('post about five')).toBe(true);
  });

  it('is a label, with which texts that mention it are read otherwise', () => {
    const { stays } = typed('[letter', 's');
    expect(stays('A letter')).toBe(false);
    expect(stays('post about five')).toBe(true);
  });

  it('is a comment alone while it begins and ends where it did', () => {
    expect(typed('Links go').read).toBe(1);
    expect(typed('here').read).toBe(1);
  });

  it('is all around a heading that a comment swallows', () => {
    const { stays } = typed('Hello and welcome.', '\n\n<!-- ');
    expect(stays('A letter')).toBe(false);
  });
});
