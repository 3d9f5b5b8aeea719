import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  chosenEncoding,
  type Encoding,
  inUtf16,
  toOffset,
  toOffsets,
  toPosition,
  toRange,
} from '../../server/src/lsp/positions';
import { SourceText } from '../../server/src/text/sourceText';

describe('the encoding of positions', () => {
  const choose = (positionEncodings?: string[], initializationOptions?: unknown) =>
    chosenEncoding({
      capabilities: positionEncodings ? { general: { positionEncodings } } : {},
      initializationOptions,
    });

  it('is the client’s first choice that we know, and UTF-16 for who offers none', () => {
    expect(choose()).toBe('utf-16');
    expect(choose([])).toBe('utf-16');
    expect(choose(['utf-7'])).toBe('utf-16');
    expect(choose(['utf-8', 'utf-16'])).toBe('utf-8');
    expect(choose(['utf-7', 'utf-32', 'utf-16', 'utf-8'])).toBe('utf-32');
    expect(choose(['utf-16', 'utf-8'])).toBe('utf-16');
  });

  it('can be configured for a client that offers none', () => {
    expect(choose(undefined, { positionEncoding: 'utf-8' })).toBe('utf-8');
    expect(choose(['utf-16'], { positionEncoding: 'utf-8' })).toBe('utf-16');
    expect(choose(undefined, { positionEncoding: 8 })).toBe('utf-16');
    expect(choose(undefined, null)).toBe('utf-16');
  });
});

/** One, two, three and four bytes; one and two UTF-16 units. */
const LINE = 'aé鉄🦀z';
const TEXT = `first\r\n${LINE}\r\n${LINE}`;
const START = TEXT.indexOf(LINE);
/** Of each character: its offset in the line, and the same in each encoding. */
const PLACES = [
  { offset: 0, 'utf-8': 0, 'utf-16': 0, 'utf-32': 0 },
  { offset: 1, 'utf-8': 1, 'utf-16': 1, 'utf-32': 1 },
  { offset: 2, 'utf-8': 3, 'utf-16': 2, 'utf-32': 2 },
  { offset: 3, 'utf-8': 6, 'utf-16': 3, 'utf-32': 3 },
  { offset: 5, 'utf-8': 10, 'utf-16': 5, 'utf-32': 4 },
  { offset: 6, 'utf-8': 11, 'utf-16': 6, 'utf-32': 5 },
];
const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];

describe.each(ENCODINGS)('positions in %s', (encoding) => {
  const source = new SourceText(TEXT);
  const counting = { encoding };
  const document = TextDocument.create('file:///a.md', 'markdown', 1, TEXT);

  it.each(PLACES)('stand for offset $offset of a line and back', (place) => {
    const position = { line: 1, character: place[encoding] };
    const offset = START + place.offset;
    expect(toPosition(source, offset, counting)).toEqual(position);
    expect(toOffset(source, position, counting)).toBe(offset);
    expect(toRange(source, { start: START, end: offset }, counting)).toEqual({
      start: { line: 1, character: 0 },
      end: position,
    });
    expect(toOffsets(source, { start: { line: 1, character: 0 }, end: position }, counting)).toEqual({
      start: START,
      end: offset,
    });
    expect(inUtf16(document, { start: position, end: { ...position, line: 2 } }, encoding)).toEqual({
      start: { line: 1, character: place['utf-16'] },
      end: { line: 2, character: place['utf-16'] },
    });
  });

  it('past the end of a line are its end, past the text the text’s', () => {
    expect(toOffset(source, { line: 1, character: 99 }, counting)).toBe(START + LINE.length);
    expect(toOffset(source, { line: 2, character: 99 }, counting)).toBe(TEXT.length);
    expect(toOffset(source, { line: 3, character: 1 }, counting)).toBe(TEXT.length);
    const { start } = inUtf16(
      document,
      { start: { line: 1, character: 99 }, end: { line: 2, character: 0 } },
      encoding,
    );
    expect(document.offsetAt(start)).toBe(START + LINE.length);
  });
});

it.each([
  ['utf-8', 7],
  ['utf-8', 8],
  ['utf-8', 9],
] as const)('inside a character they are its start: %s, %i', (encoding, character) => {
  const source = new SourceText(TEXT);
  expect(toOffset(source, { line: 1, character }, { encoding })).toBe(START + 3);
});

it('the borders of the lengths in bytes are counted right', () => {
  for (const character of ['\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}']) {
    const source = new SourceText(`${character}|`);
    expect(toPosition(source, character.length, { encoding: 'utf-8' }).character).toBe(
      Buffer.byteLength(character),
    );
  }
});
