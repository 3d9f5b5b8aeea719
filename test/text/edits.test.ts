import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, compatible, type Edit, withEol } from '../../server/src/text/edits';
import { lineEdits } from '../../server/src/text/lineEdits';

const edit = fc
  .tuple(fc.nat(30), fc.nat(6))
  .map(([start, length]): Edit => ({ start, end: start + length, text: 'x' }));

const collide = (a: Edit, b: Edit) =>
  (a.start === b.start && a.end === b.end) || (a.start < b.end && b.start < a.end);

describe('applying edits', () => {
  it('replaces, inserts and deletes, in whatever order they come', () => {
    const edits = [
      { start: 5, end: 6, text: '' },
      { start: 0, end: 1, text: 'A' },
      { start: 3, end: 3, text: '--' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('Abc--de');
    expect(applyEdits('abcdef', [])).toBe('abcdef');
    expect(edits[0]).toEqual({ start: 5, end: 6, text: '' });
  });

  it('inserts before what a replacement that begins there makes', () => {
    const [replace, insert] = [
      { start: 1, end: 2, text: 'B' },
      { start: 1, end: 1, text: '+' },
    ];
    expect(applyEdits('abc', [replace, insert])).toBe('a+Bc');
    expect(applyEdits('abc', [insert, replace])).toBe('a+Bc');
  });
});

describe('the line ending of an edit', () => {
  const edit = { start: 0, end: 0, text: 'a\nb\r\nc\rd' };
  it('is the document’s, whatever the text had', () => {
    expect(withEol(edit, '\r\n')).toEqual({ start: 0, end: 0, text: 'a\r\nb\r\nc\r\nd' });
    expect(withEol(edit, '\r').text).toBe('a\rb\rc\rd');
    expect(edit.text).toBe('a\nb\r\nc\rd');
  });

  it('is LF as it stands', () => expect(withEol(edit, '\n')).toBe(edit));
});

describe('edits that go together', () => {
  it('are taken group by group, first come first served', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 12 }), (groups) => {
        const expected: Edit[] = [];
        for (const group of groups) {
          const sound = group.every((one, n) => group.every((other, m) => n === m || !collide(one, other)));
          if (sound && group.every((one) => expected.every((other) => !collide(one, other))))
            expected.push(...group);
        }
        expected.sort((a, b) => a.start - b.start || a.end - b.end);
        expect(compatible(groups)).toEqual(expected);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});

describe('edits by line', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd\r', 'unique 1\n', 'unique 2\n', 'unique 3\n');
  const text = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end'))
    .map(([lines, end]) => lines.join('') + end);

  it('make the one text of the other, in order, and touch no line that stays at its place', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = lineEdits(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        for (const [n, { start, end }] of edits.entries()) {
          expect(start).toBeLessThanOrEqual(end);
          if (n > 0) expect(edits[n - 1]!.end).toBeLessThan(start);
        }
        const kept = before.length - edits.reduce((sum, { start, end }) => sum + end - start, 0);
        // What both begin with stays.
        let head = 0;
        while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
        expect(kept).toBeGreaterThanOrEqual(before.slice(0, head).lastIndexOf('\n') + 1);
      }),
      { seed: 11, numRuns: 3000 },
    );
  });

  it('change single lines where many of many change', () => {
    const lines = (mark: string) =>
      Array.from({ length: 3000 }, (_, n) => (n % 2 === 0 ? `* line ${n}${mark}\n` : '\n')).join('');
    const edits = lineEdits(lines(' '), lines(''));
    expect(applyEdits(lines(' '), edits)).toBe(lines(''));
    expect(edits).toHaveLength(1500);
  });
});
