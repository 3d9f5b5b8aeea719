/**
 * Finds the end of a start tag, so that a `>` in a quoted value does not end it.
 *
 * @param from offset behind the tag's name
 * @returns offset behind the `>`, or -1 where the tag never ends
 */
export function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character !== '=') continue;
    let value = at + 1;
    while (/[\s=]/.test(text[value] ?? '')) value++;
    const quote = text[value];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, value + 1);
      if (close < 0) return -1;
      at = close;
    } else {
      at = value - 1;
    }
  }
  return -1;
}
