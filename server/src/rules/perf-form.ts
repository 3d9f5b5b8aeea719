import { weeklyBlocks } from '../newsletter/issue/contents';
import { daysBetween, isDate } from '../newsletter/issue/date';
import type { Piece } from '../newsletter/issue/piece';
import { perfTableSlips } from '../newsletter/sections/perfTable';
import { isWithin } from '../newsletter/sections/sections';
import type { Range } from '../text/sourceText';
import { fillBelow } from './fillBelow';
import { definePieceRule, type Fix } from './rule';

const REPORT = /\/rustc-perf\/.*\btriage\//;
/** Weeks without triage, and results that came too late: said in a sentence. */
const NO_REPORT =
  /\b(?:no|without|did(?:n['’]t| not)|not|wasn['’]t|late|next week)\b[^.]*\b(?:triage|report|results?|perf\w*)\b|\btriage\b[^.]*\b(?:next|postponed|missing)\b/i;
/** How old a report may be: an issue takes the one of its week, published on Monday or Tuesday. */
const MAX_AGE = 8;
/** `Revision range: [1a2b3c4d..5e6f7a8b](https://perf.rust-lang.org/?start=1a2b3c4d…&end=5e6f7a8b…)` */
const REVISIONS = /^([0-9a-f]{7,40})\.\.([0-9a-f]{7,40})$/;

const SIGNATURE = /\bdone by\b/i;
const RANGE = /\brange:/i;
/** Two lines of a report: one never comes without the other. */
const LINES = [
  { form: 'Triage done by **@…**.', found: SIGNATURE, beside: RANGE },
  { form: 'Revision range: […](…)', found: RANGE, beside: SIGNATURE },
];

/** An address on GitHub that ends in the date. */
const NO_FILE = /^https:\/\/github\.com\/.*\/\d{4}-\d{2}-\d{2}$/;

/** `[#12](https://github.com/rust-lang/rust/pull/12)` */
const NUMBER = /^#(\d+)$/;
const NUMBERED = /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:pull|issues)\/(\d+)/;

