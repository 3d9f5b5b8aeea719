/** A piece of the text that parses the same alone as in its place: offsets into the text, end exclusive. */
export interface ChunkRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts `text` at the headings where the site's block parser is certain to start afresh: a `#` in column 1
 * outside comments and code fences.
 *
 * @returns chunks in order, without gaps, covering `[start, text.length)`
 */
export function cutChunks(text: string, start = 0): ChunkRange[] {
  const chunks: ChunkRange[] = [];
  const boundary = /^(?:(#)|(`{3,}|~{3,})|.*?(<!--))/gm;
  boundary.lastIndex = start;
  let from = start;
  let match: RegExpExecArray | null = boundary.exec(text);
  while (match) {
    if (match[1]) {
      if (match.index > from) chunks.push({ start: from, end: match.index });
      from = match.index;
    } else if (match[2]) {
      const close = text.indexOf(`\n${match[2]}`, boundary.lastIndex);
      if (close >= 0) boundary.lastIndex = close + 1 + match[2].length;
    } else if (match[3]) {
      const close = text.indexOf('-->', boundary.lastIndex);
      if (close >= 0) boundary.lastIndex = close + 3;
    }
    match = boundary.exec(text);
  }
  chunks.push({ start: from, end: text.length });
  return chunks;
}
