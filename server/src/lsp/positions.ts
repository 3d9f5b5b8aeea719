import type { InitializeParams, Range as LspRange, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientOptions } from '../protocol/files';
import type { Range, SourceText } from '../text/sourceText';

/** What a position's `character` counts: bytes, UTF-16 units, or code points. Offsets are UTF-16 units always. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const ENCODINGS: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies Encoding[];

/**
 * The client's first choice among what we know. One that offers nothing may count otherwise than LSP has it all the
 * same (ALE counts bytes) and can be configured to say so; else UTF-16 is meant.
 */
export function chosenEncoding({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Encoding {
  const offered: unknown = capabilities.general?.positionEncodings;
  const configured = (initializationOptions as ClientOptions | null | undefined)?.positionEncoding;
  const choices: unknown[] = Array.isArray(offered) ? offered : [configured];
  const known = choices.find((encoding) => ENCODINGS.includes(encoding as string));
  return (known as Encoding | undefined) ?? 'utf-16';
}

/** Whose positions are meant; the abilities of a client know it. */
export interface Counting {
  readonly encoding: Encoding;
}

export function toPosition(source: SourceText, offset: number, { encoding }: Counting): Position {
  const { line, character } = source.positionAt(offset);
  if (encoding === 'utf-16') return { line, character };
  const start = offset - character;
  return { line, character: units(source.text.slice(start, offset), encoding) };
}

/** Positions past a line's end give its end, those inside a character its start. */
export function toOffset(source: SourceText, position: Position, { encoding }: Counting): number {
  if (encoding === 'utf-16' || position.line >= source.lineCount) return source.offsetAt(position);
  const { start } = source.line(position.line);
  return start + unitsInto(source.lineText(position.line), position.character, encoding);
}

export function toRange(source: SourceText, { start, end }: Range, counting: Counting): LspRange {
  return { start: toPosition(source, start, counting), end: toPosition(source, end, counting) };
}

/** The range so many lines further down; fewer than none are up. */
export function linesDown({ start, end }: LspRange, lines: number): LspRange {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

export function sameRange(a: LspRange, b: LspRange): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

export function toOffsets(source: SourceText, { start, end }: LspRange, counting: Counting): Range {
  return { start: toOffset(source, start, counting), end: toOffset(source, end, counting) };
}

/** A range of a document as `vscode-languageserver-textdocument` counts: in UTF-16 units. */
export function inUtf16(document: TextDocument, { start, end }: LspRange, encoding: Encoding): LspRange {
  if (encoding === 'utf-16') return { start, end };
  const convert = ({ line, character }: Position): Position => {
    const from = { line, character: 0 };
    const text = document.getText({ start: from, end: { line: line + 1, character: 0 } });
    return { line, character: unitsInto(text.replace(/[\r\n]+$/, ''), character, encoding) };
  };
  return { start: convert(start), end: convert(end) };
}

function units(text: string, encoding: 'utf-8' | 'utf-32'): number {
  let count = 0;
  for (const character of text) count += size(character.codePointAt(0)!, encoding);
  return count;
}

/** How many UTF-16 units of a line stand before so many units of another encoding. */
function unitsInto(line: string, character: number, encoding: 'utf-8' | 'utf-32'): number {
  let left = character;
  let at = 0;
  for (const one of line) {
    left -= size(one.codePointAt(0)!, encoding);
    if (left < 0) break;
    at += one.length;
  }
  return at;
}

/** Half a pair alone is sent as U+FFFD, which has three bytes as well. */
function size(codePoint: number, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32' || codePoint < 0x80) return 1;
  return codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
}
