import type { Edit } from '../text/edits';
import { findMojibake } from '../text/mojibake';
import { holds, type Range } from '../text/sourceText';
import { definePieceRule, type Report } from './rule';

/**
 * No-break spaces and other odd blanks; soft hyphen; zero-width space, word joiner, byte order mark; marks of
 * writing direction; line and paragraph separator; delete. The joiners U+200C and U+200D have a meaning in emoji and
 * in several scripts; the other control characters have a rule of their own.
 */
const INVISIBLE =
  /[\u00a0\u202f\u2000-\u200a\u205f\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u2028\u2029\u007f]+/g;
/** Those that take room. */
const BLANK = /[\u00a0\u202f\u2000-\u200a\u205f\u2028\u2029]/;
const DIRECTION = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export default definePieceRule({
  id: 'invisible-character',
  summary: 'A character that nobody sees',
  why: 'Zero-width characters break searching and addresses, no-break spaces keep lists and emphasis from being recognized.',
  severity: 'warning',
  fix: 'sometimes',
  tags: ['title'],
  inTemplate: true,
  examples: [
    {
      title: 'a zero-width space',
      bad: '* [A\u200b post](https://example.com/a)\n',
      found: ['1:5-6: There is an invisible character, U+200B'],
      fixes: ['Remove the invisible characters'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'a no-break space',
      bad: '* [A\u00a0post](https://example.com/a)\n',
      found: ['1:5-6 hint: U+00A0 looks like a space but is another character'],
      fixes: ['Use ordinary spaces'],
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.source;
    const damaged = findMojibake(text);
    let run: Found[] = [];
    const flush = () => {
      if (run.length > 0) report(reportOf(run));
      run = [];
    };
    for (const match of text.matchAll(INVISIBLE)) {
      const start = match.index;
      const end = start + match[0].length;
      if (holds(damaged, start)) continue;
      // The marks of direction are there on purpose, beside text that runs from right to left.
      if (DIRECTION.test(match[0]) && RIGHT_TO_LEFT.test(text.slice(Math.max(0, start - 12), end + 12)))
        continue;
      const blank = BLANK.test(match[0]);
      // In a right-to-left name the marks may be there on purpose.
      const sure = !RIGHT_TO_LEFT.test(text.slice(Math.max(0, start - 12), end + 12));
      const found = { start, end, blank, sure, characters: match[0] };
      const last = run.at(-1);
      // One finding for all of a kind in a line: pasted text has them between all words.
      const same = last && last.blank === blank && last.sure === sure;
      if (!same || piece.source.lineNumberAt(last.start) !== piece.source.lineNumberAt(start)) flush();
      run.push(found);
    }
    flush();

    function reportOf(found: readonly Found[]): Report {
      const { start, end, blank, sure } = found[0]!;
      const what = names(found.map(({ characters }) => characters).join(''));
      const times = found.length > 1 ? ` (${found.length} times in this line)` : '';
      return {
        at: { start, end },
        // In running text an odd blank looks like any other.
        ...(blank ? { severity: 'hint' as const } : {}),
        message: blank
          ? `${what} looks like a space but is another character${times}`
          : `There is an invisible character, ${what}${times}`,
        fixes: [
          {
            title: blank ? 'Use ordinary spaces' : 'Remove the invisible characters',
            ...(sure ? { all: true } : {}),
            edits: () =>
              // In an address there is no blank at all.
              found.map((one) =>
                holds(piece.addresses, one.start)
                  ? { start: one.start, end: one.end, text: '' }
                  : replacement(text, one.start, one.end, one.blank),
              ),
          },
        ],
      };
    }
  },
});

interface Found extends Range {
  readonly blank: boolean;
  readonly sure: boolean;
  readonly characters: string;
}

/** Odd blanks become one common blank, unless there is one beside them or the line ends. */
function replacement(text: string, start: number, end: number, blank: boolean): Edit {
  const before = start === 0 ? '\n' : text[start - 1]!;
  const after = text[end] ?? '\n';
  if (blank && (before === '\n' || before === '\r')) {
    const indent = indentOf(text, start, end);
    if (indent !== undefined) return { start, end, text: indent };
  }
  const beside = /[ \t\r\n]/.test(after) || /[ \t]/.test(before);
  return { start, end, text: blank && !beside ? ' ' : '' };
}

/** What belongs before the bullet that follows odd blanks at the beginning of a line; undefined where none follows. */
function indentOf(text: string, start: number, end: number): string | undefined {
  const bullet = /^[ \t]*[*+-][ \t]+(\d{4}-|\[\*\*)?/.exec(text.slice(end, end + 20));
  if (!bullet) return undefined;
  // The line of an event, its title line below, or any other item.
  const nested = bullet[1] === undefined ? end - start >= 4 : bullet[1].startsWith('[');
  return nested ? '    ' : '';
}

function names(run: string): string {
  const codes = new Set(
    Array.from(run, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`),
  );
  return [...codes].join(', ');
}
