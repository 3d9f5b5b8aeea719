import type { Range, SourceText } from '../../text/sourceText';
import type { Comment } from './chunk';
import type { SiteLine } from './lines';

/** The text in which links, emphasis and tags are looked for, and what was taken out of it. */
export interface Prose {
  /**
   * As long as the text, with {@link FILLER} for every character of front matter, comments, code blocks and
   * code spans; line endings stay.
   */
  readonly text: string;
  /** Code spans, backticks included, in order. */
  readonly spans: readonly Range[];
  /** Runs of backticks without a partner in their paragraph: the site shows them. */
  readonly strayBackticks: readonly Range[];
}

/** Stands for what is no prose. Private use: neither a blank nor part of any syntax. */
export const FILLER = '\uE000';

const HIDDEN = new Set<SiteLine['kind']>(['front', 'comment', 'fence']);

/** Finds code spans as the site does, paragraph by paragraph, and hides all that is no prose. */
export function readProse(
  source: SourceText,
  lines: readonly SiteLine[],
  comments: readonly Comment[],
): Prose {
  const { text } = source;
  const spans: Range[] = [];
  const strayBackticks: Range[] = [];
  const hidden: Range[] = [];
  let tick = text.indexOf('`');
  for (let n = 0; n < lines.length; ) {
    const line = lines[n]!;
    let next = n + 1;
    if (HIDDEN.has(line.kind)) {
      hidden.push(line);
    } else if (line.kind !== 'blank') {
      while (
        next < lines.length &&
        lines[next]!.head === line.head &&
        lines[next]!.kind !== 'blank' &&
        !HIDDEN.has(lines[next]!.kind)
      )
        next += 1;
      const block = { start: line.start, end: lines[next - 1]!.end };
      // Looked for once each: most paragraphs have none.
      if (tick >= 0 && tick < block.start) tick = text.indexOf('`', block.start);
      if (tick >= 0 && tick < block.end) pairBackticks(text, tick, block.end, spans, strayBackticks);
    }
    n = next;
  }
  const all = hidden.concat(comments, spans).sort((a, b) => a.start - b.start);
  return { text: hide(text, all), spans, strayBackticks };
}

/** A run of backticks opens code when a run of the same length follows; a backslash before it takes one away. */
function pairBackticks(text: string, first: number, limit: number, spans: Range[], stray: Range[]): void {
  const runs: { start: number; end: number; open: number }[] = [];
  for (let at = first; at >= 0 && at < limit; ) {
    let end = at + 1;
    while (text.charCodeAt(end) === 96) end += 1;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes += 1;
    runs.push({ start: at, end, open: slashes % 2 === 1 ? at + 1 : at });
    at = text.indexOf('`', end);
  }
  const nextOfLength = new Map<number, number[]>();
  for (let n = runs.length - 1; n >= 0; n -= 1) {
    const length = runs[n]!.end - runs[n]!.start;
    const list = nextOfLength.get(length);
    if (list) list.push(n);
    else nextOfLength.set(length, [n]);
  }
  for (let n = 0; n < runs.length; ) {
    const run = runs[n]!;
    if (run.open === run.end) {
      n += 1;
      continue;
    }
    const candidates = nextOfLength.get(run.end - run.open);
    while (candidates && candidates.length > 0 && candidates.at(-1)! <= n) candidates.pop();
    const partner = candidates?.at(-1);
    if (partner === undefined) {
      stray.push({ start: run.open, end: run.end });
      n += 1;
    } else {
      spans.push({ start: run.open, end: runs[partner]!.end });
      n = partner + 1;
    }
  }
}

function hide(text: string, hidden: readonly Range[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of hidden) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    result += text.slice(at, from) + text.slice(from, end).replace(/[^\r\n]/g, FILLER);
    at = end;
  }
  return result + text.slice(at);
}
