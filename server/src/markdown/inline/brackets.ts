import type { Region } from './region';

/** For each `[` of a region's text that has a partner the offset of the `]` that closes it. */
export function matchBrackets(region: Region): ReadonlyMap<number, number> {
  const { text } = region;
  // Six steps ask, and between them the text rarely changes.
  if (region.brackets?.text === text) return region.brackets.close;
  const close = new Map<number, number>();
  const open: number[] = [];
  const bracket = /[[\]]/g;
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    if (match[0] === '[') {
      open.push(match.index);
    } else {
      const start = open.pop();
      if (start !== undefined) close.set(start, match.index);
    }
  }
  region.brackets = { text, close };
  return close;
}
