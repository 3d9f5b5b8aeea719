import type { BracketText } from '../newsletter/issue/brackets';
import type { Piece } from '../newsletter/issue/piece';
import { readPrefix } from '../newsletter/markers/prefix';
import { largest } from '../text/lists';
import { indexBefore, type Range } from '../text/sourceText';
import { definePieceRule, type Fix, type Report } from './rule';

export default definePieceRule({
  id: 'bold-unbalanced',
  summary: 'Asterisks of bold text without a partner, or a bold title outside events',
  why: 'The site shows asterisks that have no partner, and only the names of events are bold.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['title'],
  examples: [
    {
      title: 'spaces inside the asterisks',
      bad: '** A company **\n',
      found: ['1:1-16: Bold text has no spaces inside its asterisks: the site shows the asterisks'],
      fixes: ['Remove the spaces'],
      good: '**A company**\n',
    },
    {
      title: 'a missing end',
      bad: '* [**A conference](https://example.com/a) | 2026-03-23 | Berlin, DE | 2026-09-14\n',
      found: ['1:4-6: Bold text needs ** on both sides; one side is missing'],
      fixes: ['Make the title bold'],
      good: '* [**A conference**](https://example.com/a) | 2026-03-23 | Berlin, DE | 2026-09-14\n',
    },
    {
      title: 'an asterisk too many',
      bad: '* [**A meetup***](https://example.com/a)\n',
      found: ['1:4-6: Bold text needs ** on both sides; one side is missing'],
      fixes: ['Make the title bold'],
      good: '* [**A meetup**](https://example.com/a)\n',
    },
    {
      title: 'a bold title that is no event’s',
      bad: '## Updates from Rust Community\n\n### Official\n* [**A survey**](https://example.com/a)\n',
      found: ['4:4-16 info: Only events have a bold title'],
      fixes: ['Remove the asterisks'],
      good: '## Updates from Rust Community\n\n### Official\n* [A survey](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    if (!piece.source.text.includes('**')) return;
    const { text } = piece.prose;
    for (const item of piece.items) {
      const link = readPrefix(piece, item)?.link;
      const bold = link && /^(\*\*)[^*]+(\*\*)$/.test(piece.source.slice(link.textRange));
      // What has fields after its link is an event.
      if (!bold || /^\s*\|/.test(piece.source.text.slice(link.end, item.content.end))) continue;
      const key = piece.sectionAt(item.start)?.spec?.key;
      if (!key || !(key.startsWith('community/') || key === 'cfp' || key === 'cfp/projects')) continue;
      const { start, end } = link.textRange;
      report({
        at: { start, end },
        severity: 'info',
        message: 'Only events have a bold title',
        fixes: [
          {
            title: 'Remove the asterisks',
            preferred: true,
            edits: () => [
              { start, end: start + 2, text: '' },
              { start: end - 2, end, text: '' },
            ],
          },
        ],
      });
    }
    for (const brackets of piece.brackets) {
      for (const { start, end, target } of brackets.pairs) {
        if (!target) continue;
        const inner = { start: start + 1, end: end - 1 };
        const loose = unbalanced(runsOf(text, inner));
        if (loose) report(reportOf(loose, linkFix(text, inner)));
      }
    }
    for (const range of paragraphs(piece)) {
      const padded = padding(text, range);
      if (padded) {
        report(padded);
        continue;
      }
      const outside = hideLinks(text, range, piece.brackets);
      const loose = unbalanced(runsOf(outside, { start: 0, end: outside.length }));
      if (!loose) continue;
      const at = { start: range.start + loose.start, end: range.start + loose.end };
      report(reportOf(at, lineFix(piece.source.text, range)));
    }
  },
});

interface Run extends Range {
  readonly length: number;
}

/** `a ** b`: two stars between words of one line neither open nor close anything. */
function isOperator(text: string, start: number): boolean {
  return /^\S[ \t]\*\*[ \t]\S$/.test(text.slice(start - 2, start + 4));
}

/** Runs of stars; those between blanks are stars. */
function runsOf(text: string, { start, end }: Range): Run[] {
  const runs: Run[] = [];
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) !== 42) continue;
    let to = at + 1;
    while (to < end && text.charCodeAt(to) === 42) to += 1;
    const escaped = text[at - 1] === '\\';
    const free = /^\s?$/.test(text[at - 1] ?? '') && /^\s?$/.test(text[to] ?? '');
    if (!escaped && !(free && to - at === 1) && !isOperator(text, at))
      runs.push({ start: at, end: to, length: to - at });
    at = to;
  }
  return runs;
}

