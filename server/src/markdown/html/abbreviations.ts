import type { ElementContent } from 'hast';

const WORD = '[\\p{L}\\p{N}_]';
/** Python's `\b`, which knows the letters of all scripts. */
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** Makes a function that cuts a text at the abbreviations in it, which become `<abbr>`; of two the longer one counts. */
export function abbreviator(titles: ReadonlyMap<string, string>): (value: string) => ElementContent[] {
  if (titles.size === 0) return (value) => [{ type: 'text', value }];
  const labels = [...titles.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`${BOUNDARY}(${labels.map(escaped).join('|')})${BOUNDARY}`, 'u');
  return (value) =>
    value.split(any).flatMap((part, index): ElementContent[] => {
      if (part === '') return [];
      const text = { type: 'text', value: part } as const;
      if (index % 2 === 0) return [text];
      const title = titles.get(part)!;
      return [{ type: 'element', tagName: 'abbr', properties: { title }, children: [text] }];
    });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
