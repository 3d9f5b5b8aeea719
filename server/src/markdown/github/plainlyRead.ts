/** Characters that mean nothing to any reader of Markdown. */
const WORD = '[^\\\\`*_<>!\\[\\]]|!(?!\\[)|(?<=\\w)_(?=\\w)';
const CODE = '`[^`\\\\]+`';
/** Emphasis of words, beginning and ending with a letter or the like. */
const STRESS =
  '\\*{1,2}(?=[\\p{L}\\p{N}@])(?:[^\\\\`*_<>!\\[\\]\\s]| (?! ))*(?<=[\\p{L}\\p{N}.])\\*{1,2}(?![\\p{L}\\p{N}*])';
const TEXT_OF_LINK = `(?:${WORD}|${CODE})*`;
const LINK = `\\[${TEXT_OF_LINK}\\]\\(https?:[^\\s()<>\\\\*]*\\)`;
/** The title of an event: bold from bracket to bracket. */
const BOLD_LINK = `\\[\\*\\*(?! )(?:${WORD}|${CODE})*(?<! )\\*\\*\\]\\(https?:[^\\s()<>\\\\*]*\\)`;
const REFERENCE = `\\[${TEXT_OF_LINK}\\]\\[\\w+\\]`;
const MARKER = '\\[\\w+\\](?= )';
const INLINE = `(?:${WORD}|${CODE}|${LINK}|${BOLD_LINK}|${REFERENCE}|${MARKER}|\\*\\*${LINK}\\*\\*|${STRESS})*`;
const line = (start: string) => new RegExp(`^${start}${INLINE}$`, 'u');
/** What would make an item, a code block or the like of an item's text. */
const NO_BLOCK = '(?![ *+>#~=-]|\\d+[.)])';
const HEADING = line('#{1,6} (?![ #])');
const ITEM = line(`\\* ${NO_BLOCK}`);
const NESTED = line(` {4}\\* ${NO_BLOCK}`);
const TEXT = line('(?=[\\p{L}\\p{N}[]|\\*{1,2}\\p{L})(?!\\d+[.)])');
const DEFINITION = /^\[\w+\]: ?(?:https?|mailto):\S+$/;

/**
 * Whether all readers of Markdown agree on lines beyond doubt: headings, items in the house style, paragraphs of
 * words and links, with nothing unusual about any.
 */
export function isPlainlyRead(lines: readonly string[]): boolean {
  let above: 'blank' | 'heading' | 'item' | 'text' = 'blank';
  for (const text of lines) {
    if (text.trim() === '') above = 'blank';
    else if (above === 'blank' && DEFINITION.test(text)) continue;
    else if (HEADING.test(text)) above = 'heading';
    else if (above !== 'text' && ITEM.test(text)) above = 'item';
    else if (above === 'item' && NESTED.test(text)) above = 'item';
    else if (above !== 'item' && !text.includes('|') && TEXT.test(text)) above = 'text';
    else return false;
  }
  return true;
}
