import { describe, expect, it } from 'vitest';
import { lineAt, topOf } from '../../../client/src/preview/scroll';

const marks = [
  { line: 5, top: 100 },
  { line: 10, top: 300 },
  { line: 30, top: 500 },
];

describe('scrolling', () => {
  it.each([
    [0, 0],
    [5, 100],
    [7.5, 200],
    [10, 300],
    [20, 400],
    [99, 500],
  ])('line %d is at %d', (line, top) => {
    expect(topOf(marks, line)).toBe(top);
  });

  it.each([
    [0, 0],
    [100, 5],
    [200, 7],
    [300, 10],
    [999, 30],
  ])('at %d is line %d', (top, line) => {
    expect(lineAt(marks, top)).toBe(line);
  });

  it('knows nothing of an empty page', () => {
    expect(topOf([], 7)).toBe(0);
    expect(lineAt([], 7)).toBeUndefined();
  });
});
