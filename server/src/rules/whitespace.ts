import type { Issue } from '../newsletter/issue/issue';
import type { SiteLine } from '../newsletter/issue/lines';
import { opening } from '../text/opening';
import { defineRule, type Fix, type Report } from './rule';

/** Characters and breaks that readers never see but that make diffs and merges noisy. */
export default defineRule({
  id: 'whitespace',
  summary: 'Trailing blanks, tabs, mixed line endings, double blank lines, no newline at the end',
  why: 'Stray white space makes every later diff noisier, and a line of blanks can end or join a list on the site.',
  severity: 'info',
  fix: 'sometimes',
  carriedOver: 'shown',
  inTemplate: true,
  examples: [
    {
      title: 'blanks at the end of a line',
      bad: '* [A post](https://example.com/a)  \n',
      good: '* [A post](https://example.com/a)\n',
    },
    { title: 'two blank lines', bad: 'One.\n\n\nTwo.\n', good: 'One.\n\nTwo.\n' },
    {
      title: 'a tab',
      bad: '* [A post](https://example.com/a)\n\t* [Its code](https://example.com/b)\n',
      good: '* [A post](https://example.com/a)\n    * [Its code](https://example.com/b)\n',
    },
  ],
  check({ issue, report }) {
    const { lines, source } = issue;
    const end = source.text.length;
    let blanks = 0;
    for (const line of lines) {
      const last = line.number === lines.length - 1;
      const blank = line.kind === 'blank' || (line.kind === 'front' && line.end === line.start);
      if (blank && !last) {
        blanks += 1;
      } else {
        if (blanks > 1 && line.kind !== 'fence') report(doubleBlank(issue, line.number, blanks));
        blanks = 0;
      }
      const trailing = line.kind === 'fence' ? undefined : trailingBlanks(issue, line, blank);
      if (trailing) report(trailing);
      const tabs = line.kind === 'fence' || blank ? undefined : tabsBefore(issue, line);
      if (tabs) report(tabs);
    }
    const mixed = mixedEndings(issue);
    if (mixed) report(mixed);
    const lastLine = source.line(source.lineCount - 1);
    if (end > 0 && lastLine.start < end) {
      report({
        at: { start: lastLine.start, end },
        message: 'Expected a line ending at the end of the file, found none',
        fixes: [{ title: 'Add the line ending', all: true, edits: () => [{ start: end, end, text: '\n' }] }],
      });
    }
  },
});

const remove = (start: number, end: number, title: string, all = true): Fix => ({
  title,
  ...(all ? { all } : {}),
  edits: () => [{ start, end, text: '' }],
});

function doubleBlank(issue: Issue, number: number, blanks: number): Report {
  const { source, lines } = issue;
  const first = source.line(number - blanks);
  return {
    at: { start: first.start, end: source.line(number - 1).end },
    message: `Expected one blank line above ${opening(source, lines[number]!)}, found ${blanks}`,
    // The report is pasted whole from the triage log, which has them.
    ...(issue.sectionAt(first.start)?.spec?.key === 'perf' ? { severity: 'hint' as const } : {}),
    fixes: [
      remove(source.fullLine(number - blanks + 1).start, source.line(number).start, 'Leave one blank line'),
    ],
  };
}

/** Odd blanks are told by `invisible-character`; here it is those of the keyboard. */
function trailingBlanks({ lines, source }: Issue, line: SiteLine, blank: boolean): Report | undefined {
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
    message: blank ? 'Expected an empty line, found blanks' : 'Unexpected blanks at the end of the line',
    fixes: [remove(start, line.end, 'Remove the blanks', !meant)],
  };
}

/** Tabs in the indent; elsewhere they are as good as a blank. */
function tabsBefore({ source }: Issue, line: SiteLine): Report | undefined {
  if (line.kind === 'front' || line.kind === 'comment' || line.first === line.start) return undefined;
  if (!source.text.slice(line.start, line.first).includes('\t')) return undefined;
  const at = { start: line.start, end: line.first };
  return {
    at,
    message: 'Expected blanks before the text, found a tab',
    fixes: [{ title: 'Use blanks', all: true, edits: () => [{ ...at, text: ' '.repeat(line.indent) }] }],
  };
}

/** Lines that do not end as most of the file does: told once, at the first. */
function mixedEndings({ source }: Issue): Report | undefined {
  const { text, lineStarts, eol } = source;
  const odd: { start: number; end: number; text: string }[] = [];
  for (let n = 1; n < lineStarts.length; n += 1) {
    const end = lineStarts[n]!;
    const lf = text.charCodeAt(end - 1) === 10;
    const crlf = lf && text.charCodeAt(end - 2) === 13;
    if ((crlf ? '\r\n' : lf ? '\n' : '\r') === eol) continue;
    odd.push({ start: end - (crlf ? 2 : 1), end, text: '\n' });
  }
  if (odd.length === 0) return undefined;
  const line = source.lineAt(odd[0]!.start);
  const names = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };
  return {
    at: line,
    message: `Expected every line to end with ${names[eol]}, found ${odd.length} that don't`,
    fixes: [{ title: 'Use the same line ending everywhere', all: true, edits: () => odd }],
  };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
