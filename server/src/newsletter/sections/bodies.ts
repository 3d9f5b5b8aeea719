import { indexBefore, type Range } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import type { SectionSpec } from '../eras/profiles';
import type { SiteLine } from '../issue/lines';
import type { IssuePart } from '../issue/part';
import type { Piece } from '../issue/piece';
import type { Section } from './sections';

/** Whether issues of the date have the heading at that level. */
export function isUsualLevel(spec: SectionSpec, level: number, date: string | undefined): boolean {
  if (level === spec.level) return true;
  if (!spec.otherLevels?.includes(level)) return false;
  return spec.otherLevelsUntil === undefined || date === undefined || date < spec.otherLevelsUntil;
}

/** Whether a section is one of the main ones: those of the profile, and headings of the week at their level. */
function isMain(section: Section): boolean {
  return section.spec ? section.spec.parent === undefined : section.heading.level <= 2;
}

/**
 * Where a section ends: at the next heading that does not belong to it. Quote of the Week is an H1, so the levels
 * alone would put what follows under it; and the footer belongs to nobody.
 */
export function sectionEnd(issue: IssuePart, section: Section): number {
  const { sections, footer } = issue;
  const main = isMain(section);
  let next = indexBefore(sections, section.start) + 1;
  for (; next < sections.length; next += 1) {
    const other = sections[next]!;
    if (isMain(other) || (!main && other.heading.level <= section.heading.level)) break;
  }
  const end = sections[next]?.start ?? issue.source.text.length;
  return section.start < footer ? Math.min(end, footer) : end;
}

/** The pieces of a section's body outside comments that are not blank, in order; `comments` those that are. */
export interface Body {
  /** Lines with something on them, comments aside. */
  readonly lines: readonly Range[];
  /** Placeholders count as content: something is still to come. */
  readonly hasPlaceholder: boolean;
}

export function bodyOf(issue: IssuePart, section: Section): Body {
  const { source } = issue;
  const lines: Range[] = [];
  const { start, end } = section.body;
  const last = source.lineNumberAt(Math.max(start, end - 1));
  for (let n = source.lineNumberAt(start); n <= last; n += 1) {
    const line = source.line(n);
    const from = Math.max(line.start, start);
    if (from >= line.end) continue;
    if (visible(issue, from, line.end)) lines.push({ start: from, end: line.end });
  }
  const { placeholders } = issue;
  const first = placeholders[indexBefore(placeholders, start - 1) + 1];
  return { lines, hasPlaceholder: first !== undefined && first.start < end };
}

/** Whether something between the offsets stands outside comments and is not blank. */
function visible(issue: IssuePart, start: number, end: number): boolean {
  const { comments, source } = issue;
  for (let at = start; at < end; at += 1) {
    const char = source.text[at]!;
    if (char === ' ' || char === '\t') continue;
    const comment = comments[indexBefore(comments, at)];
    if (!comment || comment.end <= at) return true;
    at = comment.end - 1;
  }
  return false;
}

/** The range of a heading's line that is worth underlining: without blanks at its end. */
export function headingRange(issue: IssuePart, section: Section): Range {
  const line = issue.source.lineAt(section.start);
  return {
    start: section.start,
    end: section.start + issue.source.slice({ start: section.start, end: line.end }).trimEnd().length,
  };
}

/** Lines that are no part of a paragraph, beside items. */
const OTHERS: ReadonlySet<SiteLine['kind']> = new Set(['front', 'blank', 'heading', 'quote', 'comment']);

/** A piece of text between blank lines, headings, items, quotes, tables and comments. */
export interface Paragraph extends Range {
  /** White space collapsed. */
  readonly text: string;
}

/** The paragraphs of a piece, line by line: fixed text is known by its words, whatever Markdown it makes. */
export function paragraphs(piece: Piece): readonly Paragraph[] {
  return piece.answer(paragraphs, () => readParagraphs(piece));
}

function readParagraphs(piece: Piece): Paragraph[] {
  const { source } = piece;
  const found: Paragraph[] = [];
  let start = -1;
  let end = 0;
  const close = () => {
    if (start >= 0) found.push({ start, end, text: collapsed(source.text.slice(start, end)) });
    start = -1;
  };
  for (const { start: from, end: to, first, kind, bullet } of piece.lines) {
    const isItem = kind === 'item' && bullet !== '1';
    if (isItem || OTHERS.has(kind) || source.text[first] === '|' || piece.inComment(from)) {
      close();
      continue;
    }
    if (start < 0) start = first;
    end = from + source.text.slice(from, to).trimEnd().length;
  }
  close();
  return found;
}
