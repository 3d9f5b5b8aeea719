import { collapsed } from '../text/whitespace';

/*
 * The parser has to know the labels that an issue defines before it reads a piece of it. What may be one is therefore told
 * from the text by its looks, and more generously than the parser would: a label too many only means that a piece is read
 * once more.
 */

/** How labels of references and definitions are compared. */
export function normalizeLabel(label: string): string {
  return collapsed(label).trim().toLowerCase();
}

/** The labels that a text may refer to. */
export function mentionedLabels(text: string): string[] {
  return (text.match(/\[[^[\]]*\]/g) ?? [])
    .map((found) => normalizeLabel(found.slice(1, -1)))
    .filter((label) => label !== '');
}

/** The labels that a text may define, those of footnotes too. */
export function definedLabels(text: string): string[] {
  return [...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)]
    .map((match) => normalizeLabel(match[1]!))
    .filter((label) => label !== '');
}
