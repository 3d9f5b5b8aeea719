import type { Bracket, BracketText } from '../newsletter/issue/brackets';
import { FILLER } from '../newsletter/issue/prose';
import type { Edit } from '../text/edits';
import { holds } from '../text/sourceText';
import { besideLink, closedTwice } from './besideLink';
import { definePieceRule, type Report } from './rule';
import { unpairedInTitle } from './unpairedInTitle';

export default definePieceRule({
  id: 'link-form',
  summary: 'Brackets or parentheses of a link that do not fit together',
  why: 'The site shows brackets and address instead of a link (#6625, #4754).',
  severity: 'error',
  fix: 'sometimes',
  tags: ['changesSite', 'url', 'organiser-url'],
  yieldsTo: ['mojibake', 'link-address'],
  examples: [
    {
      title: 'a space in between',
      bad: '* [A post] (https://example.com/a)\n',
      found: ['1:3-13: There is a space between ] and (: the site makes no link of it'],
      fixes: ['Remove what is between ] and ('],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'a missing parenthesis',
      bad: '* [A post](https://example.com/a\n',
      found: ['1:3-33: The ) after the address is missing'],
      fixes: ['Add the parenthesis'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'a second address',
      bad: '* [A post](https://example.com/a)](https://example.com/a)\n',
      found: ['1:3-58: After the link there is a second address'],
      fixes: ['Remove what is too much'],
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.prose;
    for (const brackets of piece.brackets) {
      const loose = new Set(brackets.loose.slice(0, LOOSE_LIMIT));
      const firstOpen = brackets.loose.find((at) => text[at] === '[') ?? Infinity;
      for (const pair of brackets.pairs) {
        const found = ofPair(text, pair, { end: brackets.end, loose, firstOpen });
        if (!found) continue;
        report(found.report);
        for (const at of found.explains) loose.delete(at);
      }
      const [link, ...more] = brackets.pairs.filter(({ target }) => target);
      if (link && more.length === 0 && brackets.head.kind === 'item') {
        const found = besideLink(text, link, brackets);
        // The asterisks of an event's title belong into its link, as another rule tells.
        if (found && !(text[found.at.start] === '*' && holds(piece.events, link.start))) report(found);
      } else for (const found of closedTwice(text, brackets, MOST)) report(found);
      for (const pair of brackets.pairs) {
        const found = pair.target && unpairedInTitle(text, pair, piece.source.text);
        if (found) report(found);
      }
      for (const at of [...loose].slice(0, MOST)) {
        const found = ofLoose(text, at, brackets);
        if (found) report(found);
      }
    }
  },
});

/** More brackets without partner in one paragraph are something else than a damaged link. */
const MOST = 3;
/** What is looked at of a paragraph of nothing but brackets. */
const LOOSE_LIMIT = 1000;
/** No address is longer. */
const LONGEST = 1000;
const ADDRESS = '(?:https?:|www\\.|mailto:)';
/** `] (https:` and `]:(https:`; a line break in between is told by another rule. */
const GAP = new RegExp(`^([ \\t]+|[:.,;'"*-])(?=\\(${ADDRESS})`);
const DOUBLE = new RegExp(`^\\(\\((?=${ADDRESS})`);
const NAKED = new RegExp(`^<?(${ADDRESS}[^\\s<>()]+)>?`);
const URL_RUN = /^\(\s*[^\s()\uE000]*(?:\([^\s()\uE000]*\)[^\s()\uE000]*)*/;

interface Surroundings {
  readonly end: number;
  /** Brackets of the paragraph without partner, and the first opening one. */
  readonly loose: ReadonlySet<number>;
  readonly firstOpen: number;
}

/** @property explains loose brackets that this report is about as well */
interface Told {
  readonly report: Report;
  readonly explains: readonly number[];
}

function ofPair(text: string, pair: Bracket, around: Surroundings): Told | undefined {
  const doubled = text.startsWith('((', pair.end);
  if (pair.target && !doubled) return behindTarget(text, pair, around);
  const behind = text.slice(pair.end, Math.min(around.end, pair.end + LONGEST));
  const gap = GAP.exec(behind);
  if (gap) {
    const from = pair.end;
    const to = from + gap[0].length;
    return told(
      { start: pair.start, end: to + 1 },
      `There ${gap[0].trim() === '' ? (gap[0].length > 1 ? 'are spaces' : 'is a space') : `is ${gap[0].trim()}`} between ] and (: the site makes no link of it`,
      'Remove what is between ] and (',
      [{ start: from, end: to, text: '' }],
      { sure: true },
    );
  }
  if (doubled && DOUBLE.test(behind)) {
    const surplus = [{ start: pair.end, end: pair.end + 1, text: '' }];
    const closing = pair.target && text[pair.target.end - 2] === ')' ? pair.target.end - 1 : undefined;
    if (closing !== undefined) surplus.push({ start: closing, end: closing + 1, text: '' });
    return told(
      { start: pair.start, end: pair.end + 2 },
      'There is one ( too many before the address',
      'Remove the second one',
      surplus,
      { sure: closing !== undefined },
    );
  }
  if (pair.openTarget !== undefined) return unclosedTarget(text, pair, behind, around);
  if (pair.target) return behindTarget(text, pair, around);
  const naked = NAKED.exec(behind);
  if (naked && !/^https?:/.test(text.slice(pair.start + 1))) {
    const end = pair.end + naked[0].length + (behind[naked[0].length] === ')' ? 1 : 0);
    return told(
      { start: pair.start, end },
      'The parentheses around the address are missing',
      'Add the parentheses',
      [{ start: pair.end, end, text: `(${naked[1]})` }],
    );
  }
  return swapped(text, pair);
}

/** `[A post](https://example.com/a` */
function unclosedTarget(
  text: string,
  pair: Bracket,
  behind: string,
  { loose }: Surroundings,
): Told | undefined {
  if (!new RegExp(`^\\(\\s*${ADDRESS}`).test(behind)) return undefined;
  const run = URL_RUN.exec(behind)![0];
  const to = pair.end + run.length;
  // `(https://(example.com/a)`, `(https:(//example.com/a)`, `(https://example.com/a\)`
  const surplus = /^(\(https?:(?:\/\/)?)\(/.exec(run)?.[1] ?? /^(.*)\\$/.exec(run)?.[1];
  if (surplus !== undefined) {
    const start = pair.end + surplus.length;
    return told(
      { start: pair.start, end: to },
      `“${text[start]}” does not belong in the address, which has no end because of it`,
      `Remove “${text[start]}”`,
      [{ start, end: start + 1, text: '' }],
      { explains: [...loose].filter((at) => at >= pair.end && at < to) },
    );
  }
  // `(https://example.com/a]`, `(https://example.com/a. More text`, `(https://example.com/a</small>`
  const tag = run.indexOf('<');
  const address = tag > 0 ? run.slice(0, tag) : run;
  const end = pair.end + address.length - /(?:[\]}）］]|[.,;:]*)$/.exec(address)![0].length;
  const explains: number[] = [];
  for (let at = pair.end; at < to; at += 1) if (loose.has(at)) explains.push(at);
  return told(
    { start: pair.start, end: to },
    'The ) after the address is missing',
    'Add the parenthesis',
    [{ start: end, end: /[\]}）］]/.test(text[end] ?? '') ? end + 1 : end, text: ')' }],
    // Text after it may be the rest of an address with a space, and a digit the parenthesis without the Shift key.
    { explains, sure: /^[\])}）］]?(?:<\/\w+>)?\s*$/.test(lineRest(text, end)) && !/\D[09]$/.test(address) },
  );
}

