/** Where a start tag ends, or how far what looked like one is text. */
export interface TagEnd {
  /** `open` where the tag never ends. */
  readonly kind: 'tag' | 'text' | 'open';
  readonly end: number;
}

const NAME = /[^\s/=>]*/y;
const INDICATOR = /(\s*)=+\s*/y;
const BARE = /[^`>\s]*/y;
const COMMAS = /(?:\s*,)*/y;

/**
 * Finds the end of a start tag: a `>` in a quoted value does not end it, a line end neither. A backtick
 * where an attribute or a bare value would go on says that it was no tag.
 *
 * @param from offset behind the tag's name
 */
export function endOfTag(text: string, from: number): TagEnd {
  let at = from;
  for (;;) {
    while (isGap(text, at)) at++;
    const character = text[at];
    if (character === undefined) return { kind: 'open', end: at };
    if (character === '>') return { kind: 'tag', end: at + 1 };
    if (character === '/') return { kind: 'tag', end: at + 2 };
    if (character === '`') return { kind: 'text', end: at };
    at = skip(NAME, text, at + 1);
    INDICATOR.lastIndex = at;
    const indicator = INDICATOR.exec(text);
    if (!indicator) continue;
    const value = INDICATOR.lastIndex;
    const quote = text[value];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, value + 1);
      if (close >= 0) at = close + 1;
      else if (indicator[1] === '') return { kind: 'open', end: at };
      // Without a value the `=` behind a blank is the name of the next attribute.
      else continue;
    } else {
      at = skip(BARE, text, value);
      if (text[at] === '`') return { kind: 'text', end: at };
    }
    at = skip(COMMAS, text, at);
  }
}

function isGap(text: string, at: number): boolean {
  const character = text[at];
  if (character === '/') return text[at + 1] !== '>';
  return character !== undefined && /\s/.test(character);
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.exec(text);
  return pattern.lastIndex;
}
