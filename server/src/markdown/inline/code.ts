import { type Finds, type Region, resolveText } from './region';

/**
 * Code spans. The closing run of backticks must be as long as the opening one; an opening run that finds
 * none is tried shorter, so the rest of its backticks belongs to the code.
 */
export function* codeSpans(region: Region): Finds {
  const { text } = region;
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, size: match[0].length }));
  const bySize = new Map<number, number[]>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const starts = bySize.get(runs[index]!.size);
    if (starts) starts.push(runs[index]!.start);
    else bySize.set(runs[index]!.size, [runs[index]!.start]);
  }
  let from = 0;
  for (const run of runs) {
    if (run.start < from) continue;
    const slashes = slashesBefore(text, run.start, from);
    // Escaped slashes in front of a code span are one slash each.
    if (slashes > 1 && slashes % 2 === 0) {
      for (let at = run.start - slashes; at < run.start; at += 2) {
        yield { start: at, end: at + 2, make: () => ({ node: { type: 'text', value: '\\' } }) };
      }
    }
    const start = slashes % 2 === 0 ? run.start : run.start + 1;
    const end = run.start + run.size;
    for (let size = end - start; size > 0; size--) {
      const starts = bySize.get(size);
      while (starts && starts.length > 0 && starts[starts.length - 1]! < end) starts.pop();
      const close = starts?.[starts.length - 1];
      if (close === undefined) continue;
      yield {
        start,
        end: close + size,
        make: (inner) => {
          const value = resolveText(region, start + size, close, inner).trim();
          return { node: { type: 'inlineCode', value } };
        },
      };
      from = close + size;
      break;
    }
  }
  return false;
}

function slashesBefore(text: string, at: number, from: number): number {
  let count = 0;
  while (at - count > from && text[at - count - 1] === '\\') count++;
  return count;
}