/** `[A post](https://example.com/a)](https://example.com/a)`, `..)]` */
function behindTarget(text: string, pair: Bracket, { loose, firstOpen }: Surroundings): Told | undefined {
  const start = pair.target!.end;
  if (text[start] !== ']' || !loose.has(start)) return undefined;
  // An opening bracket further ahead may be the partner: a link inside brackets.
  if (firstOpen < pair.start) return undefined;
  // What stands after a bracket without a partner is no link.
  const again = /^\]\([^()\s\uE000]*\)/.exec(text.slice(start, start + LONGEST))?.[0] ?? ']';
  return told(
    { start: pair.start, end: start + again.length },
    `After the link there is ${again.length > 1 ? 'a second address' : 'another ]'}`,
    'Remove what is too much',
    [{ start, end: start + again.length, text: '' }],
    {
      explains: [start],
      sure: again.length === 1 || again.slice(1) === text.slice(pair.target!.start, start),
    },
  );
}

/** `(A post)[https://example.com/a]` */
function swapped(text: string, pair: Bracket): Told | undefined {
  const inner = text.slice(pair.start + 1, pair.end - 1);
  if (text[pair.start - 1] !== ')' || !/^https?:\/\/\S+$/.test(inner)) return undefined;
  const open = text.lastIndexOf('(', pair.start - 2);
  const title = text.slice(open + 1, pair.start - 1);
  if (open < 0 || /[\r\n()[\]]/.test(title)) return undefined;
  return told(
    { start: open, end: pair.end },
    'Brackets and parentheses are swapped: [title](address)',
    'Swap brackets and parentheses',
    // What is between them stays: the text has no code.
    [
      { start: open, end: open + 1, text: '[' },
      { start: pair.start - 1, end: pair.start + 1, text: '](' },
      { start: pair.end - 1, end: pair.end, text: ')' },
    ],
    { sure: true },
  );
}

