import { parseLocation } from '../../newsletter/events/location';
import type { Link } from '../../newsletter/issue/chunk';
import { isDate } from '../../newsletter/issue/date';
import { startsLikeEvent } from '../../newsletter/issue/entries';
import { type Issue, readIssue } from '../../newsletter/issue/issue';
import type { SiteLine } from '../../newsletter/issue/lines';
import { within, withoutComments } from '../../newsletter/issue/within';
import { commentOfLine, isMarkerComment } from '../../newsletter/markers/markerComments';
import type { Range } from '../../text/sourceText';
import { strip } from '../../text/strip';
import { type Imported, type ImportedEvent, type ImportProblem, quoted } from './imported';

const HEAD = '## Upcoming Events';
/** Lines beside events that need no word. */
const EXPECTED: ReadonlySet<SiteLine['kind']> = new Set(['blank', 'heading', 'comment']);
/** No entry of an event is longer. */
const MAX_LINE = 10_000;

/**
 * Reads event entries in Markdown: those that the newsletter's collector prints, and those of an issue or a pull
 * request. The collector's are put into the house's form line by line, so that places in the input stay what they are.
 */
export function readCollected(text: string): Imported {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const whole = lines.some((line) => /^##\s+Upcoming Events/i.test(line));
  const problems: ImportProblem[] = [];
  const body = lines
    .map((line, n) => {
      if (line.length <= MAX_LINE) return houseForm(line);
      problems.push({ line: n + 1, message: `The line has more than ${MAX_LINE} characters` });
      return '';
    })
    .join('\n');
  // Of a whole issue the events alone; of single lines all.
  const above = whole ? '' : `${HEAD}\n`;
  const issue = readIssue({ uri: 'input:', text: above + body });
  const shift = whole ? 1 : 0;
  const events: ImportedEvent[] = [];
  const understood = new Set<number>();
  for (const entry of issue.events) {
    const line = entry.lineNumber + shift;
    const { first, last } = entry.dates;
    const title = entry.title;
    for (let n = entry.lineNumber; n <= (title?.lineNumber ?? entry.lineNumber); n += 1) understood.add(n);
    const link = title?.links[0];
    if (!entry.dates.valid || last < first || !isDate(first)) {
      const written = quoted(issue.source.slice(entry.dates));
      const wrong =
        entry.dates.valid && last < first ? 'ends before it begins' : 'is not a date like 2026-02-25';
      problems.push({ line, message: `${written} ${wrong}` });
    } else if (!title || !link) {
      problems.push({ line, message: 'There is no title with a link in the line below' });
    } else {
      const place = issue.source.slice(entry.locationRange);
      const moment = (text: string) => ({ text, allDay: true });
      const linkOf = (link: Link) => ({ text: issue.source.slice(link.textRange), url: link.url });
      const behind = { start: title.links.at(-1)!.end, end: title.line.end };
      const own = within(issue.comments, behind).map((comment) => ` ${issue.source.slice(comment)}`);
      const headEnd = issue.source.lineAt(entry.start).end;
      const group = { start: entry.organisers.at(-1)?.end ?? entry.locationRange.end, end: headEnd };
      const linked = entry.organisers.length > 0;
      const left = [...(linked ? [group] : []), behind].map((range) => wordsIn(issue, range)).filter(Boolean);
      const below: string[] = [];
      for (let n = title.lineNumber + 1; isMarker(issue, n); n += 1) {
        below.push(`\n${issue.source.lineText(n)}`);
        understood.add(n);
      }
      events.push({
        line,
        start: moment(first),
        end: last > first ? moment(last) : undefined,
        title: link.text,
        url: link.url,
        address: entry.location?.canonical ?? place,
        kind: parseLocation(place)?.kind,
        organiser: linked
          ? organiserLinked(entry.organisers[0])
          : { name: wordsIn(issue, group) || undefined, url: undefined },
        ...(left.length > 0
          ? { notes: left.map((words) => `Left out behind a link: ${quoted(words)}`) }
          : {}),
        links: { organisers: entry.organisers.map(linkOf), titles: title.links.map(linkOf) },
        ...(own.length + below.length > 0 ? { comment: [...own, ...below].join('') } : {}),
      });
    }
  }
  for (let n = whole ? issue.source.lineCount : 1; n < issue.source.lineCount; n += 1) {
    const line = issue.source.lineText(n);
    if (understood.has(n) || EXPECTED.has(issue.lines[n]!.kind) || line.startsWith('Rusty Events between'))
      continue;
    problems.push({
      line: n + shift,
      message: `${quoted(line.trim().slice(0, 60))} is neither of the two lines of an event`,
    });
  }
  for (const { line, message } of orphans(issue, shift)) problems.push({ line, message });
  return { source: 'markdown', events, problems: distinct(problems), cancelled: 0 };
}

/** Whether a text has a line like `* 2026-03-04 | ..`. */
export function looksCollected(text: string): boolean {
  return text
    .split(/\r\n|\r|\n/)
    .some((line) => startsLikeEvent(line.slice(0, 200).replace(/^[\s>]*[*+-]?\s*/, '')));
}

/**
 * Of the collector's own slips, before anything reads them as Markdown: `### Europe:`, a tab without a blank behind the
 * star, an organiser without address, a note between entries. In issues and mails entries are often quoted or fenced.
 */
function houseForm(line: string): string {
  if (/^\*\* NOTE |^(?:> ?)*(?:```+|~~~+)\w*\s*$/.test(line)) return '';
  return line
    .replace(/^(?:> ?)+/, '')
    .replace(/^(#{2,4} .*?):\s*$/, '$1')
    .replace(/^(?:\t| {2,})\*[ \t]*(?=\[)/, '    * ')
    .replace(/\]\((?:TODO:?[^)]*)\)/i, '](about:blank)')
    .replace(/^([*+-])(?=\d{4}-)/, '$1 ');
}

/** What somebody wrote in a stretch of a line, without comments and the signs of the form. */
function wordsIn(issue: Issue, range: Range): string {
  const text = withoutComments(issue, range);
  return /[\p{L}\p{N}]/u.test(text) ? strip(text, /[\s|*+]/) : '';
}

function organiserLinked(link: Link | undefined): ImportedEvent['organiser'] {
  return {
    name: link?.text || undefined,
    url: link && /^https?:/.test(link.url) ? link.url : undefined,
  };
}

/** Whether a line is a comment of the newsletter's tools. */
function isMarker(issue: Issue, line: number): boolean {
  const comment = commentOfLine(issue, line);
  return comment !== undefined && isMarkerComment(comment);
}

function orphans(issue: Issue, shift: number): ImportProblem[] {
  return issue.orphanTitles.map(({ lineNumber }) => ({
    line: lineNumber + shift,
    message: 'There is no event line with a date above this title',
  }));
}

function distinct(problems: readonly ImportProblem[]): ImportProblem[] {
  const byLine = new Map(problems.map((problem) => [problem.line, problem]));
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}
