import type { Difference } from '../../markdown/github/differences';
import type { Range } from '../../text/sourceText';
import type { ChunkSummary } from './chunk';

/** Parts of a summary that are lists of ranges and tell all by themselves. */
type RangeLists = Omit<ChunkSummary, 'lines' | 'brackets' | 'differences'>;

/** Makes of each kind of part the same one, `by` characters further on. */
const FURTHER_ON: {
  readonly [Part in keyof RangeLists]: (
    part: RangeLists[Part][number],
    by: number,
  ) => RangeLists[Part][number];
} = {
  headings: (heading, by) => ({ ...heading, ...shift(heading, by), content: shift(heading.content, by) }),
  links: (link, by) => ({
    ...link,
    ...shift(link, by),
    textRange: shift(link.textRange, by),
    urlRange: shift(link.urlRange, by),
  }),
  definitions: (one, by) => ({ ...one, ...shift(one, by), urlRange: shift(one.urlRange, by) }),
  footnotes: (note, by) => ({ ...note, ...shift(note, by) }),
  comments: (comment, by) => ({ ...comment, ...shift(comment, by) }),
  code: shift,
  codeSpans: shift,
  strayBackticks: shift,
  html: shift,
  listLines: (line, by) => ({
    ...line,
    ...shift(line, by),
    bullet: line.bullet + by,
    content: shift(line.content, by),
  }),
  blocks: (block, by) => ({ ...block, ...shift(block, by) }),
};

/**
 * One part of the summaries of several chunks, in the offsets of the text that they stand in.
 *
 * @param chunks with where they start
 */
export function partOf<Part extends keyof RangeLists>(
  chunks: readonly { readonly start: number; readonly summary: ChunkSummary }[],
  part: Part,
): RangeLists[Part] {
  const [first] = chunks;
  if (chunks.length === 1 && first!.start === 0) return first!.summary[part];
  const furtherOn: (value: RangeLists[Part][number], by: number) => RangeLists[Part][number] =
    FURTHER_ON[part];
  const all: RangeLists[Part][number][] = [];
  for (const { start, summary } of chunks)
    for (const value of summary[part]) all.push(start === 0 ? value : furtherOn(value, start));
  return all as unknown as RangeLists[Part];
}

/** Where GitHub reads one of several chunks otherwise, in the offsets of the text that they stand in. */
export function differencesOf(
  chunks: readonly { readonly start: number; readonly summary: ChunkSummary }[],
): Difference[] {
  return chunks.flatMap(({ start, summary }) =>
    summary
      .differences()
      .map((found) => ({ ...found, ...shift(found, start), piece: shift(found.piece, start) })),
  );
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
