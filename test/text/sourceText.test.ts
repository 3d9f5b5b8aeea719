import { describe, expect, it } from 'vitest';
import { holds, indexBefore, SourceText } from '../../server/src/text/sourceText';

describe('SourceText', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a\r\r\n\n', ['a', '', '', '']],
    ['a\n\rb\r', ['a', '', 'b', '']],
    // VS Code does not break lines at these, so neither do we.
    ['a\u2028b\u0085c\vd', ['a\u2028b\u0085c\vd']],
  ])('cuts %j into lines', (text, lines) => {
    const source = new SourceText(text);
    expect(source.lineStarts.map((_, n) => source.lineText(n))).toEqual(lines);
    expect(source.lineStarts.map((_, n) => source.slice(source.fullLine(n))).join('')).toBe(text);
  });

  it.each([
    ['a\nb', '\n'],
    ['a\r\nb\r\nc\n', '\r\n'],
    ['a\rb', '\r'],
    ['a', '\n'],
  ])('finds the line ending of %j', (text, eol) => expect(new SourceText(text).eol).toBe(eol));

  it('counts in UTF-16 units, both ways', () => {
    const source = new SourceText('🦀 x\r\né\n');
    for (let offset = 0; offset <= source.text.length; offset += 1) {
      const position = source.positionAt(offset);
      const inside = offset <= source.line(position.line).end;
      if (inside) expect(source.offsetAt(position)).toBe(offset);
    }
    expect(source.positionAt(3)).toEqual({ line: 0, character: 3 });
    expect(source.offsetAt({ line: 0, character: 99 })).toBe(4);
    expect(source.offsetAt({ line: 9, character: 0 })).toBe(source.text.length);
  });
});

describe('ranges', () => {
  const ranges = [
    { start: 2, end: 4 },
    { start: 6, end: 7 },
  ];
  it.each([
    [0, -1, false],
    [2, 0, true],
    [3, 0, true],
    [4, 0, false],
    [6, 1, true],
    [9, 1, false],
  ])('at %i', (offset, index, held) => {
    expect(indexBefore(ranges, offset)).toBe(index);
    expect(holds(ranges, offset)).toBe(held);
  });
});
