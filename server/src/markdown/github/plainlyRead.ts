/**
 * Characters that mean nothing to any reader of Markdown; a `~` before a word strikes nothing out without one behind,
 * and a `<` begins neither a tag nor an address.
 */
const WORD =
  "[^\\\\`*_<!~\\[\\]]|(?<![^\\s(])~|!(?!\\[)|<(?=[ \\d'&-])(?![^ <>@]*@)|(?<=\\w)_(?=\\w)|\\\\[_[\\]]";
const CODE = '`[^`\\\\]+`';
/** Written out, as V8 makes a tenth of the code of it that it makes of `\p{L}`. What has others is not told plain. */
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
const ASTERISK_THEN_NO_WORD = '\\*(?![^\\s!-)+-/:-@\\[-`{-~\\u2000-\\u206f])';
/** Emphasis of words, beginning and ending with a letter or the like. */
const STRESS = `\\*{1,2}(?=[${LETTER}\\d@])(?:[^\\\\\`*_<>!~\\[\\]\\s]| (?! ))*(?<=[${LETTER}\\d.])\\*?${ASTERISK_THEN_NO_WORD}`;
const TEXT = `(?:${WORD}|${CODE})*`;
const LOUD_TEXT = `(?:${WORD}|${CODE}|${STRESS})*`;
/** Brackets within are no image either, as in `#![feature(f)]`. */
const TEXT_OF_LINK = `${LOUD_TEXT}(?:!?\\[${TEXT}\\](?![[(])${LOUD_TEXT})*`;
/** An address with or without a title, or the word that a template has in place of one. */
const ADDRESS = '\\((?:https?:[^\\s()<>\\\\*`]*(?: "[\\w ,.:;-]*")?|[A-Z_]*)\\)';
const LINK = `\\[${TEXT_OF_LINK}\\]${ADDRESS}`;
/** The title of an event: bold from bracket to bracket. */
const BOLD_LINK = `\\[\\*\\*(?! )(?:${WORD}|${CODE}|\\[[\\w ]+\\](?![[(]))*(?<! )\\*\\*\\]${ADDRESS}`;
const LABEL = '\\[#?\\w[\\w -]*\\]';
const REFERENCE = `\\[${TEXT}\\]${LABEL}`;
const MARKER = '\\[#?\\w[\\w :|,#()-]*\\](?= )';
/** A sentence in italics, links and all. */
const SLANTED = `\\*(?=[${LETTER}])(?:${WORD}|${LINK})*(?<=[${LETTER}\\d.)])${ASTERISK_THEN_NO_WORD}`;
/** One that goes on behind its italics: to GitHub there are none. */
const SLANTED_IN_PART = `\\*(?=[${LETTER}])(?:${WORD}|${LINK})*[.)]\\*[${LETTER}\\d](?:${WORD})*$`;
/**
 * What may stand in a line. No two of these match at the same place: where each of many words could be read in two ways, a
 * line that is not plain in the end would be read in all combinations of them.
 */
const INLINE = `(?:${WORD}|${CODE}|${LINK}|(?!${LINK})${BOLD_LINK}|${REFERENCE}|${MARKER}|\\*\\*${LINK}\\*\\*|${STRESS}|(?!${STRESS})${SLANTED}|${SLANTED_IN_PART})*`;
/** One pattern for what follows in all kinds of lines: compiling it is most of what reading the first ones takes. */
const PLAIN = new RegExp(`^${INLINE}$`);
/** What would make an item, a code block or the like of an item's text. */
const NO_BLOCK = '(?!$|[ +>#~=-]|\\*{1,2}[^\\p{L}*]|\\*{3}|\\d+[.)])';
const HEADING = /^#{1,6} (?![ #])/;
const ITEM = new RegExp(`^\\* ${NO_BLOCK}`, 'u');
const NESTED = new RegExp(`^ {4}[*-] ${NO_BLOCK}`, 'u');
/** What is nested to GitHub, if not to the site. */
const NESTED_ANYHOW = new RegExp(`^ {2,5}[*-] ${NO_BLOCK}`, 'u');
/** Words, or what a sentence may begin with before them. */
const SENTENCE = '(?=[\\p{L}\\p{N}[($–—“”‘’"\'`…]|\\\\\\[|\\*{1,2}\\p{L})(?!\\d+[.)])';
const PROSE = new RegExp(`^${SENTENCE}`, 'u');
/** The mark of a quote that has no other in it. */
export const QUOTED = /^> ?(?!>)/;
/** The last line of an issue: as HTML within a paragraph it leaves the link alone. */
const SMALL = new RegExp(`^<small>${LINK}</small>$`);
const SLANTED_LINES = new RegExp(`^(?:\\* )?${SLANTED}(?:\\n${INLINE})?$`);
/** A line of a paragraph that may be more than a part of it. */
const LINE_OF_ITS_OWN = new RegExp(`\\n *(?! )(?!${SENTENCE})`, 'u');
const DEFINITION = new RegExp(`^${LABEL}: ?(?:https?|mailto):\\S+$`);
const DEFINED = new RegExp(`^${LABEL}:`);

