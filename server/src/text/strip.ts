/**
 * A text without what stands at its end. For this a pattern like `/[.,]+$/` would start at each full stop of a text, and
 * go on to the end of its run: a long run in the middle takes time that grows with its square.
 *
 * @param what matches a character that goes
 */
export function stripEnd(text: string, what: RegExp): string {
  let end = text.length;
  while (end > 0 && what.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** {@link stripEnd} at both ends. */
export function strip(text: string, what: RegExp): string {
  let start = 0;
  while (start < text.length && what.test(text[start]!)) start += 1;
  return stripEnd(text.slice(start), what);
}
