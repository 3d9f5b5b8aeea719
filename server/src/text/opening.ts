import type { Range, SourceText } from './sourceText';

const LONGEST = 30;

/** How a line begins, in quotes: messages about blank lines would all read the same without. */
export function opening(source: SourceText, line: Range): string {
  const text = source.text.slice(line.start, Math.min(line.end, line.start + 200)).trim();
  if (text === '') return 'the end';
  return `“${text.length > LONGEST ? `${Array.from(text).slice(0, LONGEST).join('')}…` : text}”`;
}
