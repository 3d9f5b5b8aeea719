import { editDistance } from '../../text/editDistance';
import { lazy } from '../../text/lazy';
import { difference, STRAY_WORD } from './fixedText';

/** What differs from week to week, as a pattern. */
const VALUES = {
  address: String.raw`[^\s()]*`,
  name: String.raw`[\w-]+`,
  revisions: String.raw`[\da-f]+\.\.[\da-f]+`,
  count: String.raw`\d+`,
  s: 's?',
  window: String.raw`\d{4}-\d\d-\d\d - \d{4}-\d\d-\d\d .*`,
  thanked: String.raw`[^[\]]+\]\(https://users\.rust-lang\.org/[^\s()]*\).*`,
} as const;

/** Lines that are the same in every issue but for what stands in braces. */
const SENTENCES: readonly string[] = [
  "Please see the latest [Who's Hiring thread on r/rust]({address})",
  '<small>[Discuss on r/rust]({address})</small>',
  'Triage done by **@{name}**.',
  'Revision range: [{revisions}]({address})',
  '[Full report here]({address})',
  '[Full report here]({address}).',
  'Full report [here]({address})',
  'Full report [here]({address}).',
  '{count} Regression{s}, {count} Improvement{s}, {count} Mixed; {count} of them in rollups',
  'Rusty Events between {window}',
  'Thanks to [{thanked}',
];

/** So much of a part may be another: more is another wording. */
const MAX_CHANGES = 3;
/** Nobody writes a longer one. */
const LONGEST = 400;
/** What each of them has, cheap to ask of a line that is none. */
const HINT = /\]\(|\*\*|\d /;

/** One of the parts between what differs, and what must stand before and behind it, at both ends of the line to begin with. */
interface Part {
  readonly text: string;
  readonly first: string;
  readonly last: string;
  readonly before: RegExp;
  readonly behind: RegExp;
}

interface Sentence {
  readonly whole: RegExp;
  readonly parts: readonly Part[];
}

const READ = lazy(() => SENTENCES.map(readSentence));

function readSentence(sentence: string): Sentence {
  const pieces = sentence.split(/\{(\w+)\}/);
  const pattern = pieces.map((piece, n) =>
    n % 2 === 0 ? piece.replace(/[^\w\s]/g, '\\$&') : VALUES[piece as keyof typeof VALUES],
  );
  const parts = pieces.flatMap((text, n) =>
    n % 2 === 0 && text !== ''
      ? [
          {
            text,
            first: n > 0 ? pieces[0]! : '',
            last: n < pieces.length - 1 ? pieces.at(-1)! : '',
            before: new RegExp(`^${pattern.slice(0, n).join('')}`),
            behind: new RegExp(`${pattern.slice(n + 1).join('')}$`),
          },
        ]
      : [],
  );
  return { whole: new RegExp(`^${pattern.join('')}$`), parts };
}

/** A stretch of a line, and what should stand there instead. */
export interface SentenceSlip {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What is wrong with a line that is one of the sentences of every week but for one place.
 *
 * @param line without white space around it
 * @returns undefined for a line that is right, or none of them
 */
export function sentenceSlip(line: string): SentenceSlip | undefined {
  if (line.length > LONGEST || !HINT.test(line) || READ().some(({ whole }) => whole.test(line)))
    return undefined;
  for (const { parts } of READ())
    for (const { text, first, last, before, behind } of parts) {
      if (!line.startsWith(first) || !line.endsWith(last)) continue;
      const start = before.exec(line)?.[0].length;
      const end = start === undefined ? undefined : start + (behind.exec(line.slice(start))?.index ?? -1);
      if (start === undefined || end === undefined || end < start) continue;
      const found = line.slice(start, end);
      if (!isSlip(found, text, start > 0)) continue;
      const wrong = difference(found, text);
      return {
        start: start + wrong.start,
        end: start + wrong.foundEnd,
        text: text.slice(wrong.start, wrong.knownEnd),
      };
    }
  return undefined;
}

/** @param known whether what stands before it is right */
function isSlip(found: string, text: string, known: boolean): boolean {
  // A bracket that is missing from a link breaks it: that is told where links are.
  if (text.length < 3) return found.startsWith(text) && STRAY_WORD.test(found.slice(text.length));
  // Cut off, as of `<small>[Discuss on r/rust](`.
  if (known && text.startsWith(found)) return true;
  if (text.endsWith(found) && found.length * 2 > text.length) return true;
  return editDistance(found, text, MAX_CHANGES) <= Math.min(MAX_CHANGES, text.length / 3);
}
