/**
 * A text in one line and of at most `longest` UTF-16 units, for quoting: cut where no character is cut in two, and at
 * the same place whatever the line endings.
 */
export function shortened(text: string, longest: number): string {
  const line = inOneLine(text);
  if (line.length <= longest) return line;
  const end = line.codePointAt(longest - 2)! > 0xffff ? longest - 2 : longest - 1;
  return `${line.slice(0, end).trimEnd()}…`;
}

/** Lines joined with a space, without the space around their breaks. */
export function inOneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/(?<![ \t])[ \t]*[\r\n][ \t\r\n]*/g, ' ') : text;
}
