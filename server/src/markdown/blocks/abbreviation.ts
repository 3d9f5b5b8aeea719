import type { Line } from './lines';
import { type Draft, draft } from './tree';

const ABBREVIATION = /^\*\[([^\]\n]+)\] ?:[ \t]*(?:\n[ \t]*)?(\S.*)$/d;

/** Whether a line may define an abbreviation. */
export function isAbbreviationLine(text: string, line: Line): boolean {
  return (
    line.indent === 0 && text[line.start] === '*' && text[line.start + 1] === '[' && line.end > line.start
  );
}

/**
 * `*[HTML]: Hypertext Markup Language` in column 1, the words possibly on the next line. It cuts its paragraph in
 * two, as a link definition does.
 *
 * @param next gives for an index the first line from there on that is one by its looks
 */
export function findAbbreviation(
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
  next: (at: number) => number,
): { line: number; lines: number; definition: Draft } | undefined {
  for (let at = next(from); at < to; at = next(at + 1)) {
    const line = lines[at]!;
    const own = text.slice(line.start, line.end);
    const below = at + 1 < to ? lines[at + 1]! : undefined;
    const more = below && own.trimEnd().endsWith(':') ? `\n${text.slice(below.start, below.end)}` : '';
    const match = ABBREVIATION.exec(own + more);
    const label = match?.[1]?.trim();
    if (!match || !label) continue;
    const end = more ? below!.end : line.end;
    const node = { type: 'abbrDefinition', label, title: match[2]!.trim() } as const;
    return { line: at, lines: more ? 2 : 1, definition: draft(node, line.start, end) };
  }
  return undefined;
}
