import type { Edit } from './edits';

/**
 * Puts edits in order and looks whether they can be made: inside the text, each ending where it starts or after, none
 * over another, no character and no line ending cut in two.
 *
 * @returns the edits in the order of the text, or why they can't be made
 */
export function soundEdits(text: string, edits: readonly Edit[]): readonly Edit[] | string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [n, edit] of sorted.entries()) {
    const problem = problemOf(text, edit, sorted[n - 1]);
    if (problem) return `${problem} (${edit.start}-${edit.end})`;
  }
  return sorted;
}

function problemOf(
  text: string,
  { start, end, text: given }: Edit,
  previous: Edit | undefined,
): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'no place';
  if (start > end) return 'ends before it starts';
  if (start < 0 || end > text.length) return 'outside the text';
  if (previous && previous.end > start) return 'overlaps the edit before it';
  if (previous?.start === start && previous.end === end) return 'stands at the place of another';
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) return 'cuts a character in two';
  if (start < end && (cutsLineEnding(text, start) || cutsLineEnding(text, end)))
    return 'cuts a line ending in two';
  if (halfCharacter(given) && !halfCharacter(text)) return 'brings half a character';
  return undefined;
}

function cutsCharacter(text: string, at: number): boolean {
  return text.codePointAt(at - 1)! > 0xffff;
}

function cutsLineEnding(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 13 && text.charCodeAt(at) === 10;
}

function halfCharacter(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
