import { appendTo } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import type { Raw } from './raw-piece';

const OPENING = /^(`{3,}|~{3,}) *(?! )(?:\{[^\n]*\}|\.?([\w#.+-]*) *(?:hl_lines=(["']).*?\3 *)?)$/;
const CLOSING = /^(`{3,}|~{3,}) *$/;

const MEANT = /^(`{3,}|~{3,})[ \t]*(?![ \t])([^`~]*)$/;

/**
 * What a line is to its author that would be a fence if it were not indented or said less.
 *
 * @param line from its first character on
 * @returns its marker, and what stands after it
 */
export function meantFence(line: string): { readonly marker: string; readonly info: string } | undefined {
  const match = MEANT.exec(line);
  return match ? { marker: match[1]!, info: match[2]! } : undefined;
}

/**
 * Finds code fences. On the site a fence stands in column 1 only, needs a closing line of exactly as many
 * characters, and its info string is one word: ` ```rust,ignore ` opens nothing.
 */
export function scanFences(text: string): Raw[] {
  const candidates = fenceLines(text);
  const closings = new Map<string, number[]>();
  candidates.forEach(({ line }, index) => {
    const marker = CLOSING.exec(line)?.[1];
    if (marker) appendTo(closings, marker, index);
  });

  const fences: Raw[] = [];
  const used = new Map<string, number>();
  for (let index = 0; index < candidates.length; index++) {
    const { line, start, end, next } = candidates[index]!;
    const opening = OPENING.exec(line);
    if (!opening) continue;
    const marker = opening[1]!;
    const list = closings.get(marker) ?? [];
    let pointer = used.get(marker) ?? 0;
    while (pointer < list.length && list[pointer]! <= index) pointer++;
    used.set(marker, pointer);
    const closeIndex = list[pointer];
    if (closeIndex === undefined) continue;
    const close = candidates[closeIndex]!;
    fences.push({
      kind: 'code',
      breaks: 'both',
      start,
      end: close.end,
      code: [Math.min(next, close.start), close.start],
      fence: {
        open: { start, end: start + marker.length },
        close: { start: close.start, end: close.start + marker.length },
        info: infoOf(text, start + marker.length, end),
      },
      lang: opening[2] || languageAttribute(text.slice(start, end)),
    });
    index = closeIndex;
  }
  return fences;
}

function infoOf(text: string, start: number, end: number): Range {
  const info = text.slice(start, end);
  const first = start + info.length - info.trimStart().length;
  return { start: first, end: Math.max(first, start + info.trimEnd().length) };
}

/** ` ```{.rust #id} ` names its language by the first class. */
function languageAttribute(line: string): string {
  return /\{[^{}\n]*?\.([\w+#-]+)/.exec(line)?.[1] ?? '';
}

interface FenceLine {
  readonly line: string;
  readonly start: number;
  readonly end: number;
  /** Offset of the line after. */
  readonly next: number;
}

function fenceLines(text: string): FenceLine[] {
  const found: FenceLine[] = [];
  const candidate = /^(?:```|~~~)[^\r\n]*/gm;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    found.push({ line: match[0].replaceAll('\t', '    '), start, end, next });
  }
  return found;
}
