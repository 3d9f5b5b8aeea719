import type { AlignType } from 'mdast';
import { appendTo } from '../../text/lists';
import { type Line, makeLine, trimmedEnd } from './lines';
import { append, type Draft, draft } from './tree';

interface Borders {
  readonly left: boolean;
  readonly right: boolean;
}

/** A row of cells with a delimiter row of as many cells below it. The table takes the whole piece. */
export function isTable(text: string, lines: readonly Line[], from: number, to: number): boolean {
  const delimiter = lines[from + 1]!;
  if (!/^[ \t]*[|:-][|: \t-]*$/.test(text.slice(delimiter.start, delimiter.end))) return false;
  const head = lines[from]!;
  const borders = bordersOf(text, head);
  const width = splitRow(text, head, borders).length;
  if (width < 2) {
    // A table of one column needs a border in each row.
    if (!borders.left && !borders.right) return false;
    for (let at = from + 1; at < to; at++) {
      const row = bordersOf(text, lines[at]!);
      if (!row.left && !row.right) return false;
    }
  }
  return splitRow(text, delimiter, borders).length === width;
}

export function table(text: string, parent: Draft, lines: readonly Line[]): void {
  const [head, delimiter, ...body] = lines as [Line, Line, ...Line[]];
  const borders = bordersOf(text, head);
  const align = splitRow(text, delimiter, borders).map((cell) => alignOf(text.slice(cell.start, cell.end)));
  const node = append(
    parent,
    draft({ type: 'table', align }, head.first, (body[body.length - 1] ?? delimiter).end),
  );
  appendRow(text, node, head, borders, align.length);
  for (const line of body) appendRow(text, node, line, borders, align.length);
}

function appendRow(text: string, node: Draft, line: Line, borders: Borders, width: number): void {
  const row = append(node, draft({ type: 'tableRow' }, line.first, line.end));
  for (const content of splitRow(text, line, borders).slice(0, width)) {
    const cell = append(row, draft({ type: 'tableCell' }, content.start, content.end));
    cell.content = [content];
  }
}

function alignOf(cell: string): AlignType {
  const left = cell.startsWith(':');
  const right = cell.endsWith(':') && cell.length > 0;
  return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
}

function bordersOf(text: string, line: Line): Borders {
  const end = trimmedEnd(text, line);
  return {
    left: text[line.first] === '|',
    right: end > line.first && isUnescapedPipe(text, line.first, end - 1),
  };
}

function isUnescapedPipe(text: string, start: number, at: number): boolean {
  if (text[at] !== '|') return false;
  let slashes = 0;
  while (at - slashes > start && text[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 0;
}

/** Cells of a row without their outer blanks. A pipe in a code span separates nothing. */
function splitRow(text: string, line: Line, borders: Borders): Line[] {
  let start = line.first;
  let end = trimmedEnd(text, line);
  if (borders.left || borders.right) {
    if (end > start && isUnescapedPipe(text, start, end - 1)) end--;
    if (start < end && text[start] === '|') start++;
  }
  const cells: Line[] = [];
  const cell = (from: number, to: number) => {
    const content = makeLine(text, from, to);
    cells.push(makeLine(text, content.first, trimmedEnd(text, content)));
  };
  for (const pipe of pipesOf(text, start, end)) {
    cell(start, pipe);
    start = pipe + 1;
  }
  cell(start, end);
  return cells;
}

function pipesOf(text: string, start: number, end: number): number[] {
  const pipes: number[] = [];
  const ticks: { start: number; end: number; size: number; open: number }[] = [];
  const pattern = /\\\\|(\\?)(`+)|\\\||(\|)/g;
  const row = text.slice(start, end);
  for (let match = pattern.exec(row); match; match = pattern.exec(row)) {
    if (match[3]) pipes.push(match.index);
    else if (match[2]) {
      const size = match[0].length;
      ticks.push({ start: match.index, end: match.index + size, size, open: size - match[1]!.length });
    }
  }
  if (ticks.length === 0 || pipes.length === 0) return pipes.map((pipe) => pipe + start);
  const spans = codeSpans(ticks);
  let span = 0;
  return pipes
    .filter((pipe) => {
      while (span < spans.length && spans[span]![1] <= pipe) span++;
      return span >= spans.length || pipe < spans[span]![0];
    })
    .map((pipe) => pipe + start);
}

/** Pairs runs of backticks of one size; an escape makes an opening run one shorter. */
function codeSpans(ticks: readonly { start: number; end: number; size: number; open: number }[]) {
  const bySize = new Map<number, number[]>();
  for (let index = ticks.length - 1; index >= 0; index--) appendTo(bySize, ticks[index]!.size, index);
  const spans: [start: number, end: number][] = [];
  for (let index = 0; index < ticks.length; index++) {
    const candidates = bySize.get(ticks[index]!.open);
    while (candidates && candidates.length > 0 && candidates[candidates.length - 1]! <= index)
      candidates.pop();
    const close = candidates?.[candidates.length - 1];
    if (close === undefined) continue;
    spans.push([ticks[index]!.start, ticks[close]!.end]);
    index = close;
  }
  return spans;
}
