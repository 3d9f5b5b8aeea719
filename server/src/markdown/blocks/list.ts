import { after, type Line } from './lines';
import type { Nesting } from './nesting';
import { append, type Draft, draft, isList, lastChild, unwrapBare } from './tree';

interface Item {
  /** Offset of the bullet. */
  readonly start: number;
  /** Offset after it; `start` where a list goes on without one. */
  readonly bulletEnd: number;
  /** Lines in front of which the bullet of a nested list stands, four or more columns in. */
  readonly nested: boolean;
  readonly lines: Line[];
}

/**
 * A bullet or number with a blank behind it, at most three columns in.
 *
 * @returns offset of the item's content, or 0
 */
export function matchBullet(text: string, line: Line): number {
  return line.indent <= 3 ? contentStart(text, line) : 0;
}

/** @returns what an item that begins at an offset has for a bullet, `1` for a number */
export function bulletAt(text: string, offset: number): '*' | '-' | '+' | '1' {
  const mark = text[offset];
  return mark === '*' || mark === '-' || mark === '+' ? mark : '1';
}

/** Whether a line begins with a bullet or number and a blank, wherever it stands and however it is indented. */
export function looksLikeItem(text: string, line: Pick<Line, 'first' | 'end'>): boolean {
  return contentStart(text, line) > 0;
}

function contentStart(text: string, line: Pick<Line, 'first' | 'end'>): number {
  const marker = markerEnd(text, line);
  let at = marker;
  while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at > marker ? at : 0;
}

/** Offset after a bullet or a number with its point; `line.first` where neither stands. */
function markerEnd(text: string, line: Pick<Line, 'first' | 'end'>): number {
  let at = line.first;
  const marker = text.charCodeAt(at);
  if (marker === 42 || marker === 43 || marker === 45) return at + 1;
  while (at < line.end && isDigit(text.charCodeAt(at))) at++;
  return at > line.first && text[at] === '.' ? at + 1 : line.first;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * A piece that begins with a bullet is a list to its end; only its own bullet lines and those of nested
 * lists (four to seven columns in) start items. Behind an empty line the items continue the list before
 * them, whatever their bullet, and the item on each side of that line gets paragraphs.
 */
export function list(parser: Nesting, parent: Draft, lines: readonly Line[]): void {
  const items = splitItems(parser.text, lines);
  const previous = lastChild(parent);
  let target: Draft;
  if (isList(previous)) {
    target = previous;
    const lastItem = lastChild(target);
    if (lastItem) {
      unwrapBare(lastItem.children[0]);
      unwrapBare(lastChild(lastItem));
    }
    const first = items.shift()!;
    parser.parseLines(appendItem(target, first.start, first.bulletEnd), first.lines, 'looseList');
  } else if (isList(parent)) {
    target = parent;
  } else {
    const ordered = isDigit(parser.text.charCodeAt(lines[0]!.first));
    target = append(
      parent,
      draft({ type: 'list', ordered, start: ordered ? 1 : null }, lines[0]!.first, lines[0]!.end),
    );
  }
  for (const item of items) {
    const last = lastChild(target);
    const into = item.nested && last ? last : appendItem(target, item.start, item.bulletEnd);
    parser.parseLines(into, item.lines, 'list');
    const end = item.lines[item.lines.length - 1]!.end;
    if (end > into.end) into.end = end;
  }
}

/** @param bulletEnd offset after the bullet, `start` where the item has none of its own */
export function appendItem(target: Draft, start: number, bulletEnd = start): Draft {
  const data = bulletEnd > start ? { data: { bullet: { start, end: bulletEnd } } } : undefined;
  return append(target, draft({ type: 'listItem', ...data }, start, start + 1));
}

function splitItems(text: string, lines: readonly Line[]): Item[] {
  const items: Item[] = [];
  for (const line of lines) {
    const content = matchBullet(text, line);
    const last = items[items.length - 1];
    if (content > 0) {
      items.push({
        start: line.first,
        bulletEnd: markerEnd(text, line),
        nested: false,
        lines: [after(text, line, content)],
      });
    } else if (!last) {
      items.push({ start: line.first, bulletEnd: line.first, nested: false, lines: [line] });
    } else if (!last.nested && line.indent >= 4 && line.indent <= 7 && contentStart(text, line) > 0) {
      items.push({ start: line.first, bulletEnd: line.first, nested: true, lines: [line] });
    } else {
      last.lines.push(line);
    }
  }
  return items;
}
