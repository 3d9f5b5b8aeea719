import { describe, expect, it } from 'vitest';
import { soundEdits } from '../../server/src/text/soundEdits';

const TEXT = 'a🦀b\r\nc';
const edit = (start: number, end: number, text = '') => ({ start, end, text });

describe('edits that leave the engine', () => {
  it('are put in order, insertions first', () => {
    const edits = [edit(3, 4), edit(1, 3, 'x'), edit(1, 1, '🦀'), edit(7, 7, '!')];
    expect(soundEdits(TEXT, edits)).toEqual([edits[2], edits[1], edits[0], edits[3]]);
    expect(soundEdits(TEXT, [])).toEqual([]);
  });

  it.each([
    [[edit(4, 3)], 'ends before it starts (4-3)'],
    [[edit(-1, 0)], 'outside the text (-1-0)'],
    [[edit(0, 8)], 'outside the text (0-8)'],
    [[edit(Number.NaN, 1)], 'no place (NaN-1)'],
    [[edit(0, 3), edit(1, 4)], 'overlaps the edit before it (1-4)'],
    [[edit(3, 3, 'x'), edit(3, 3, 'y')], 'stands at the place of another (3-3)'],
    [[edit(0, 2)], 'cuts a character in two (0-2)'],
    [[edit(2, 2, 'x')], 'cuts a character in two (2-2)'],
    [[edit(5, 6)], 'cuts a line ending in two (5-6)'],
    [[edit(0, 0, '🦀'.slice(0, 1))], 'brings half a character (0-0)'],
  ])('are refused when they can’t be made: %j', (edits, problem) => {
    expect(soundEdits(TEXT, edits)).toBe(problem);
  });
});
