import type { Edit } from './edits';
import type { Range, SourceText } from './sourceText';

/**
 * Deletes a piece of text. Where nothing else stands on its lines these go as well, with one of two blank lines that
 * would meet.
 */
export function removeBlock(source: SourceText, { start, end }: Range): Edit {
  const first = source.lineNumberAt(start);
  const last = source.lineNumberAt(end);
  const before = source.text.slice(source.line(first).start, start);
  const after = source.text.slice(end, source.line(last).end);
  if (before.trim() !== '' || after.trim() !== '') {
    const blanks = before.length - before.trimEnd().length;
    return {
      start: after.trim() === '' ? start - blanks : start,
      end: after.trim() === '' ? end + after.length : end,
      text: '',
    };
  }
  const blankBefore = first === 0 || source.lineText(first - 1).trim() === '';
  const blankAfter = last + 1 < source.lineCount && source.lineText(last + 1).trim() === '';
  const through = blankBefore && blankAfter ? last + 1 : last;
  return { start: source.line(first).start, end: source.fullLine(through).end, text: '' };
}

/** The range of a line without blanks around its text. */
export function lineText(source: SourceText, number: number): Range {
  const line = source.line(number);
  const text = source.slice(line);
  return {
    start: line.start + text.length - text.trimStart().length,
    end: line.start + text.trimEnd().length,
  };
}
