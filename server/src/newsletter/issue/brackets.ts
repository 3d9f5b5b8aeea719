import type { BracketPair, Brackets } from '../../markdown/data';
import { type Range, type SourceText, shifted } from '../../text/sourceText';
import type { SiteLine } from './lines';

/** A pair of square brackets that is not inside a link's text, brackets included. */
export interface Bracket extends Range {
  /** `(..)` directly behind it, parentheses included. */
  readonly target: Range | undefined;
  /** An opening parenthesis directly behind it that nothing closes. */
  readonly openTarget: number | undefined;
}

/** The brackets of a paragraph, an item or a heading. */
export interface BracketText extends Range {
  /** The line that begins it. */
  readonly head: SiteLine;
  readonly pairs: readonly Bracket[];
  /** Brackets without partner. */
  readonly loose: readonly number[];
}

/** The brackets of a chunk, and where it begins. */
export interface ChunkBrackets {
  readonly start: number;
  readonly brackets: readonly Brackets[];
}

/** The brackets of every paragraph, item and heading that has some, in order. */
export function collectBrackets(
  source: SourceText,
  lines: readonly SiteLine[],
  chunks: readonly ChunkBrackets[],
): readonly BracketText[] {
  interface Draft extends BracketText {
    readonly pairs: Bracket[];
    readonly loose: number[];
  }
  const texts = new Map<number, Draft>();
  const textAt = (offset: number): Draft => {
    const { head } = lines[source.lineNumberAt(offset)]!;
    let text = texts.get(head);
    if (!text) {
      const line = lines[head]!;
      text = { start: line.start, end: endOf(lines, head), head: line, pairs: [], loose: [] };
      texts.set(head, text);
    }
    return text;
  };
  for (const { start, brackets } of chunks) {
    for (const { pairs, loose } of brackets) {
      for (const pair of pairs) textAt(start + pair.start).pairs.push(placed(source.text, pair, start));
      for (const at of loose) textAt(start + at).loose.push(start + at);
    }
  }
  return [...texts.values()].sort((a, b) => a.start - b.start);
}

function placed(text: string, { start, end, target }: BracketPair, by: number): Bracket {
  const open = !target && text[end + by] === '(' ? end + by : undefined;
  return {
    start: start + by,
    end: end + by,
    target: target && shifted(target, by),
    openTarget: open,
  };
}

function endOf(lines: readonly SiteLine[], head: number): number {
  let last = head;
  while (lines[last + 1]?.head === head && lines[last + 1]!.kind !== 'blank') last += 1;
  return lines[last]!.end;
}
