import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../server/src/features/page/page';
import { PageCache } from '../../../server/src/features/page/pageCache';
import { PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI } from '../../helpers/fixture';
import { htmlOfPieces, wholePage } from '../../helpers/page';

/** Counts the items that are made, but for the first of a list, which is made with its heading. */
class Counting extends PageCache {
  made = 0;

  override itemsOf(...[key, targets, make]: Parameters<PageCache['itemsOf']>): string {
    return super.itemsOf(key, targets, () => {
      this.made += 1;
      return make();
    });
  }
}

const listOf = (items: readonly string[]) => `## Updates\n\n${items.join('')}\n## More\n`;
const ITEMS = Array.from({ length: 12 }, (_, n) => `* [Post ${n}](https://example.com/${n}) and [this][x]\n`);
const DEFINITION = '\n[x]: https://example.com/x "X"\n';

const reader = () => {
  const pieces = new PieceCache();
  return (text: string) => readIssue({ uri: DRAFT_URI, text }, pieces);
};
const changed = (item: string) => ITEMS.with(5, item);

describe('items of a long list', () => {
  it.each([
    ['another title', '* [Another](https://example.com/5)\n'],
    ['an empty line above', `\n${ITEMS[5]}`],
    ['an empty line below', `${ITEMS[5]}\n`],
    ['a list of its own', `${ITEMS[5]}    * One\n    * [Two][x]\n`],
    ['a loose list of its own', `${ITEMS[5]}    * One\n\n    * Two\n`],
    ['a second paragraph', `${ITEMS[5]}\n    More.\n`],
    ['a line that goes on', `${ITEMS[5]}and on\n`],
    ['attributes', '* Post {: .wide}\n'],
    ['a placeholder', '* <!-- Write something here -->\n'],
    ['an element', '* <b>Post\n'],
    ['a heading', '* # Updates\n'],
    ['a quote', '* > Post\n'],
    ['code', '* `a` and\n\n        b\n'],
    ['a footnote', '* Post[^1] and [^1]\n\n[^1]: Note.\n'],
    ['an abbreviation', '* Post 5\n\n*[Post]: Something\n'],
    ['a definition', '* Post\n\n[x]: https://example.com/y\n'],
    ['another bullet', '- Post\n'],
    ['a number', '1. Post\n'],
    ['no bullet', 'Post\n'],
    ['nothing', ''],
    ['a heading at the margin', '## Post\n'],
  ])('are as they are in the whole page with %s', (_, item) => {
    const cache = new PageCache();
    const read = reader();
    for (const items of [ITEMS, changed(item), ITEMS, [...changed(item), ...ITEMS]]) {
      const issue = read(`${listOf(items)}${DEFINITION}`);
      expect(htmlOfPieces(renderPage(issue, cache).pieces)).toBe(wholePage(issue));
    }
  });

  it('are made alone', () => {
    const cache = new Counting();
    const read = reader();
    renderPage(read(listOf(ITEMS)), cache);
    expect(cache.made).toBe(ITEMS.length - 1);
    renderPage(read(listOf(changed('* Another\n'))), cache);
    expect(cache.made).toBe(ITEMS.length);
  });

  it('stay below a heading that has another id', () => {
    const cache = new Counting();
    const read = reader();
    renderPage(read(listOf(ITEMS)), cache);
    const issue = read(`## Updates\n\nFirst.\n\n${listOf(ITEMS)}`);
    expect(htmlOfPieces(renderPage(issue, cache).pieces)).toBe(wholePage(issue));
    expect(cache.made).toBe(ITEMS.length - 1);
  });

  it('are made again where a definition leads elsewhere', () => {
    const cache = new Counting();
    const read = reader();
    const text = `${listOf(ITEMS)}${DEFINITION}`;
    renderPage(read(text), cache);
    const { pieces } = renderPage(read(text.replace('com/x', 'com/y')), cache);
    expect(cache.made).toBe(2 * (ITEMS.length - 1));
    expect(htmlOfPieces(pieces)).toContain('https://example.com/y');
  });
});