/** The first run of a text whose stars do not pair up; single stars alone may be meant. */
function unbalanced(runs: readonly Run[]): Run | undefined {
  // `f***` is a word that somebody did not want to write out.
  if (runs.length === 1 && runs[0]!.length > 2) return undefined;
  const open: Run[] = [];
  for (const run of runs) {
    if (open.at(-1)?.length === run.length) open.pop();
    else open.push(run);
  }
  if (!open.some(({ length }) => length > 1)) return undefined;
  const total = open.reduce((sum, { length }) => sum + length, 0);
  const most = largest(open.map(({ length }) => length));
  // `***a** b*`: one run opens or closes what two others end or begin.
  return total === 2 * most ? undefined : open.find(({ length }) => length > 1);
}

function reportOf(at: Range, fixes: Fix[]): Report {
  return {
    at: { start: at.start, end: at.end },
    message: 'Bold text needs ** on both sides; one side is missing',
    fixes,
  };
}

/** `** A name **`: the site shows asterisks that have a space on either side as they are. */
function padding(text: string, range: Range): Report | undefined {
  const [whole, open, name] =
    /^(\*\*[ \t]+)(?![ \t])([^*\r\n]*[^*\s])[ \t]+\*\*$/.exec(text.slice(range.start, range.end)) ?? [];
  if (!whole) return undefined;
  const nameStart = range.start + open!.length;
  const nameEnd = nameStart + name!.length;
  return {
    at: { start: range.start, end: range.end },
    message: 'Bold text has no spaces inside its asterisks: the site shows the asterisks',
    fixes: [
      {
        title: 'Remove the spaces',
        all: true,
        edits: () => [
          { start: range.start + 2, end: nameStart, text: '' },
          { start: nameEnd, end: range.end - 2, text: '' },
        ],
      },
    ],
  };
}

/** Sets the stars of a link text that has some at its beginning or end, and none in between. */
function linkFix(text: string, inner: Range): Fix[] {
  // Asterisks that the parser found no partner for.
  const match = /^(\**)([^*]+?)(\**)$/.exec(text.slice(inner.start, inner.end));
  if (!match) return [];
  const open = { start: inner.start, end: inner.start + match[1]!.length, text: '**' };
  const close = { start: inner.end - match[3]!.length, end: inner.end, text: '**' };
  const edits = [open, close].filter(({ start, end }) => end - start !== 2);
  return [{ title: 'Make the title bold', preferred: true, edits: () => edits }];
}

/** The same for a line that is bold altogether, e.g. a company's name. */
function lineFix(text: string, range: Range): Fix[] {
  const line = text.slice(range.start, range.end);
  // Asterisks that the parser found no partner for.
  const match = /^(\*+)([^*\r\n]+)(\**)$/.exec(line) ?? /^(\**)([^*\r\n]+)(\*+)$/.exec(line);
  if (!match || line.length > 80) return [];
  const open = { start: range.start, end: range.start + match[1]!.length, text: '**' };
  const close = { start: range.end - match[3]!.length, end: range.end, text: '**' };
  const edits = [open, close].filter(({ start, end }) => end - start !== 2);
  return [{ title: 'Make the line bold', preferred: true, edits: () => edits }];
}

/** Paragraphs, items behind their bullet, and quotes that have two stars side by side somewhere. */
function paragraphs({ lines, prose }: Piece): Range[] {
  const found: Range[] = [];
  for (let n = 0; n < lines.length; ) {
    const head = lines[n]!;
    let next = n + 1;
    if ((head.kind === 'item' || head.kind === 'text' || head.kind === 'quote') && head.lost !== 'code') {
      while (next < lines.length && lines[next]!.head === head.head && lines[next]!.kind !== 'blank')
        next += 1;
      const start = head.kind === 'item' ? head.first + 1 : head.first;
      const text = prose.text.slice(start, lines[next - 1]!.end);
      const end = start + text.trimEnd().length;
      if (text.includes('**')) found.push({ start: start + text.length - text.trimStart().length, end });
    }
    n = next;
  }
  return found;
}

/** The paragraph's text with its links blotted out, same length. */
function hideLinks(text: string, range: Range, brackets: readonly BracketText[]): string {
  let result = '';
  const own = brackets[indexBefore(brackets, range.start)];
  let at = range.start;
  for (const { start, target } of own?.pairs ?? []) {
    if (!target || start < at || target.end > range.end) continue;
    result += text.slice(at, start) + 'x'.repeat(target.end - start);
    at = target.end;
  }
  return result + text.slice(at, range.end);
}
