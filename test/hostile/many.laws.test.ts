import { describe, expect, it } from 'vitest';
import { importEvents } from '../../server/src/features/import/importEvents';
import { renderPage } from '../../server/src/features/page/page';
import { PageCache } from '../../server/src/features/page/pageCache';
import { PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../server/src/text/edits';
import { lineEdits } from '../../server/src/text/lineEdits';
import { patternText } from './patterns';

const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
const SIZE = 1000 * 1024;
const read = (text: string) => readIssue({ uri: URI, text }, new PieceCache());

/** A megabyte of small parts has more of them than a function takes arguments. */
describe('hundreds of thousands of parts', () => {
  it('are on a page', () => {
    const page = renderPage(read(patternText('code left open', SIZE)), new PageCache());
    const length = page.pieces.reduce((sum, { html }) => sum + html.length, 0);
    expect(length).toBeGreaterThan(SIZE);
  });

  it('are lines that change', () => {
    const old = 'a\n'.repeat(SIZE / 2);
    const now = `x\n${'b\n'.repeat(SIZE / 2)}`;
    expect(applyEdits(old, lineEdits(old, now))).toBe(now);
  });

  it('are items of a list that is imported', () => {
    const issue = read(patternText('events in order', 2000));
    expect(() => importEvents({ issue, text: `[${'1,'.repeat(SIZE / 2 - 1)}1]` })).toThrow(/event/);
  });
});
