/** For each `[` of a text the offset of the `]` that closes it, or -1. */
export function matchBrackets(text: string): Int32Array {
  const close = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  const bracket = /[[\]]/g;
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    if (match[0] === '[') {
      open.push(match.index);
    } else {
      const start = open.pop();
      if (start !== undefined) close[start] = match.index;
    }
  }
  return close;
}
