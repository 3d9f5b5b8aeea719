import { largest } from './lists';
import { collapsed } from './whitespace';

/**
 * Text from documents, file names, configurations and revisions, made harmless for the place where it is shown:
 * one function a place. What it says stays readable; what it would do is gone.
 */

/** What a terminal may be given; nothing but the functions below makes it. */
export class Printable {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Text whose format escapes what is foreign in it by rules of its own: SARIF, XML, workflow commands. */
  static verbatim(text: string): Printable {
    return new Printable(text);
  }
}

/** What moves cursors, rings bells, colors, or turns the direction of what follows it. Line feeds are apart. */
const COMMANDING = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
/** The same and line feeds. */
const COMMANDING_OR_FEED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Text of one or more lines for a terminal. Line feeds stay; other control characters are shown as pictures or codes,
 * and what GitHub's runner would obey (`::command` at the start of a line, `##[command]` anywhere) is taken apart
 * by a zero-width space.
 */
export function printed(text: string): Printable {
  return Printable.verbatim(disarmed(text.replace(COMMANDING, shown)));
}

/**
 * A template for one line of a report: what is put in becomes harmless and stays on the line; {@link Printable} is
 * put in as it is.
 *
 * @example printedLine`${file}:${line}: ${painted(31, 'error')}: ${message}`
 */
export function printedLine(
  fixed: TemplateStringsArray,
  ...values: readonly (string | number | Printable)[]
): Printable {
  const parts = values.map((value) => (value instanceof Printable ? value.text : oneLine(String(value))));
  return Printable.verbatim(disarmed(String.raw({ raw: fixed }, ...parts)));
}

/** What a terminal is given for a string that nobody has made harmless yet. */
export function printable(text: string | Printable): Printable {
  return typeof text === 'string' ? printed(text) : text;
}

/** Lines one after the other, each with a line feed. */
export function printedLines(lines: readonly Printable[]): Printable {
  return Printable.verbatim(lines.map(({ text }) => `${text}\n`).join(''));
}

/** Text on one line, in a color. @param code of ANSI's "select graphic rendition" */
export function painted(code: number, text: string): Printable {
  return Printable.verbatim(`\u001b[${code}m${oneLine(text)}\u001b[0m`);
}

/** JSON without characters that a terminal would obey. */
export function printedJson(value: unknown, indent?: number): Printable {
  return Printable.verbatim(JSON.stringify(value, undefined, indent).replace(COMMANDING, escaped));
}

/**
 * Text within Markdown (hovers, completions, messages) that reads as itself: no image is loaded, no link or HTML made,
 * no heading or list begun.
 */
export function inMarkdown(text: string): string {
  return collapsed(text.replace(COMMANDING, shown))
    .replace(/[\\`*_{}[\]()#+\-!|<>~$^=:@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\d+)\./, '$1\\.');
}

/** Text as a code span of Markdown. */
export function codeSpan(text: string): string {
  const line = collapsed(text.replace(COMMANDING, shown));
  const longest = largest([0, ...(line.match(/`+/g) ?? []).map((run) => run.length)]);
  const fence = '`'.repeat(longest + 1);
  const pad = /^[ `]|[ `]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text that stays on its line, for formats with escapes of their own. */
export function oneLine(text: string): string {
  return text.replace(COMMANDING_OR_FEED, shown);
}

function disarmed(text: string): string {
  // A folder's report has thousands of lines, and hardly one of them has either.
  if (!text.includes('::') && !text.includes('##[')) return text;
  return text.replace(/^([^\S\r\n]*:)(?=:)/gm, '$1\u200b').replace(/##(?=\[)/g, '##\u200b');
}

function shown(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return escaped(character);
}

function escaped(character: string): string {
  return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
}
