import { oneLine } from '../../text/harmless';
import type { SourceText } from '../../text/sourceText';
import type { Place } from './report';

/** Longer lines are shown around the finding only. */
const WIDEST = 100;

/** The line that a finding begins on, and the marks below its part; as narrow as terminals are. */
export function frame(
  source: SourceText,
  { line, column, endLine, endColumn }: Place,
): { text: string; marks: string } {
  const whole = source.lineText(line - 1);
  const start = column - 1;
  const end = Math.max(start + 1, endLine === line ? endColumn - 1 : whole.length);
  let from = 0;
  if (whole.length > WIDEST) from = Math.max(0, Math.min(start - 20, whole.length - WIDEST));
  const to = Math.min(whole.length, from + WIDEST);
  const cut = (at: number) => Math.min(Math.max(at, from), to);
  const before = `${from > 0 ? '…' : ''}${shown(whole.slice(cut(from), cut(start)))}`;
  const part = shown(whole.slice(cut(start), cut(end)));
  const after = `${shown(whole.slice(cut(end), to))}${to < whole.length ? '…' : ''}`;
  return {
    text: `${before}${part}${after}`,
    marks: `${' '.repeat(widthOf(before))}${'^'.repeat(Math.max(1, widthOf(part)))}`,
  };
}

function shown(text: string): string {
  return oneLine(text.replace(/\t/g, ' '));
}

const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uff01-\uff60\u3000-\u303e])/u;

/** Latin letters and common punctuation: each a segment of its own and one column wide. Telling segments apart is slow. */
const NARROW = /^[\u0020-\u02ff\u2010-\u2027]*$/;

/** How many columns a terminal gives to a text. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}
