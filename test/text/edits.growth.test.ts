import { describe, expect, it } from 'vitest';
import { compatible } from '../../server/src/text/edits';
import { lineEdits } from '../../server/src/text/lineEdits';
import { cpu } from '../hostile/growth';

describe('edits', () => {
  it('that go together are chosen in time that grows with their number', () => {
    const groups = (count: number) =>
      Array.from({ length: count }, (_, n) => [{ start: n * 2, end: n * 2 + 1, text: '' }]);
    const [some, many] = [groups(20_000), groups(200_000)];
    const base = Math.max(
      2,
      cpu(() => compatible(some)),
    );
    expect(cpu(() => compatible(many)) / base).toBeLessThan(40);
  });

  it('by line are found in time that grows with the text', () => {
    const lines = (count: number, mark: string) =>
      Array.from({ length: count }, (_, n) => `* line ${n}${mark}\n${n % 3 === 0 ? mark : ''}\n`).join('');
    const base = Math.max(
      2,
      cpu(() => lineEdits(lines(2000, ' '), lines(2000, ''))),
    );
    expect(cpu(() => lineEdits(lines(20_000, ' '), lines(20_000, ''))) / base).toBeLessThan(40);
  });
});
