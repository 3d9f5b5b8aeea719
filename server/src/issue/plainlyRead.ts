/** Characters that mean nothing to any reader of Markdown, and links made of them. */
const WORDS = '[^\\\\`*_<>&!\\[\\]]';
const LINK = `\\[${WORDS}*\\]\\(https?:[^\\s()<>\\\\*]*\\)`;
const INLINE = `(?:${WORDS}|${LINK}|\\*\\*${LINK}\\*\\*)*`;
const HEADING = new RegExp(`^#{1,6} (?![ #])${INLINE}$`);
const ITEM = new RegExp(`^\\* (?![ *+>#~=-]|\\d+[.)])${INLINE}$`);
const NESTED = new RegExp(`^ {4}\\* (?![ *+>#~=-]|\\d+[.)])${INLINE}$`);
const TEXT = new RegExp(`^(?=[A-Za-z])${INLINE}$`);

/**
 * Whether all readers of Markdown agree on lines beyond doubt: headings, items in the house style, paragraphs of
 * words and links, with nothing unusual about any.
 */
export function isPlainlyRead(lines: readonly string[]): boolean {
  let above: 'blank' | 'heading' | 'item' | 'text' = 'blank';
  for (const line of lines) {
    if (line.trim() === '') {
      above = 'blank';
    } else if (HEADING.test(line)) {
      above = 'heading';
    } else if (above !== 'text' && ITEM.test(line)) {
      above = 'item';
    } else if (above === 'item' && NESTED.test(line)) {
      above = 'item';
    } else if (above !== 'item' && !/[|]/.test(line) && TEXT.test(line)) {
      above = 'text';
    } else {
      return false;
    }
  }
  return true;
}
