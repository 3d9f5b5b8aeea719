import { type Above, isPlainLine } from './plainlyRead';

/** Lines that every reader of Markdown begins afresh at, up to the next such lines. */
export interface Run {
  /** Number of its first line. */
  readonly first: number;
  /** Number of the line after its last one. */
  readonly end: number;
  /** Whether GitHub reads it as the site does, beyond doubt. */
  readonly plain: boolean;
}

/** A heading or an item at the margin, with something in it. */
const START = /^(?:#{1,6}[ \t]+\S|[*+-] +(?![*+-][ \t]*$)\S)/;
const ITEM = /^[*+-] +\S/;
/** What goes over lines: fences, HTML, tables, lines that make a heading of the one above. */
const SPANS = /^\s*(?:>\s*)*(?:[*+-]\s+|\d{1,9}[.)]\s+)*(?:```|~~~|<)|^\s*\|?[\s|:-]*-[\s|:-]*$|^\s*=+\s*$/;

/**
 * Cuts a text at headings and at items at the margin: what GitHub makes of such a run depends on its own lines only.
 * A text with anything that may go over more lines is one run.
 */
export function cutRuns(lines: readonly string[]): Run[] {
  if (lines.some((line) => SPANS.test(line))) return [{ first: 0, end: lines.length, plain: isPlain(lines) }];
  const runs: Run[] = [];
  let first = 0;
  let plain = true;
  let above: Above = 'blank';
  for (const [n, line] of lines.entries()) {
    if (n > first && START.test(line)) {
      runs.push({ first, end: n, plain });
      first = n;
      plain = true;
    }
    const next = isPlainLine(line, above);
    plain &&= next !== undefined;
    // Under a doubtful line of text no item stands plainly; under an item the next one does, whatever it says.
    above = next ?? (above === 'item' || (above !== 'text' && ITEM.test(line)) ? 'item' : 'text');
  }
  runs.push({ first, end: lines.length, plain });
  return runs;
}

function isPlain(lines: readonly string[]): boolean {
  let above: Above | undefined = 'blank';
  for (const line of lines) {
    above = isPlainLine(line, above);
    if (above === undefined) return false;
  }
  return true;
}
