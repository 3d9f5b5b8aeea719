import { type Above, isPlainLine, isPlainSentence, isQuote } from './plainlyRead';

/** Lines that every reader of Markdown begins afresh at, up to the next such lines. */
export interface Run {
  /** Number of its first line. */
  readonly first: number;
  /** Number of the line after its last one. */
  readonly end: number;
  /** Whether GitHub reads it as the site does, beyond doubt. */
  readonly plain: boolean;
}

/** A heading or an item at the margin, with something in it. */
const START = /^(?:#{1,6}[ \t]+\S|[*+-] +(?![*+-][ \t]*$)\S)/;
const AT_MARGIN = /^\S/;
const ITEM = /^[*+-] +\S/;
const NESTED = /^ +[*+-] +\S/;
/** What goes over lines: fences, HTML, tables, lines that make a heading of the one above. */
const SPANS =
  /^\s*(?:>\s*)*(?:[*+-]\s+|\d{1,9}[.)]\s+)*(?:```|~~~|<(?!small>\[))|^(?=[^-]*-)[\s|:-]*$|^\s*=+\s*$/;

/**
 * Cuts a text at headings, at items at the margin and behind blank lines: what GitHub makes of such a run depends on
 * its own lines only. A text with anything that may go over more lines is one run.
 */
export function cutRuns(given: readonly string[]): Run[] {
  const lines = withoutTables(withoutComments(given));
  if (lines.some((line) => SPANS.test(line))) return [{ first: 0, end: lines.length, plain: isPlain(lines) }];
  const runs: Run[] = [];
  let first = 0;
  let plain = true;
  let above: Above = 'blank';
  /** Whether the run begins under text, of which an item may be a part. */
  let underText = false;
  const endRun = (end: number) => {
    const isPlain = plain || (!underText && isPlainSentence(lines.slice(first, end)));
    runs.push({ first, end, plain: isPlain });
  };
  for (const [n, line] of lines.entries()) {
    if (n > first && (START.test(line) || (lines[n - 1] === '' && AT_MARGIN.test(line)))) {
      endRun(n);
      first = n;
      plain = true;
      underText = isText(above);
    }
    const next = isPlainLine(line, above);
    plain &&= next !== undefined;
    // Under a doubtful line of text no item stands plainly; under an item the next one does, whatever it says.
    const onText: boolean = isText(above);
    const inItem: boolean = above === 'item' || above === 'text of item';
    const item: boolean = (inItem && NESTED.test(line)) || (!onText && ITEM.test(line));
    above = next ?? (item ? 'item' : 'text');
  }
  endRun(lines.length);
  return runs;
}

/** Whether words of a paragraph or a quote stand above, which may go on. */
function isText(above: Above): boolean {
  return above === 'text' || isQuote(above);
}

function isPlain(lines: readonly string[]): boolean {
  let above: Above | undefined = 'blank';
  for (const line of lines) {
    above = isPlainLine(line, above);
    if (above === undefined) return false;
  }
  return true;
}

/** Words that begin a line, in a paragraph of nothing else up to a blank line or a heading. */
const WORDS = /^\p{L}/u;
/** A line below which a comment is read by itself. */
const APART = /^(?:#.*)?$/;
/** A line that is read alike with or without a comment above it. */
const AFRESH = /^(?:<!--.*|\* .*|\*?\p{L}.*)?$/u;
/** Words behind a comment in its last line, which to GitHub are a part of it. */
const BEHIND = /^[\p{L}\p{N} ]*$/u;

/** What may begin a tag or another comment. */
const TAG = /<[a-z/!?]/i;

/**
 * Comments of whole lines as blank lines, for no reader shows anything of them; as words where they are in a paragraph,
 * with words above or behind.
 */
function withoutComments(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.startsWith('<!--'))) return lines;
  const rest = [...lines];
  // The last line above that does not begin with words.
  let above = -1;
  for (let n = 0; n < rest.length; n += 1) {
    const comment = /^<!--(?!-?>)/.test(rest[n]!) ? commentAt(rest, n) : [];
    const behind = behindComment(comment);
    const end = n + comment.length;
    const isInText = behind !== '' || above < n - 1;
    const below = rest[end] ?? '';
    const isNothing =
      behind !== undefined &&
      BEHIND.test(behind) &&
      (APART.test(rest[above] ?? '')
        ? isInText || AFRESH.test(below)
        : endsItems(rest[n - 1]!, behind + below));
    if (isNothing) {
      rest.fill(isInText ? 'words' : '', n, end);
      n = end - 1;
    }
    if (!WORDS.test(rest[n]!)) above = n;
  }
  // To the site a tag that nothing has closed yet may end with a comment.
  return rest.some((line) => TAG.test(line)) ? lines : rest;
}

/** Whether what shows nothing ends a list for all readers. @param below what shows something again, up to the end of its line */
function endsItems(above: string, below: string): boolean {
  return above.startsWith('* ') && below === '';
}

/** The lines of a comment, or up to where another one begins. */
function commentAt(lines: readonly string[], first: number): readonly string[] {
  let last = first;
  while (last < lines.length && !lines[last]!.includes('-->')) {
    last += 1;
    if (lines[last]?.includes('<!--')) break;
  }
  return lines.slice(first, last + 1);
}

/** What stands behind a comment in its last line; undefined where it is not the only one. */
function behindComment(lines: readonly string[]): string | undefined {
  const text = lines.join('\n').trimEnd();
  const end = text.indexOf('-->', '<!--'.length);
  return end < 0 || text.lastIndexOf('<!--') > 0 ? undefined : text.slice(end + '-->'.length);
}

/** A row of words and numbers, with nothing in it that is more than text or a line break. */
const ROW = /^\|(?:(?:[^\\`*_<>![\]|]|<br ?\/?>|\[[^\\`*_<>![\]|]*\](?![[(:]))*\|)+ *$/;
const DELIMITERS = /^\|(?: *:?-+:? *\|)+ *$/;

/** Tables that stand alone, as blank lines: all readers make the same of them. */
function withoutTables(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => DELIMITERS.test(line))) return lines;
  const rest = [...lines];
  const columnsOf = (line: string) => line.split('|').length;
  for (let n = 1; n < lines.length; n += 1) {
    const head = lines[n - 1]!;
    if (!DELIMITERS.test(lines[n]!) || !ROW.test(head) || (n > 1 && lines[n - 2] !== '')) continue;
    let end = n + 1;
    while (end < lines.length && ROW.test(lines[end]!)) end += 1;
    if ((lines[end] ?? '') === '' && columnsOf(head) === columnsOf(lines[n]!)) rest.fill('', n - 1, end);
  }
  return rest;
}
