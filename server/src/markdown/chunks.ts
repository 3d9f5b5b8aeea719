import { isAtxLine } from './blocks/heading';
import { type Line, makeLine } from './blocks/lines';
import { scanRaw } from './blocks/raw';
import type { ParseOptions } from './parse';

const [SPACE, HASH] = [32, 35];

/** A piece of the text that parses the same alone as in its place: offsets into the text, end exclusive. */
export interface ChunkRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts `text` at the headings where the site's block parser is certain to start afresh: a `#` in column 1
 * outside of comments, code fences and raw HTML blocks, and not in a piece that belongs whole to a list or a
 * table. The tree of a chunk depends on its text and on the labels of the link definitions only.
 *
 * @returns chunks in order, without gaps, covering `[start, text.length)`
 */
export function cutChunks(
  text: string,
  start = 0,
  { extensions }: Pick<ParseOptions, 'extensions'> = {},
): ChunkRange[] {
  const { masked, spans } = scanRaw(start === 0 ? text : text.slice(start), extensions);
  const chunks: ChunkRange[] = [];
  const lines = /([^\r\n]*)(\r\n?|\n|$)/y;
  let from = 0;
  let span = 0;
  /** The first two lines of the piece that the site's parser looks at as one. */
  let piece: Line[] = [];
  for (let match = lines.exec(masked); match; match = lines.exec(masked)) {
    const at = match.index;
    const char = masked.charCodeAt(at);
    // Of most lines of a list that is all there is to know: neither blank nor a heading.
    if (piece.length === 2 && char > SPACE && char !== HASH && match[2]) continue;
    const line = makeLine(masked, at, at + match[1]!.length);
    while (span < spans.length && spans[span]!.end <= at) span++;
    const inSpan = span < spans.length && spans[span]!.start < at;
    if (line.first === line.end) {
      piece = [];
    } else if (isAtxLine(masked, line) && !inSpan && startsAfresh(masked, piece)) {
      if (at > from) chunks.push({ start: start + from, end: start + at });
      from = at;
      piece = [];
    } else if (piece.length < 2) {
      piece.push(line);
    }
    if (!match[2]) break;
  }
  chunks.push({ start: start + from, end: text.length });
  return chunks;
}

/** An indented piece goes into a list as a whole, and a table takes all its lines. */
function startsAfresh(text: string, [first, second]: readonly Line[]): boolean {
  if (!first) return true;
  if (first.indent >= 4) return false;
  return !second || !/^[\s|:-]*$/.test(text.slice(second.start, second.end));
}
