import { describe, expect, it } from 'vitest';
import { cutChunks, parseMarkdown } from '../../../server/src/markdown/index';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const ITEMS = Array.from({ length: 40 }, (_, n) => `* [Post ${n}](https://example.com/posts/${n})`).join(
  '\n',
);
const TEXT = `${FRONT}Hello [there][c].\n\n## Updates from Rust Community\n\n### Official\n${ITEMS}\n\n### Newsletters\n* [A letter][c]\n\n[c]: https://example.com/c\n`;
const issue = readIssue({ uri: DRAFT_URI, text: TEXT });
const rangesOf = ({ chunks }: typeof issue) => chunks.map(({ start, end }) => ({ start, end }));

/** Types a character at the end of a word. */
function typedAfter(word: string) {
  const at = TEXT.indexOf(word) + word.length;
  return issue.with([{ start: at, end: at, text: 'x' }]);
}

describe('the chunks of an issue', () => {
  it('are what stands between headings, however a long list is cut', () => {
    expect(issue.pieces.length).toBeGreaterThan(issue.chunks.length);
    expect(rangesOf(issue)).toEqual(cutChunks(TEXT, FRONT.length));
  });

  it('are so in the next version', () => {
    const next = typedAfter('Post 20');
    expect(rangesOf(next)).toEqual(cutChunks(next.source.text, FRONT.length));
  });

  it('have trees that know what the rest of the issue defines', () => {
    const definitions = new Set(['c']);
    for (const chunk of issue.chunks)
      expect(chunk.tree()).toEqual(parseMarkdown(TEXT.slice(chunk.start, chunk.end), { definitions }));
  });

  it('lend the tree that reading has just made, and parse what the version before had', () => {
    const next = typedAfter('A letter');
    const [hello, , , letters] = next.chunks;
    expect(letters!.tree()).toBe(letters!.tree());
    expect(hello!.tree()).not.toBe(hello!.tree());
    expect(hello!.tree()).toEqual(issue.chunks[0]!.tree());
  });
});
