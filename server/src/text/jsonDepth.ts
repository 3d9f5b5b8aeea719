/** Nothing that we read as JSON is nested deeper; readers of JSON that call themselves would overflow the stack. */
export const MAX_DEPTH = 100;

/** @returns the offset of the first bracket that opens a level too many; undefined when there is none */
export function depthExceeded(text: string): number | undefined {
  let depth = 0;
  // Strings as a whole: brackets in them are text.
  for (const match of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{]|[\]}]/g)) {
    const sign = match[0];
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return match.index;
  }
  return undefined;
}
