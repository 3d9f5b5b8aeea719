import type { Range } from '../../text/sourceText';
import { stripEnd } from '../../text/strip';
import { decodeReferences } from '../inline/text';
import type { Line } from './lines';
import type { Source } from './raw';
import { type Draft, draft } from './tree';

const DEFINITION =
  /^[ \t]*\[([^[\]]*)\]:[ \t]*(?:\n[ \t]*)?(\S+)(?!\S)[ \t]*(?:\n[ \t]*)?(?:(["'])(.*)\3[ \t]*|\((.*)\)[ \t]*)?$/dm;

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
    const end = lines[at + count - 1]!.end;
    return { line: at, lines: count, definition: definitionOf(window, match, line.first, end) };
  }
  return undefined;
}

function definitionOf(window: readonly Line[], match: RegExpExecArray, start: number, end: number): Draft {
  const range = (group: number): Range | undefined => {
    const [from, to] = match.indices![group] ?? [];
    if (from === undefined || to === undefined) return undefined;
    return { start: offsetIn(window, from), end: offsetIn(window, to) };
  };
  const label = match[1]!.trim();
  const title = match[4] ?? match[5];
  const titleRange = range(4) ?? range(5);
  const url = stripEnd(match[2]!.replace(/^<+/, ''), />/);
  const address = range(2)!;
  const addressStart = address.start + match[2]!.indexOf(url);
  return draft(
    {
      type: 'definition',
      identifier: label.toLowerCase(),
      label,
      url: decodeReferences(url),
      title: title === undefined ? null : decodeReferences(title),
      data: {
        parts: {
          label: range(1)!,
          address: { start: addressStart, end: addressStart + url.length },
          ...(titleRange && { title: titleRange }),
        },
      },
    },
    start,
    end,
  );
}

/** Where an offset of lines joined by line ends stands in the source. */
function offsetIn(lines: readonly Line[], offset: number): number {
  let rest = offset;
  for (const { start, end } of lines) {
    if (rest <= end - start) return start + rest;
    rest -= end - start + 1;
  }
  return lines[lines.length - 1]!.end;
}
