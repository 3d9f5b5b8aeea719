import type { BlockLine, LineKind } from '../../markdown/data';
import type { SourceText } from '../../text/sourceText';

/** A line as the site's block parser takes it; `front` are those above the article. */
export interface SiteLine extends Omit<BlockLine, 'kind'> {
  readonly kind: LineKind | 'front';
}

/** The lines of a chunk, and where it begins. */
export interface ChunkLines {
  readonly start: number;
  readonly lines: readonly BlockLine[];
}

/** All lines of an issue. @param chunks of the article in order, without gaps */
export function collectLines(source: SourceText, chunks: readonly ChunkLines[]): readonly SiteLine[] {
  const [only, ...more] = chunks;
  if (only?.start === 0 && more.length === 0) return only.lines;
  const all: SiteLine[] = [];
  const bodyLine = source.lineNumberAt(chunks[0]?.start ?? source.text.length);
  while (all.length < bodyLine) all.push(frontLine(source, all.length));
  for (const { start, lines } of chunks) {
    const first = source.lineNumberAt(start);
    // A chunk that ends with a line end has an empty line after it, which is the next chunk's first.
    all.length = first;
    for (const line of lines) {
      all.push({
        ...line,
        start: line.start + start,
        end: line.end + start,
        first: line.first + start,
        number: line.number + first,
        head: line.head + first,
      });
    }
  }
  return all;
}

function frontLine(source: SourceText, number: number): SiteLine {
  const { start, end } = source.line(number);
  return {
    start,
    end,
    number,
    kind: 'front',
    indent: 0,
    first: start,
    bullet: undefined,
    depth: undefined,
    lost: undefined,
    head: number,
  };
}
