import { appendTo } from '../../text/lists';
import { firstIndex } from '../../text/search';
import type { Range } from '../../text/sourceText';

/** A line with its line end. */
interface Line extends Range {
  /** Whether it is one item, and what follows does not belong to it. */
  readonly isItem: boolean;
}

/** The lines of a text around places. The last one is remembered: a line may have thousands of them. */
export class ItemLines {
  private last: Line | undefined;
  private endTags: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(private readonly text: string) {}

  /** All lines that a place is in. */
  around({ start, end }: Range): Line {
    if (this.last && this.last.start <= start && end < this.last.end) return this.last;
    const { text } = this;
    let from = start;
    while (from > 0 && !/[\r\n]/.test(text[from - 1]!)) from -= 1;
    const lineEnd = /\r\n|\r|\n|$/g;
    lineEnd.lastIndex = end;
    const match = lineEnd.exec(text)!;
    const line = { start: from, end: match.index + match[0].length };
    this.last = { ...line, isItem: isItemLine(text, line) };
    return this.last;
  }

  /** Where the first `</name>` is after a place, on its lines. @param name in any case, as it stands in the start tag */
  endTag(name: string, place: Range): number | undefined {
    this.endTags ??= endTagsOf(this.text);
    const ends = this.endTags.get(name.toLowerCase()) ?? [];
    const end = ends[firstIndex(ends, (offset) => offset >= place.end)];
    return end !== undefined && end < this.around(place).end ? end : undefined;
  }
}

/** The offsets of end tags in order, by their names in small letters. */
function endTagsOf(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { 1: name, index } of text.matchAll(/<\/([^\s/>]+)>/g))
    appendTo(found, name!.toLowerCase(), index);
  return found;
}

function isItemLine(text: string, line: Range): boolean {
  const indent = /^([ \t]*)[*+-](?:[ \t]|$|\r|\n)[^\r\n]*(?:\r\n?|\n)?$/.exec(
    text.slice(line.start, line.end),
  )?.[1];
  if (indent === undefined) return false;
  const next = /^[ \t]*(?=[^ \t\r\n])/.exec(text.slice(line.end))?.[0];
  return next === undefined || next.length <= indent.length;
}