/** The performance triage ends with a link to its report. */
export default definePieceRule({
  id: 'perf-form',
  in: ['perf'],
  goesBy: ['archive'],
  summary: 'The performance triage has no link to a report of this week',
  why: 'The report of the week before, or one with a wrong year in its address, has been published several times (#6584).',
  severity: 'info',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the report of another year',
      bad: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2025/2025-02-23.md)\n',
      found: ['7:20-97: The report is of 2025-02-23, more than 8 days before the issue'],
      fixes: ['Write the year 2026'],
      good: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
    },
    {
      title: 'the folder of another year',
      bad: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2025/2026-02-23.md)\n',
      found: ['7:20-97: The report of 2026-02-23 is in the folder of 2026, not of 2025'],
      good: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
    },
    {
      title: 'the report without its ending',
      bad: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23)\n',
      found: ['7:20-94: The address of the report lacks the “.md” at its end'],
      fixes: ['Add “.md”'],
      good: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
    },
    {
      title: 'nobody who did it',
      bad: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\nRevision range: [1a2b3c4d..5e6f7a8b](https://perf.rust-lang.org/?start=1a2b3c4d&end=5e6f7a8b)\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
      found: ['7:1-94: The line “Triage done by **@…**.” is missing'],
      good: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\nTriage done by **@someone**.\nRevision range: [1a2b3c4d..5e6f7a8b](https://perf.rust-lang.org/?start=1a2b3c4d&end=5e6f7a8b)\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
    },
    {
      title: 'an address without revisions',
      bad: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nTriage done by **@someone**.\nRevision range: [1a2b3c4d..5e6f7a8b](https://perf.rust-lang.org/?start=&end=5e6f7a8b)\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
      found: ['6:18-36: The address does not say which revisions are compared'],
      good: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nTriage done by **@someone**.\nRevision range: [1a2b3c4d..5e6f7a8b](https://perf.rust-lang.org/?start=1a2b3c4d&end=5e6f7a8b)\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-23.md)\n',
    },
  ],
  check(piece, report, frame) {
    for (const { text, textRange, url } of piece.links) {
      const [, first, last] = REVISIONS.exec(text) ?? [];
      if (!first || !last) continue;
      const known = /[?&]start=[^&]/.test(url) && /[?&]end=[^&]/.test(url);
      if (!known && isWithin(piece.sectionAt(textRange.start), 'perf')) {
        report({ at: textRange, message: 'The address does not say which revisions are compared' });
        continue;
      }
      const [, start, end] = /[?&]start=([0-9a-f]+)&end=([0-9a-f]+)/.exec(url) ?? [];
      if (!start || !end || (start.startsWith(first) && end.startsWith(last))) continue;
      const right = `${start.slice(0, first.length)}..${end.slice(0, last.length)}`;
      report({
        at: textRange,
        message: `The address compares other revisions, ${right}`,
        fixes: [{ title: `Write “${right}”`, edits: () => [{ ...textRange, text: right }] }],
      });
    }
    for (const { text, textRange, url } of piece.links) {
      const [, said] = NUMBER.exec(text) ?? [];
      const [, number] = NUMBERED.exec(url) ?? [];
      if (!said || !number || said === number || !isWithin(piece.sectionAt(textRange.start), 'perf'))
        continue;
      report({
        at: textRange,
        severity: 'warning',
        message: `The address is that of #${number}`,
        fixes: [{ title: `Write “#${number}”`, edits: () => [{ ...textRange, text: `#${number}` }] }],
      });
    }
    for (const section of piece.sections) {
      if (section.spec?.key !== 'perf') continue;
      for (const { start, end, message } of perfTableSlips(piece.source, section.body))
        report({ at: { start, end }, severity: 'warning', message });
      const blocks = weeklyBlocks(piece, section);
      if (blocks.length === 0 || piece.placeholders.some(({ spec }) => spec.id === 'perf')) continue;
      const links = reportLinks(piece, section.body);
      const text = piece.source.slice(section.body);
      if (links.length === 0) {
        if (NO_REPORT.test(text) && !/Revision range/i.test(text)) continue;
        report({
          at: { start: section.start, end: section.heading.end },
          message: 'The link to the full report of the performance triage is missing',
          fixes: (issue, at) => fillBelow('perf', section.heading)(issue, at).slice(0, 1),
        });
        continue;
      }
      for (const { found, form, beside } of LINES) {
        const other = found.test(text) ? null : beside.exec(text);
        if (other)
          report({
            at: piece.source.lineAt(section.body.start + other.index),
            message: `The line “${form}” is missing`,
          });
      }
      const last = links.at(-1)!;
      const problem = problemOf(piece, last.url, last.text, frame.archive?.issues[0]);
      if (problem)
        report({
          at: last.at,
          message: problem,
          fixes: [...ofThisYear(piece, last), ...notPending(piece, last)],
        });
      else if (NO_FILE.test(last.url))
        report({
          at: last.at,
          message: 'The address of the report lacks the “.md” at its end',
          fixes: [
            {
              title: 'Add “.md”',
              preferred: true,
              edits: () => [{ start: last.at.end, end: last.at.end, text: '.md' }],
            },
          ],
        });
    }
  },
});

function problemOf(
  piece: Piece,
  url: string,
  text: string,
  before: { readonly date: string; readonly perfReport: string | undefined } | undefined,
): string | undefined {
  if (/\bpending\b/i.test(text)) return 'The report is still “pending”';
  const day = [...url.matchAll(/\d{4}-\d{1,2}-\d{1,2}/g)].at(-1)?.[0];
  const date = day && pad(day);
  const view = /\/rustc-perf\/(raw|edit|tree|blame|commits)\//.exec(url)?.[1];
  if (view) return `The address of the report has “${view}” where “blob” belongs`;
  if (date && !isDate(date)) return `There is no ${date}, of which the report is`;
  if (!piece.date || !date) return undefined;
  const age = daysBetween(date, piece.date);
  if (age < 0) return `The report is of ${date}, after the issue of ${piece.date}`;
  if (age > MAX_AGE) return `The report is of ${date}, more than ${MAX_AGE} days before the issue`;
  const folder = /\/(\d{4})\/\d{4}-\d{1,2}-\d{1,2}/.exec(url)?.[1];
  if (folder && folder !== date.slice(0, 4))
    return `The report of ${date} is in the folder of ${date.slice(0, 4)}, not of ${folder}`;
  if (before?.perfReport === url) return `This report was already in the issue of ${before.date}`;
  return undefined;
}

/** The same day of a year in which it is the report of the week, in the file's name and its folder. */
function ofThisYear(piece: Piece, { at, url }: { readonly at: Range; readonly url: string }): Fix[] {
  const { date } = piece;
  const [day, year] = /(\d{4})-\d{1,2}-\d{1,2}/.exec(url) ?? [];
  if (!date || !day || !year || piece.source.slice(at) !== url) return [];
  const right = [0, -1]
    .map((by) => String(Number(date.slice(0, 4)) + by))
    .find((other) => {
      const meant = pad(day.replace(year, other));
      const age = isDate(meant) && other !== year ? daysBetween(meant, date) : -1;
      return age >= 0 && age <= MAX_AGE;
    });
  if (right === undefined) return [];
  return [
    {
      title: `Write the year ${right}`,
      preferred: true,
      edits: () =>
        [...url.matchAll(new RegExp(`(?<=/)${year}(?=[-/])`, 'g'))].map(({ index }) => ({
          start: at.start + index,
          end: at.start + index + 4,
          text: right,
        })),
    },
  ];
}

/** The report is there, once somebody has looked: its link loses the remark. */
function notPending(piece: Piece, { textRange }: ReportLink): Fix[] {
  const remark = textRange && /(?<!\s)\s*[-–—(]?\s*\bpending\b\)?\s*$/i.exec(piece.source.slice(textRange));
  if (!remark || remark.index === 0) return [];
  const { end } = textRange;
  return [{ title: 'Remove “pending”', edits: () => [{ start: end - remark[0].length, end, text: '' }] }];
}

function pad(date: string): string {
  return date.replace(/-(\d)(?=-|$)/g, '-0$1');
}

/** Links and definitions that lead to a triage report. */
interface ReportLink {
  readonly at: Range;
  readonly url: string;
  readonly text: string;
  readonly textRange?: Range;
}

function reportLinks(piece: Piece, { start, end }: Range): ReportLink[] {
  const inside = (range: Range) => range.start >= start && range.end <= end;
  return [
    ...piece.definitions.filter(inside).map(({ url, urlRange }) => ({ at: urlRange, url, text: '' })),
    ...piece.links
      .filter(inside)
      .map(({ url, urlRange, text, textRange }) => ({ at: urlRange, url, text, textRange })),
  ].filter(({ url }) => REPORT.test(url));
}
