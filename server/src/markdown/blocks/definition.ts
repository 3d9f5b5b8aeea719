import { decodeReferences } from '../inline/text';
import type { Line } from './lines';
import type { Source } from './raw';
import { type Draft, draft } from './tree';

const DEFINITION =
  /^[ \t]*\[([^[\]]*)\]:[ \t]*(?:\n[ \t]*)?(\S+)(?!\S)[ \t]*(?:\n[ \t]*)?(?:(["'])(.*)\3[ \t]*|\((.*)\)[ \t]*)?$/m;

/** A label that goes over more lines than this is none. */
const MAX_LINES = 8;

/**
 * Finds the first link definition of a piece. On the site it may stand in the middle of a paragraph; it
 * cuts the paragraph in two.
 */
export function findDefinition(
  source: Source,
  lines: readonly Line[],
  from: number,
  to: number,
): { line: number; lines: number; definition: Draft } | undefined {
  for (let at = from; at < to; at++) {
    const line = lines[at]!;
    if (line.indent > 3 || source.masked[line.first] !== '[') continue;
    const window = lines.slice(at, Math.min(to, at + MAX_LINES));
    const value = window.map(({ start, end }) => source.masked.slice(start, end)).join('\n');
    const match = DEFINITION.exec(value);
    if (!match || match.index > 0) continue;
    const count = match[0].split('\n').length;
    const label = match[1]!.trim();
    const title = match[4] ?? match[5];
    const definition = draft(
      {
        type: 'definition',
        identifier: label.toLowerCase(),
        label,
        url: decodeReferences(match[2]!.replace(/^<+|>+$/g, '')),
        title: title === undefined ? null : decodeReferences(title),
      },
      line.first,
      lines[at + count - 1]!.end,
    );
    return { line: at, lines: count, definition };
  }
  return undefined;
}