function told(
  at: Report['at'],
  message: string,
  title: string,
  edits: readonly Edit[],
  { explains = [], sure = false }: { explains?: readonly number[]; sure?: boolean } = {},
): Told {
  const fix = { title, ...(sure ? { all: true } : { preferred: true }), edits: () => edits };
  return { report: { at, message, fixes: [fix] }, explains };
}

function lineRest(text: string, at: number): string {
  return /^[^\r\n]*/.exec(text.slice(at, at + LONGEST))![0];
}

/** A bracket that has no partner in its paragraph. */
function ofLoose(text: string, at: number, brackets: BracketText): Report | undefined {
  const opening = text[at] === '[';
  if (brackets.head.kind === 'quote' || isRange(text, at)) return undefined;
  const { pairs } = brackets;
  if (
    opening
      ? pairs.some(({ start, target }) => target && start === at + 1)
      : pairs.some(({ end }) => end === at)
  ) {
    const surplus = { start: at, end: at + 1 };
    const sure = opening || new RegExp(`^\\(${ADDRESS}`).test(text.slice(at + 1, at + 12));
    return {
      at: surplus,
      message: `There is one ${text[at]} too many`,
      fixes: [
        {
          title: `Remove ${text[at]}`,
          ...(sure ? { all: true } : {}),
          edits: () => [{ ...surplus, text: '' }],
        },
      ],
    };
  }
  if (opening) {
    const rest = /^[^\r\n]*/.exec(text.slice(at, Math.min(brackets.end, at + LONGEST)))![0];
    // `[A post (https://example.com/a)`, `[A post(https://example.com/a)`
    const missing =
      new RegExp(`^\\[([^[\\]()]*?)[ \\t]*\\((?=${ADDRESS})`).exec(rest) ??
      new RegExp(`^\\[([^[\\]()]*?)[ \\t]+(?=${ADDRESS}[^\\s()]+\\)\\s*$)`).exec(rest);
    const fixes = missing
      ? [
          {
            title: 'Add the bracket',
            preferred: true,
            edits: () => [{ start: at + 1 + missing[1]!.length, end: at + missing[0].length, text: '](' }],
          },
        ]
      : [];
    return {
      at: { start: at, end: at + (missing?.[0].length ?? 1) },
      message: 'This [ has no ] in its paragraph or item',
      fixes,
    };
  }
  const target = new RegExp(`^\\]\\(${ADDRESS}`).test(text.slice(at, at + 12));
  const start = brackets.head.kind === 'item' && target ? titleStart(text, brackets) : undefined;
  return {
    at: { start: at, end: at + 1 },
    message: 'This ] has no [ in its paragraph or item',
    fixes:
      start === undefined
        ? []
        : [{ title: 'Add the bracket', preferred: true, edits: () => [{ start, end: start, text: '[' }] }],
  };
}

/** Where the title of an item begins that has no bracket yet. */
function titleStart(text: string, { head, end, loose, pairs }: BracketText): number | undefined {
  if (loose.length > 1 || pairs.some(({ target }) => target)) return undefined;
  // The brackets are those of a line that begins with its bullet.
  const bullet = /^[*+-][ \t]+/.exec(text.slice(head.first, end));
  if (!bullet) return undefined;
  const from = pairs.at(-1)?.end ?? head.first + bullet[0].length;
  const blanks = /^[ \t]*/.exec(text.slice(from, end))![0].length;
  return text[from + blanks] === FILLER ? undefined : from + blanks;
}

/** `[0, 1)` */
function isRange(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 20), at + 20);
  return /\[-?[\w.]+, ?[\w.+∞-]+\)|\(-?[\w.]+, ?[\w.+∞-]+\]/.test(around);
}
