import type { Range } from '../../text/sourceText';

/**
 * Code that stands bare in the title of a pull request. What counts was measured on the titles published since 2024: of
 * names with an underscore, paths, generics and calls hardly one is without backticks (1 of 3,682), of flags a third. A
 * name in camel case is no code for sure (`GitHub`, `NaN`), nor is a file's name.
 */

/** A name with an underscore between letters or digits, or in front of them. */
const UNDERSCORE = /[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9…*{]|[})]_[a-z]|(?<![A-Za-z0-9])_[a-z]/;
const PATH = /[A-Za-z0-9_>}\])]::[A-Za-z_<{*]/;
const GENERIC = /^&?[A-Za-z_][\w:]*<['&*A-Za-z_[(!].*>/;
const CALL = /[A-Za-z_]\w*!?\(\)/;
/** Rust, not Markdown. */
const ATTRIBUTE = /^#!?\[.*\]$/;
const FLAG = /^(?:--[a-z][\w-]*|-[CZ][a-z][\w-]*)(?:=\S+)?$/;
/** Addresses and people; after a backslash something is meant to be read as it stands. */
const NO_CODE = /:\/\/|^www\.|@|\\|^_.*_$/;

/** What every kind of bare code has in it: most titles have none of these, and no word of theirs is looked at. */
const SIGN = /[_<!(]|::|#\[|-[-CZ]|enum|struct/;

/** Macros of the standard library; others are known by the brackets behind them. */
const MACROS = new Set(
  `asm assert assert_eq cfg column compile_error concat dbg debug_assert env eprint eprintln format format_args
  global_asm include include_bytes include_str matches module_path naked_asm option_env panic print println stringify
  thread_local todo unimplemented unreachable vec write writeln`.split(/\s+/),
);
/** Keywords of Rust that the newsletter sets in code wherever they stand alone (97 of 99 since 2024). */
const KEYWORDS = new Set(['enum', 'struct']);

/** What English hangs on a name: `pthread_key-based`, `must_use's`. */
const SUFFIX =
  /(?:-(?:aware|alike|based|dependent|ed|free|induced|keyed|like|only|related|style|typed)|['’]s)$/;
const PREFIX = /^non-/;
/** More is no expression any more. */
const REACH = 80;
/** Nor is a word like this, whose ends take long to tell. */
const LONGEST = 500;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const CLOSING = new Set(Object.values(PAIRS));
const QUOTATION = /(?<=^|\s\(?)(["'])(?! )[^"']*\1(?!\w)|“[^”]*”/g;

/**
 * Finds code without backticks in a title.
 *
 * @param title with a character beyond ASCII for every one that is code already
 * @returns ranges in the title, in order, not overlapping
 */
export function bareCode(title: string): Range[] {
  if (!SIGN.test(title)) return [];
  const quotations = [...title.matchAll(QUOTATION)].map(({ index, 0: text }) => ({
    index,
    end: index + text.length,
  }));
  const closing = closings(title);
  return wordsOf(title)
    .filter(({ start, end }) => end - start <= LONGEST)
    .filter(
      ({ start, end }) => !quotations.some((quotation) => quotation.index < end && start < quotation.end),
    )
    .flatMap((word) => partsOf(title, trim(title, word, closing)))
    .filter(({ start, end }) => isCode(title.slice(start, end)));
}

/** Whether a word, punctuation taken off, is code beyond doubt. */
function isCode(word: string): boolean {
  if (word.length < 2 || NO_CODE.test(word)) return false;
  if (KEYWORDS.has(word) || FLAG.test(word) || ATTRIBUTE.test(word)) return true;
  const macro = /^([a-z_]\w*)!([([{]?)/.exec(word);
  if (macro && (MACROS.has(macro[1]!) || macro[2] !== '')) return true;
  return UNDERSCORE.test(word) || PATH.test(word) || CALL.test(word) || GENERIC.test(word);
}

/** The words of a title: blanks within brackets that belong to a word (`Result<T, E>`) do not end it. */
function wordsOf(title: string): Range[] {
  const words: Range[] = [];
  let start = -1;
  for (let at = 0; at <= title.length; at += 1) {
    const char = title[at] ?? ' ';
    if (char in PAIRS) {
      const end = closingOf(title, at);
      const belongs =
        start >= 0
          ? /[\w#!:>)\]}]/.test(title[at - 1]!)
          : /^(?:\w|::|\.\w)/.test(title.slice((end ?? at) + 1, at + REACH + 4));
      if (start < 0) start = at;
      if (end !== undefined && belongs) at = end;
    } else if (/[^!-~…’]/.test(char)) {
      if (start >= 0) words.push({ start, end: at });
      start = -1;
    } else if (start < 0) {
      start = at;
    }
  }
  return words;
}

/** Tells where the bracket that opens at a place is closed before a limit; undefined when it is not. */
type Closing = (from: number, limit: number) => number | undefined;

/** {@link closingOf}, worked out once for each bracket. */
function closings(title: string): Closing {
  const known = new Map<number, number | undefined>();
  return (from, limit) => {
    if (!known.has(from)) known.set(from, closingOf(title, from));
    const end = known.get(from);
    return end !== undefined && end < limit ? end : undefined;
  };
}

/** Where the bracket that opens at `from` is closed; undefined when it is not, or only far away. */
function closingOf(title: string, from: number): number | undefined {
  const open: string[] = [];
  for (let at = from; at < Math.min(title.length, from + REACH); at += 1) {
    const char = title[at]!;
    if (/[^ -~…]/.test(char)) return undefined;
    if (char in PAIRS) open.push(PAIRS[char]!);
    // An arrow closes nothing.
    else if (CLOSING.has(char) && !/[-=]>/.test(title.slice(at - 1, at + 1)) && open.pop() !== char)
      return undefined;
    if (open.length === 0) return at;
  }
  return undefined;
}

/** Takes off what belongs to the sentence: punctuation, quotes, brackets without a partner, English affixes. */
function trim(title: string, { start, end }: Range, closingAt: Closing): Range {
  let from = start;
  let to = end;
  for (let before = -1; before !== to - from && from < to; ) {
    before = to - from;
    const first = title[from]!;
    const closing = first in PAIRS ? closingAt(from, to) : undefined;
    if (first === '(' && closing === to - 1) to -= 1;
    if (/["'“,;]/.test(first) || (first in PAIRS && (closing === undefined || closing === to))) from += 1;
    const last = title[to - 1] ?? ' ';
    if (
      to > from &&
      (/["'”.,;:?]/.test(last) || (CLOSING.has(last) && !isClosing(title, from, to, closingAt)))
    )
      to -= 1;
  }
  const word = title.slice(from, to);
  return {
    start: from + (PREFIX.exec(word)?.[0].length ?? 0),
    end: to - (SUFFIX.exec(word)?.[0].length ?? 0),
  };
}

/** Whether the last character of a word closes a bracket of the word. */
function isClosing(title: string, from: number, to: number, closing: Closing): boolean {
  for (let at = from; at < to; at += 1) {
    const end = title[at]! in PAIRS ? closing(at, to) : undefined;
    if (end === to - 1) return true;
    at = end ?? at;
  }
  return false;
}

/** `Add::add/Mul::mul` are two, `tests/ui/some_test.rs` is one. A keyword that others hang on (`struct-like`) is none. */
function partsOf(title: string, { start, end }: Range): Range[] {
  const word = title.slice(start, end);
  if (KEYWORDS.has(word) && /[-\w]/.test((title[start - 1] ?? ' ') + (title[end] ?? ' '))) return [];
  const parts = word.split('/');
  if (parts.length < 2 || !parts.every(isCode)) return [{ start, end }];
  let at = start;
  return parts.map((part) => {
    const range = { start: at, end: at + part.length };
    at = range.end + 1;
    return range;
  });
}
