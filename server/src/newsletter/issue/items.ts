import { indexBefore, type Range, type SourceText } from '../../text/sourceText';
import type { Link, ListLine } from './chunk';

/** `[video]`, `[disposition: close]`, `[ZH]`: a bracketed word before an item's link. */
interface Marker extends Range {
  /** Between the brackets, as written. */
  readonly word: string;
}

/** A list line with all that belongs to it. */
export interface Item extends Range {
  /** Where its first line is, with bullet and indent. */
  readonly line: ListLine;
  /** Its own text without nested items: from behind the bullet, may go on over several lines. */
  readonly content: Range;
  readonly markers: readonly Marker[];
  /** Links of its own text, not those of nested items. */
  readonly links: readonly Link[];
  readonly children: readonly Item[];
}

/** An item and all that are nested in it, in order. */
export function withNested(item: Item): Item[] {
  return [item, ...item.children.flatMap(withNested)];
}

/** One or more bracketed words at the start that are no links. */
const MARKERS = /^(?:\[[^[\]()]{1,40}\](?![[(])[ \t]*)+/;
const MARKER = /\[([^[\]()]*)\]/g;

/**
 * Groups list lines into items with their nested items. A line is nested when it is indented deeper than the
 * line above, whatever the site makes of it: `ListLine.depth` tells that.
 *
 * @param barriers what no item goes over: headings and comments, sorted
 * @returns all top-level items in order
 */
export function buildItems(
  source: SourceText,
  listLines: readonly ListLine[],
  links: readonly Link[],
  barriers: readonly Range[],
): Item[] {
  interface Draft {
    line: ListLine;
    content: Range;
    children: Draft[];
    end: number;
  }
  const roots: Draft[] = [];
  let stack: Draft[] = [];
  let barrier = 0;
  for (const [index, line] of listLines.entries()) {
    while (barrier < barriers.length && barriers[barrier]!.start < line.start) barrier += 1;
    const limit = Math.min(
      listLines[index + 1]?.start ?? source.text.length,
      barriers[barrier]?.start ?? Infinity,
    );
    const content = { start: line.content.start, end: continuationEnd(source, line, limit) };
    const previous = listLines[index - 1];
    if (previous && separated(source, previous, line, barriers)) stack = [];
    while (stack.length > 0 && width(stack.at(-1)!.line.indent) >= width(line.indent)) stack.pop();
    const draft: Draft = { line, content, children: [], end: content.end };
    (stack.at(-1)?.children ?? roots).push(draft);
    for (const parent of stack) parent.end = content.end;
    stack.push(draft);
  }

  let nextLink = 0;
  const finish = (draft: Draft): Item => {
    while (nextLink < links.length && links[nextLink]!.start < draft.content.start) nextLink += 1;
    const own: Link[] = [];
    while (nextLink < links.length && links[nextLink]!.end <= draft.content.end) own.push(links[nextLink++]!);
    return {
      start: draft.line.start,
      end: draft.end,
      line: draft.line,
      content: draft.content,
      markers: readMarkers(source, draft.content),
      links: own,
      children: draft.children.map(finish),
    };
  };
  return roots.map(finish);
}

/** Columns of white space, tabs at every fourth. */
function width(indent: string): number {
  let columns = 0;
  for (const char of indent) columns = char === '\t' ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}

function readMarkers(source: SourceText, content: Range): Marker[] {
  const head = MARKERS.exec(source.slice(content))?.[0];
  if (!head) return [];
  return [...head.matchAll(MARKER)].map((match) => ({
    start: content.start + match.index,
    end: content.start + match.index + match[0].length,
    word: match[1]!,
  }));
}

/** Lines without a blank one between belong to the item's paragraph. */
function continuationEnd(source: SourceText, line: ListLine, limit: number): number {
  let end = line.content.end;
  for (let n = source.lineNumberAt(line.start) + 1; n < source.lineCount; n += 1) {
    const next = source.line(n);
    if (next.start >= limit) break;
    const text = source.slice(next);
    if (text.trim() === '' || text.startsWith('#')) break;
    end = next.start + text.trimEnd().length;
  }
  return end;
}

/** Whether a heading, comment or unindented paragraph stands between two list lines. */
function separated(
  source: SourceText,
  previous: ListLine,
  line: ListLine,
  barriers: readonly Range[],
): boolean {
  if (indexBefore(barriers, previous.start) !== indexBefore(barriers, line.start)) return true;
  let blank = false;
  for (let n = source.lineNumberAt(previous.start) + 1; n < source.lineNumberAt(line.start); n += 1) {
    const text = source.lineText(n);
    if (text.trim() === '') blank = true;
    else if (blank && !/^\s/.test(text)) return true;
  }
  return false;
}
