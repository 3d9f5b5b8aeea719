/** White space that is anything else than one space: most texts have none, and patterns are dear that meet every space. */
const UNEVEN = /[^\S ]\s*| \s+/g;

/** A text with one space for each run of white space. */
export function collapsed(text: string): string {
  return text.replace(UNEVEN, ' ');
}
