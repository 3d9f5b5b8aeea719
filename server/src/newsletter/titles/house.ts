import { collapsed } from '../../text/whitespace';
import { bareCode } from './code';
import { codeSpans, isSafe, safeTitle } from './safe';

/** What the types of conventional commits mean is plain from the rest, or of no interest to readers. */
const DROPPED = /^(?:feat(?:ure)?|fix|internal|minor|perf)$/i;
const TYPE =
  /^(build|chore|ci|docs?|feat(?:ure)?|fix|internal|minor|perf|refactor|style|tests?)[ ]?(?:\(([^()]+)\))?!?:\s*/i;
/** `some_lint: what changed` */
const NAME = /^[a-z][\w-]*_[\w-]*(?=: )/;
/** Words that begin with a capital wherever they stand. */
const NAMES = new Set(
  `Android Apple Arm Cargo Clippy Emscripten English Fuchsia Intel Linux Markdown Miri Python Rust Solaris Unicode
  Windows`.split(/\s+/),
);
/** What Clippy's people write in short. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w-])FPs(?![\w-])/g, 'false positives'],
  [/(?<![\w-])FP(?![\w-])/g, 'false positive'],
  [/(?<![\w-])FNs(?![\w-])/g, 'false negatives'],
  [/(?<![\w-])FN(?![\w-])/g, 'false negative'],
  [/(?<= )->(?= )/g, '→'],
];

/**
 * The title of a pull request as the newsletter writes it: without the type of a conventional commit, the first word in
 * lower case unless it is a name, code in backticks, no full stop.
 *
 * @example houseTitle('feat(index): Stabilize pubtime') // '`index`: Stabilize pubtime'
 * @example houseTitle('Fix `use_self` FP on foo_bar.') // 'fix `use_self` false positive on `foo_bar`'
 * @returns Markdown of one line, fit to stand between the brackets of a link
 */
export function houseTitle(title: string): string {
  const plain = collapsed(title)
    .trim()
    .replace(/(?<!\.)\.$/, '');
  return safeTitle(withCode(proseOf(withoutType(plain))));
}

/** A title as it is, unless it would break: then its code is set in backticks and the rest escaped. */
export function mendedTitle(title: string): string {
  return isSafe(title) ? title : safeTitle(withCode(title));
}

/** Takes off `fix: `; a scope stays, as code. */
function withoutType(title: string): string {
  const match = TYPE.exec(title);
  const rest = match ? title.slice(match[0].length) : title;
  if (rest === '') return title;
  if (match?.[2] !== undefined) return `\`${match[2].replaceAll('`', '')}\`: ${rest}`;
  if (!match) return NAME.test(title) ? title : lowerFirst(title);
  if (!DROPPED.test(match[1]!)) return `${match[1]!.toLowerCase()}: ${lowerFirst(rest)}`;
  // "fix: `some_lint` on macros" says nothing without its verb.
  const verb = /^fix$/i.test(match[1]!) && (rest.startsWith('`') || bareCode(rest)[0]?.start === 0);
  return verb ? `fix ${rest}` : lowerFirst(rest);
}

/** The first word in lower case, unless it is a name, an abbreviation or code. */
function lowerFirst(title: string): string {
  const word = /^[A-Z][a-z]*(?:['’-][A-Za-z][a-z]*)*(?=[\s:,.…!?]|$)/.exec(title)?.[0];
  if (word === undefined || NAMES.has(word)) return title;
  return title[0]!.toLowerCase() + title.slice(1);
}

/** Writes out what is short, outside code. */
function proseOf(title: string): string {
  return outsideCode(title, (prose) =>
    SHORT.reduce((text, [short, long]) => text.replace(short, long), prose),
  );
}

/** Sets bare code in backticks. */
function withCode(title: string): string {
  let result = title;
  for (const { start, end } of bareCode(hidingCode(title)).reverse())
    result = `${result.slice(0, start)}\`${result.slice(start, end)}\`${result.slice(end)}`;
  return result;
}

/** As long as the title, with a character beyond ASCII for every one that is code. */
function hidingCode(title: string): string {
  let hidden = title;
  for (const { start, end } of codeSpans(title))
    hidden = hidden.slice(0, start) + '\uE000'.repeat(end - start) + hidden.slice(end);
  return hidden;
}

function outsideCode(title: string, change: (prose: string) => string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of codeSpans(title)) {
    result += change(title.slice(at, start)) + title.slice(start, end);
    at = end;
  }
  return result + change(title.slice(at));
}
