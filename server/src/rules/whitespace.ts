import type { SiteLine } from '../newsletter/issue/lines';
import type { Piece } from '../newsletter/issue/piece';
import type { Edit } from '../text/edits';
import { opening } from '../text/opening';
import { type Eol, type Range, SourceText, usualEnding } from '../text/sourceText';
import { defineIssueRule, type Fact, type Fix, type Placed, type Report } from './rule';

/** Characters and breaks that readers never see but that make diffs and merges noisy. */
export default defineIssueRule({
  id: 'whitespace',
  summary:
    'Spaces at the end of a line, tabs, mixed line endings, double blank lines, no line break at the end',
  why: 'Stray white space makes every later diff noisier, and a line of spaces can end or join a list on the site.',
  severity: 'info',
  fix: 'sometimes',
  tags: ['layout'],
  inTemplate: true,
  examples: [
    {
      title: 'spaces at the end of a line',
      bad: '* [A post](https://example.com/a)  \n',
      found: ['1:34-36: There are spaces at the end of this line'],
      fixes: ['Remove the spaces'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'two blank lines',
      bad: 'One.\n\n\nTwo.\n',
      found: ['2:1-3:1: There are 2 blank lines above “Two.”; one is enough'],
      fixes: ['Leave one blank line'],
      good: 'One.\n\nTwo.\n',
    },
    {
      title: 'a tab',
      bad: '* [A post](https://example.com/a)\n\t* [Its code](https://example.com/b)\n',
      found: ['2:1-2: There is a tab before the text, where spaces belong'],
      fixes: ['Use spaces'],
      good: '* [A post](https://example.com/a)\n    * [Its code](https://example.com/b)\n',
    },
  ],
  checkPiece(piece, report) {
    const { source, below } = piece;
    const end = source.text.length;
    // Behind the last line break of a piece comes the next one.
    const lines = below === undefined ? piece.lines : piece.lines.slice(0, -1);
    let blanks = 0;
    for (const line of lines) {
      const last = below === undefined && line.number === lines.length - 1;
      const blank = line.kind === 'blank' || (line.kind === 'front' && line.end === line.start);
      if (blank && !last) {
        blanks += 1;
      } else {
        if (blanks > 1 && line.kind !== 'fence')
          report(doubleBlank(piece, line.number, blanks, opening(source, line)));
        blanks = 0;
      }
      const trailing = line.kind === 'fence' ? undefined : trailingBlanks(piece, line, blank);
      if (trailing) report(trailing);
      const tabs = line.kind === 'fence' || blank ? undefined : tabsBefore(piece, line);
      if (tabs) report(tabs);
    }
    if (blanks > 1 && below !== undefined) {
      const next = new SourceText(below);
      report(doubleBlank(piece, lines.length, blanks, opening(next, next.line(0))));
    }
    if (below === undefined && end > 0 && source.line(source.lineCount - 1).start < end) {
      report({
        at: { start: source.line(source.lineCount - 1).start, end },
        message: 'There is no line break at the end of the file',
        fixes: [{ title: 'Add the line break', all: true, edits: () => [{ start: end, end, text: '\n' }] }],
      });
    }
  },
  facts: ({ source }) => {
    const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
    const first = new Map<Eol, Range>();
    for (let n = 1; n < source.lineCount; n += 1) {
      const ending = endingAbove(source, n);
      counts[ending] += 1;
      if (!first.has(ending)) first.set(ending, source.line(n - 1));
    }
    return [...first].map(([ending, at]): Endings => ({ at, ending, count: counts[ending] }));
  },
  check(_, endings: readonly Placed<Endings>[], report) {
    const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
    for (const { ending, count } of endings) counts[ending] += count;
    const eol = usualEnding(counts);
    const odd = endings.filter(({ ending }) => ending !== eol);
    if (odd.length === 0) return;
    const count = odd.reduce((sum, { count }) => sum + count, 0);
    report({
      at: odd[0]!.at,
      message: `Most lines end with ${ENDINGS[eol]}, but ${count} of them ${count === 1 ? 'does' : 'do'} not`,
      fixes: ({ source }) => [
        { title: 'Use the same line ending everywhere', all: true, edits: () => oddEndings(source) },
      ],
    });
  },
});

const ENDINGS = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;

/** That lines of a piece end so, and how many. */
interface Endings extends Fact {
  readonly ending: Eol;
  readonly count: number;
}

const remove = (start: number, end: number, title: string, all = true): Fix => ({
  title,
  ...(all ? { all } : {}),
  edits: () => [{ start, end, text: '' }],
});

function doubleBlank(piece: Piece, number: number, blanks: number, above: string): Report {
  const { source } = piece;
  const first = source.line(number - blanks);
  return {
    at: { start: first.start, end: source.line(number - 1).end },
    message: `There are ${blanks} blank lines above ${above}; one is enough`,
    // The report is pasted whole from the triage log, which has them.
    ...(piece.sectionAt(first.start)?.spec?.key === 'perf' ? { severity: 'hint' as const } : {}),
    fixes: [
      remove(source.fullLine(number - blanks + 1).start, source.line(number).start, 'Leave one blank line'),
    ],
  };
}

/** Odd blanks are told by `invisible-character`; here it is those of the keyboard. */
function trailingBlanks({ lines, source }: Piece, line: SiteLine, blank: boolean): Report | undefined {
  let start = line.end;
  while (start > line.start && isBlank(source.text.charCodeAt(start - 1))) start -= 1;
  const below = lines[line.number + 1];
  // Behind a comment they destroy the list below, which is told as that.
  if (start === line.end || (line.kind === 'comment' && below?.lost === 'comment')) return undefined;
  // Two blanks make a line break of the text that goes on below; a verse may have them on purpose.
  const goesOn =
    below !== undefined && below.head === line.head && (below.kind === 'text' || below.kind === 'quote');
  const meant = goesOn && line.kind !== 'item' && line.end - start >= 2;
  return {
    at: { start, end: line.end },
    // An empty line with blanks looks and renders like one without.
    ...(blank ? { severity: 'hint' as const } : {}),
    message: blank ? 'There are spaces in this blank line' : 'There are spaces at the end of this line',
    fixes: [remove(start, line.end, 'Remove the spaces', !meant)],
  };
}

/** Tabs in the indent; elsewhere they are as good as a blank. */
function tabsBefore({ source }: Piece, line: SiteLine): Report | undefined {
  if (line.kind === 'front' || line.kind === 'comment' || line.first === line.start) return undefined;
  if (!source.text.slice(line.start, line.first).includes('\t')) return undefined;
  const at = { start: line.start, end: line.first };
  return {
    at,
    message: 'There is a tab before the text, where spaces belong',
    fixes: [{ title: 'Use spaces', all: true, edits: () => [{ ...at, text: ' '.repeat(line.indent) }] }],
  };
}

/** How the line above a line ends. */
function endingAbove({ text, lineStarts }: SourceText, n: number): Eol {
  const end = lineStarts[n]!;
  if (text.charCodeAt(end - 1) !== 10) return '\r';
  return text.charCodeAt(end - 2) === 13 ? '\r\n' : '\n';
}

/** The line endings that are not as most of the file's are. */
function oddEndings(source: SourceText): Edit[] {
  const odd: Edit[] = [];
  for (let n = 1; n < source.lineCount; n += 1) {
    const ending = endingAbove(source, n);
    const end = source.lineStarts[n]!;
    if (ending !== source.eol) odd.push({ start: end - ending.length, end, text: '\n' });
  }
  return odd;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
