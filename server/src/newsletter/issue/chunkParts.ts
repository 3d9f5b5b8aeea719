import type { Difference } from '../../markdown/github/differences';
import { shifted } from '../../text/sourceText';
import type { ChunkSummary } from './chunk';

/** What the parser told of a stretch of text, and where that begins; offsets count from there. */
export interface PlacedSummary {
  readonly bodyStart: number;
  readonly summary: ChunkSummary;
}

/** Parts of a summary that are lists of ranges and tell all by themselves. */
type RangeLists = Omit<ChunkSummary, 'lines' | 'brackets' | 'differences'>;

/** Makes of each kind of part the same one, `by` characters further on. */
const FURTHER_ON: {
  readonly [Part in keyof RangeLists]: (
    part: RangeLists[Part][number],
    by: number,
  ) => RangeLists[Part][number];
} = {
  headings: ({ start, end, level, text, content, setext }, by) => ({
    start: start + by,
    end: end + by,
    level,
    text,
    content: shifted(content, by),
    setext,
  }),
  links: ({ start, end, kind, text, title, textRange, url, urlRange }, by) => ({
    start: start + by,
    end: end + by,
    kind,
    text,
    title,
    textRange: shifted(textRange, by),
    url,
    urlRange: shifted(urlRange, by),
  }),
  definitions: (one, by) => ({ ...one, ...shifted(one, by), urlRange: shifted(one.urlRange, by) }),
  footnotes: (note, by) => ({ ...note, ...shifted(note, by) }),
  comments: (comment, by) => ({ ...comment, ...shifted(comment, by) }),
  code: shifted,
  codeSpans: shifted,
  strayBackticks: shifted,
  html: shifted,
  listLines: ({ start, end, indent, bullet, content, depth }, by) => ({
    start: start + by,
    end: end + by,
    indent,
    bullet: bullet + by,
    content: shifted(content, by),
    depth,
  }),
  blocks: ({ start, end, type }, by) => ({ start: start + by, end: end + by, type }),
};

/**
 * One part of the summaries of several chunks, in the offsets of the text that they stand in.
 *
 */
export function partOf<Part extends keyof RangeLists>(
  chunks: readonly PlacedSummary[],
  part: Part,
): RangeLists[Part] {
  const [first] = chunks;
  if (chunks.length === 1 && first!.bodyStart === 0) return first!.summary[part];
  const furtherOn: (value: RangeLists[Part][number], by: number) => RangeLists[Part][number] =
    FURTHER_ON[part];
  const all: RangeLists[Part][number][] = [];
  for (const { bodyStart: start, summary } of chunks)
    for (const value of summary[part]) all.push(start === 0 ? value : furtherOn(value, start));
  return all as unknown as RangeLists[Part];
}

/** Where GitHub reads one of several chunks otherwise, in the offsets of the text that they stand in. */
export function differencesOf(chunks: readonly PlacedSummary[]): Difference[] {
  return chunks.flatMap(({ bodyStart: start, summary }) =>
    summary
      .differences()
      .map((found) => ({ ...found, ...shifted(found, start), piece: shifted(found.piece, start) })),
  );
}