type Unquoted = 'blank' | 'heading' | 'item' | 'text' | 'text of item';

/** What stands above a line, as far as the line's reading depends on it; in a quote with `> ` before it. */
export type Above = Unquoted | `> ${Unquoted}`;

/**
 * Whether all readers of Markdown agree on a line beyond doubt: a heading, an item in the house style, a line of
 * words and links, in a quote or not, with nothing unusual about any.
 *
 * @returns what the line is to the line below, undefined when there is a doubt
 */
export function isPlainLine(text: string, above: Above): Above | undefined {
  if (text.trim() === '') return 'blank';
  const quote = isQuote(above);
  if (quote || text.startsWith('>')) {
    // What stands under a quote may be taken for a part of it.
    const within = quote ? unquoted(above) : above === 'blank' || above === 'text' ? 'blank' : undefined;
    const mark = QUOTED.exec(text);
    if (within === undefined || !mark || text.includes('|')) return undefined;
    const next = plainUnquoted(text.slice(mark[0].length), within);
    return next && `> ${next}`;
  }
  return plainUnquoted(text, above);
}

/** Whether a line stands under a quote. */
export function isQuote(above: Above): above is `> ${Unquoted}` {
  return above.startsWith('>');
}

function unquoted(above: `> ${Unquoted}`): Unquoted {
  return above.slice(2) as Unquoted;
}

function plainUnquoted(text: string, above: Unquoted): Unquoted | undefined {
  if (text === '') return 'blank';
  const onText = above === 'text';
  const inItem = above === 'item' || above === 'text of item';
  if (above === 'blank' && DEFINITION.test(text)) return 'blank';
  // To GitHub it is a part of the text.
  if ((onText || above === 'text of item') && DEFINITION.test(text) && plainAfter(DEFINED, text))
    return above;
  if (above === 'blank' && SMALL.test(text)) return 'text';
  if (plainAfter(HEADING, text)) return 'heading';
  if (!onText && plainAfter(ITEM, text)) return 'item';
  if (inItem && plainAfter(NESTED, text)) return 'item';
  if (text.includes('|') || !plainAfter(PROSE, text)) return undefined;
  return inItem ? 'text of item' : 'text';
}

/**
 * Whether lines with blank ones around are to all readers one sentence in italics, links and all, as that no items
 * have entered a period: by itself, as an item, or with words below.
 */
export function isPlainSentence(lines: readonly string[]): boolean {
  const text = lines.join('\n').trimEnd();
  return !text.includes('|') && SLANTED_LINES.test(text) && !LINE_OF_ITS_OWN.test(text);
}

/**
 * What a line without its mark of a quote is taken for, where nothing in it is unusual: words, an item at the margin
 * or one nested in it, a heading.
 */
export function plainKind(
  text: string,
): 'blank' | 'item' | 'nested' | 'words' | `heading ${number}` | undefined {
  if (text.trim() === '') return 'blank';
  if (plainAfter(ITEM, text)) return 'item';
  if (plainAfter(NESTED_ANYHOW, text)) return 'nested';
  if (plainAfter(PROSE, text)) return 'words';
  return plainAfter(HEADING, text) ? `heading ${text.indexOf(' ')}` : undefined;
}

/** Whether a line begins in a way, and all that follows is plain. */
function plainAfter(start: RegExp, text: string): boolean {
  const begin = start.exec(text);
  return begin !== null && PLAIN.test(text.slice(begin[0].length));
}
