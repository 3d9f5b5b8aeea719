const KEY = /^ {0,3}[A-Za-z0-9_-]+:\s*/;
const MORE = /^ {4,}/;
const FENCE = /^(?:-{3}|\.{3})(?:\s.*)?$/;

/**
 * Finds where the article body begins. The site's front matter is what stands before the first empty line;
 * a line that is neither a key nor the continuation of one ends it as well, and belongs to the body.
 */
export function bodyStart(text: string): number {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = /([^\r\n]*)(\r\n?|\n|$)/y;
  lines.lastIndex = from;
  let seenKey = false;
  for (let match = lines.exec(text), first = true; match; match = lines.exec(text), first = false) {
    const line = match[1]!;
    if (line.trim() === '') return lines.lastIndex;
    const opening = first && /^-{3}(?:\s.*)?$/.test(line);
    if (!opening) {
      if (FENCE.test(line)) return lines.lastIndex;
      if (KEY.test(line)) seenKey = true;
      else if (!seenKey || !MORE.test(line)) return match.index;
    }
    if (!match[2]) return text.length;
  }
  return from;
}
