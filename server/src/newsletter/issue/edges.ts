/** What stands above a line: of a merge conflict nobody knows yet what will. */
export type LineAbove = 'blank' | 'heading' | 'conflict' | 'text';

/** A line that Git writes where it could not choose, as a pattern from its beginning to its end. */
export const CONFLICT_MARKER = '(?:<{7}|\\|{7}|>{7})(?:[ \\t][^\\r\\n]*)?$|={7}$';
const CONFLICT = new RegExp(`^(?:${CONFLICT_MARKER})`);
const CONFLICT_LINE = new RegExp(CONFLICT, 'm');

/** How a text meets those above and below it. */
export interface Edges {
  readonly firstLine: string;
  readonly lastLine: LineAbove;
  /** It ends with more than one blank line. */
  readonly endsBlank: boolean;
}

export function edgesOf(text: string): Edges {
  const last = text.trimEnd().length;
  return {
    firstLine: /^[^\r\n]*/.exec(text)![0],
    lastLine: lastLineOf(text),
    endsBlank: (text.slice(last).match(/\r\n?|\n/g)?.length ?? 0) > 2,
  };
}

/** What a line is to the one below. */
export function kindOfLine(line: string): LineAbove {
  if (line.trim() === '') return 'blank';
  if (CONFLICT.test(line)) return 'conflict';
  return line.startsWith('#') ? 'heading' : 'text';
}

/** Whether a side of a merge conflict begins or ends in a text: nobody knows yet which side will stay. */
export function partsVersions(text: string): boolean {
  return CONFLICT_LINE.test(text);
}

function lastLineOf(text: string): LineAbove {
  let end = text.length;
  if (text.charCodeAt(end - 1) === 10) end -= 1;
  if (text.charCodeAt(end - 1) === 13) end -= 1;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return kindOfLine(text.slice(start, end));
}
