import { after, dedent, type Line, trimmedEnd } from './lines';
import type { Nesting } from './nesting';
import { append, type Draft, draft, isBare, lastChild } from './tree';

const CODE_INDENT = 4;

/** `: ` after at most three columns. @returns the line after it, undefined for other lines */
export function definitionContent(text: string, line: Line): Line | undefined {
  if (line.indent > 3 || line.first >= line.end || text[line.first] !== ':') return undefined;
  const rest = after(text, line, line.first + 1);
  return rest.indent === 0 ? undefined : dedent(text, rest, Math.min(rest.indent, 3));
}

/**
 * The first `: ` of a piece describes the terms on the lines above it; where there are none, those in the paragraph
 * before, which then is no paragraph any more. Only the piece at the very beginning of its container has nothing
 * to describe, and stays a paragraph.
 *
 * @param at index of the line with `: `
 * @returns index of the first line that does not belong to the description; undefined where it describes nothing
 */
export function definitionList(
  parser: Nesting,
  parent: Draft,
  lines: readonly Line[],
  from: number,
  at: number,
  to: number,
): number | undefined {
  const { text } = parser;
  const content = definitionContent(text, lines[at]!)!;

  const above = lines.slice(from, at);
  // Bare text is nothing that a description could follow.
  const previous = parent.children.findLast((child) => !isBare(child));
  if (above.length === 0 && !previous) return undefined;
  const terms = above.length > 0 ? above : takeTerms(parent, previous!);
  const loose = above.length === 0 && (terms.length > 0 || endsWithBlocks(lastChild(parent)));

  let list = lastChild(parent);
  if (list?.node.type !== 'defList')
    list = append(parent, draft({ type: 'defList' }, terms[0]?.first ?? lines[at]!.first, content.end));
  for (const line of terms) {
    const end = trimmedEnd(text, line);
    append(list, draft({ type: 'defListTerm' }, line.first, end)).content = [
      { ...line, start: line.first, indent: 0, pad: 0, end },
    ];
  }
  const end = endOfDescription(text, lines, at + 1, to);
  const rest = lines.slice(at + 1, end);
  const body = rest.every(({ indent }) => indent >= CODE_INDENT)
    ? rest.map((line) => dedent(text, line, CODE_INDENT))
    : rest;
  const description = append(list, draft({ type: 'defListDescription' }, lines[at]!.first, content.end));
  parser.parseLines(description, [content, ...body], loose ? 'looseList' : 'list');
  return end;
}

/** A line that begins at the margin goes on with the text, and then all lines do; else those that are indented. */
function endOfDescription(text: string, lines: readonly Line[], from: number, to: number): number {
  if (from < to && lines[from]!.indent < CODE_INDENT && text[lines[from]!.first] !== ':') return to;
  let at = from;
  while (at < to && lines[at]!.indent >= CODE_INDENT) at++;
  return at;
}

function takeTerms(parent: Draft, paragraph: Draft): readonly Line[] {
  if (paragraph.node.type !== 'paragraph') return [];
  parent.children.splice(parent.children.indexOf(paragraph), 1);
  return paragraph.content!;
}

/** Whether the last description of a list has paragraphs or other blocks already. */
function endsWithBlocks(list: Draft | undefined): boolean {
  if (list?.node.type !== 'defList') return false;
  const last = lastChild(list);
  return last?.node.type === 'defListDescription' && last.children.some((child) => !isBare(child));
}

/** Begins a description without a mark, for text that is indented below a list. */
export function appendDescription(list: Draft, start: number): Draft {
  return append(list, draft({ type: 'defListDescription' }, start, start + 1));
}
