/** How a text meets those above and below it. */
export interface Edges {
  readonly firstLine: string;
  readonly lastLine: 'blank' | 'heading' | 'text';
  /** It ends with more than one blank line. */
  readonly endsBlank: boolean;
}

export function edgesOf(text: string): Edges {
  const last = text.trimEnd().length;
  return {
    firstLine: /^[^\r\n]*/.exec(text)![0],
    lastLine: lastLineOf(text),
    endsBlank: (text.slice(last).match(/\r\n?|\n/g)?.length ?? 0) > 2,
  };
}

function lastLineOf(text: string): Edges['lastLine'] {
  let end = text.length;
  if (text.charCodeAt(end - 1) === 10) end -= 1;
  if (text.charCodeAt(end - 1) === 13) end -= 1;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  const line = text.slice(start, end);
  if (line.trim() === '') return 'blank';
  return line.startsWith('#') ? 'heading' : 'text';
}
