import { describe, expect, it } from 'vitest';
import { cutPieces } from '../../../server/src/newsletter/issue/cut';

const items = (count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `* 2026-03-04 | Town${n}, DE | [Group ${n}](https://example.com/${n})\n    * [**Talk ${n}**](https://example.com/${n}/1)\n`,
  ).join('');

const listed = (text: string) => cutPieces(text, 0).filter((cut) => cut.listed).length;

describe('a long list', () => {
  it('is cut between its items', () => {
    expect(listed(`### Europe\n\n${items(40)}`)).toBeGreaterThan(3);
  });

  it('is whole where it begins indented: the site nests the items at the margin, too', () => {
    const head = '* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n';
    expect(listed(`### Europe\n\n${head}\n    * [**Talks**](https://example.com/oslo/1)\n${items(40)}`)).toBe(
      0,
    );
  });
});
