/** Characters that mean nothing to any reader of Markdown. */
const WORD = '[^\\\\`*_<>!\\[\\]]|!(?!\\[)|(?<=\\w)_(?=\\w)|\\\\_';
const CODE = '`[^`\\\\]+`';
/** Emphasis of words, beginning and ending with a letter or the like. */
const STRESS =
  '\\*{1,2}(?=[\\p{L}\\p{N}@])(?:[^\\\\`*_<>!\\[\\]\\s]| (?! ))*(?<=[\\p{L}\\p{N}.])\\*{1,2}(?![\\p{L}\\p{N}*])';
const TEXT = `(?:${WORD}|${CODE})*`;
const LOUD_TEXT = `(?:${WORD}|${CODE}|${STRESS})*`;
const TEXT_OF_LINK = `${LOUD_TEXT}(?:\\[${TEXT}\\](?![[(])${LOUD_TEXT})?`;
const ADDRESS = '\\(https?:[^\\s()<>\\\\*`]*\\)';
const LINK = `\\[${TEXT_OF_LINK}\\]${ADDRESS}`;
/** The title of an event: bold from bracket to bracket. */
const BOLD_LINK = `\\[\\*\\*(?! )(?:${WORD}|${CODE})*(?<! )\\*\\*\\]${ADDRESS}`;
const LABEL = '\\[\\w[\\w-]*\\]';
const REFERENCE = `\\[${TEXT}\\]${LABEL}`;
const MARKER = '\\[\\w[\\w :-]*\\](?= )';
/** A sentence in italics, links and all. */
const SLANTED = `\\*(?=\\p{L})(?:${WORD}|${LINK})*(?<=[\\p{L}\\p{N}.)])\\*(?![\\p{L}\\p{N}*])`;
const INLINE = `(?:${WORD}|${CODE}|${LINK}|${BOLD_LINK}|${REFERENCE}|${MARKER}|\\*\\*${LINK}\\*\\*|${STRESS}|${SLANTED})*`;
/** One pattern for what follows in all kinds of lines: compiling it is most of what reading the first ones takes. */
const PLAIN = new RegExp(`^${INLINE}$`, 'u');
/** What would make an item, a code block or the like of an item's text. */
const NO_BLOCK = '(?!$|[ +>#~=-]|\\*{1,2}[^\\p{L}*]|\\*{3}|\\d+[.)])';
const HEADING = /^#{1,6} (?![ #])/;
const ITEM = new RegExp(`^\\* ${NO_BLOCK}`, 'u');
const NESTED = new RegExp(`^ {4}\\* ${NO_BLOCK}`, 'u');
/** Words, or what a sentence may begin with before them. */
const SENTENCE = '(?=[\\p{L}\\p{N}[(–—“”‘’"\'`…]|\\*{1,2}\\p{L})(?!\\d+[.)])';
const PROSE = new RegExp(`^${SENTENCE}`, 'u');
const QUOTE = new RegExp(`^> ${SENTENCE}`, 'u');
/** The last line of an issue: as HTML within a paragraph it leaves the link alone. */
const SMALL = new RegExp(`^<small>${LINK}</small>$`, 'u');
const DEFINITION = new RegExp(`^${LABEL}: ?(?:https?|mailto):\\S+$`);

/** What stands above a line, as far as the line's reading depends on it. */
export type Above = 'blank' | 'heading' | 'item' | 'quote' | 'text';

/**
 * Whether all readers of Markdown agree on a line beyond doubt: a heading, an item in the house style, a line of
 * words and links, in a quote or not, with nothing unusual about any.
 *
 * @returns what the line is to the line below, undefined when there is a doubt
 */
export function isPlainLine(text: string, above: Above): Above | undefined {
  if (text.trim() === '') return 'blank';
  // What stands under a quote may be taken for a part of it.
  if (above === 'blank' || above === 'quote') {
    if (above === 'quote' && /^> ?$/.test(text)) return 'quote';
    if (text.startsWith('>')) return !text.includes('|') && plainAfter(QUOTE, text) ? 'quote' : undefined;
    if (above === 'quote') return undefined;
  }
  if (above === 'blank' && DEFINITION.test(text)) return 'blank';
  if (above === 'blank' && SMALL.test(text)) return 'text';
  if (plainAfter(HEADING, text)) return 'heading';
  if (above !== 'text' && plainAfter(ITEM, text)) return 'item';
  if (above === 'item' && plainAfter(NESTED, text)) return 'item';
  return above !== 'item' && !text.includes('|') && plainAfter(PROSE, text) ? 'text' : undefined;
}

/** Whether a line begins in a way, and all that follows is plain. */
function plainAfter(start: RegExp, text: string): boolean {
  const begin = start.exec(text);
  return begin !== null && PLAIN.test(text.slice(begin[0].length));
}
