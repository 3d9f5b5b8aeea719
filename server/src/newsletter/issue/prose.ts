import type { Range } from '../../text/sourceText';
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

/** Stands for what is no prose. Private use: neither white space nor part of any syntax. */
export const FILLER = '\uE000';

const HIDDEN = new Set<SiteLine['kind']>(['front', 'comment', 'fence']);

/** Hides all that is no prose. */
export function hideCode(
  text: string,
  lines: readonly SiteLine[],
  comments: readonly Range[],
  codeSpans: readonly Range[],
): string {
  const hidden: Range[] = lines.filter((line) => HIDDEN.has(line.kind));
  if (hidden.length + comments.length + codeSpans.length === 0) return text;
  return hide(
    text,
    hidden.concat(comments, codeSpans).sort((a, b) => a.start - b.start),
  );
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
