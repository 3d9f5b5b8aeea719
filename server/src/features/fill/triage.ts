import { addDays, isDate } from '../../newsletter/issue/date';
import { isMeant } from '../../newsletter/issue/headings';
import type { Issue } from '../../newsletter/issue/issue';
import { applyEdits } from '../../text/edits';

/** A performance triage report as rustc-perf keeps it. */
export interface Triage {
  /** What the newsletter shows of it: above the list of single changes, without the title, with the link to the report. */
  readonly body: string;
  /** `YYYY-MM-DD`, of the file's name or else of the title; undefined when neither tells. */
  readonly date: string | undefined;
  /** Line (from 1) from which on the report is left out; undefined when all of it is shown. */
  readonly cutAt: number | undefined;
}

/** Known by its words, before it is read as an issue. */
const TITLE = /^#[ \t]+(\d{4}-\d{1,2}-\d{1,2})?.*\bTriage Log\b.*$/im;
/** A report whose title was not copied along. */
const SIGNATURE = /^Triage done by \*\*@[\w-]+\*\*/m;
const FILE = /(?:^|\/)(?:triage\/)?((?:\d{4}\/)?)(\d{4}-\d{2}-\d{2})\.md$/;
/** Since then the reports stand in a folder a year. */
const FOLDERS_SINCE = '2025-06-10';
/** An issue takes the report of its week. */
const MAX_AGE = 8;
const BARE_PULL = /https:\/\/github\.com\/rust-lang\/[\w.-]+\/(?:pull|issues)\/(\d+)(?![\w#/?-])/g;

/** Whether a text is a triage report. */
export function isTriage(text: string): boolean {
  return TITLE.test(text) || (SIGNATURE.test(text) && !/^### Rust Compiler Performance Triage/m.test(text));
}

/**
 * Takes from a triage report what the newsletter shows of it.
 *
 * @param issue that it is for
 * @param text with LF
 * @param name path of the file, as much of it as is known
 * @param revision of rustc-perf in which the report was read, for a link that lasts
 */
export function readTriage(issue: Issue, text: string, name = '', revision = 'master'): Triage {
  const front = 'Title: Triage\n\n';
  const report = issue.with(front + text);
  const title = TITLE.exec(text);
  const cut = report.headings.find((heading) => heading.level > 1 && isMeant(heading));
  const start = title ? front.length + title.index + title[0].length : front.length;
  const end = cut?.start ?? report.source.text.length;
  const file = FILE.exec(name);
  const date = file?.[2] ?? dated(title?.[1]);
  const shown = visibleText(report, start, end)
    .trim()
    .replace(/\n{3,}/g, '\n\n');
  const folder = file?.[1] || (date !== undefined && date >= FOLDERS_SINCE ? `${date.slice(0, 4)}/` : '');
  const address = `https://github.com/rust-lang/rustc-perf/blob/${revision}/triage/${folder}${date}.md`;
  const link =
    date === undefined || /\/rustc-perf\/blob\//.test(shown) ? [] : [`[Full report here](${address})`];
  return {
    body: [shown, ...link].join('\n\n'),
    date,
    cutAt: cut
      ? report.source.lineNumberAt(cut.start) - report.source.lineNumberAt(front.length) + 1
      : undefined,
  };
}

/**
 * The report that belongs to an issue: the latest of the days before it.
 *
 * @param names of the files in `triage/` of rustc-perf, with or without folders
 * @param date of the issue
 */
export function reportOf(names: readonly string[], date: string): string | undefined {
  const day = (name: string) => FILE.exec(name)?.[2] ?? '';
  return names
    .filter((name) => day(name) <= date && day(name) >= addDays(date, -MAX_AGE))
    .sort((a, b) => (day(a) < day(b) ? 1 : -1))[0];
}

/** What is wrong with the day of a report in an issue. */
export function ageProblem(triage: Triage, issue: Issue): string | undefined {
  if (triage.date === undefined || issue.date === undefined) return undefined;
  if (triage.date <= issue.date && triage.date >= addDays(issue.date, -MAX_AGE)) return undefined;
  return `The report is of ${triage.date}, not of the week before ${issue.date}`;
}

/**
 * The text of a report as it can stand in an issue: bare addresses are no links on the site, a line that begins with
 * `#123` is a heading, and revisions are as short as reports have them now.
 */
function visibleText({ source, links, definitions, prose }: Issue, start: number, end: number): string {
  const text = prose.text.slice(start, end);
  const linked = [...links, ...definitions];
  const bare = [...text.matchAll(BARE_PULL)]
    .filter(({ index }) => !linked.some((link) => link.start <= start + index && start + index < link.end))
    .map(({ index, 0: address, 1: number }) => ({
      start: index,
      end: index + address.length,
      text: `[#${number}](${address})`,
    }));
  const headings = [...text.matchAll(/(?<=(\S)?)\n?#(?=\d)/g)]
    .filter(({ index, 0: sign }) => sign.startsWith('\n') || index === 0)
    // Within a paragraph the line above can take it.
    .map(({ index, 0: sign, 1: before }) => ({
      start: index,
      end: index + sign.length,
      text: before === undefined ? sign.replace('#', '\\#') : ' #',
    }));
  const revisions = [...text.matchAll(/(?<=\[)([0-9a-f]{40})\.\.([0-9a-f]{40})(?=\])/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: `${match[1]!.slice(0, 8)}..${match[2]!.slice(0, 8)}`,
  }));
  return applyEdits(source.text.slice(start, end), [...bare, ...headings, ...revisions]);
}

function dated(day: string | undefined): string | undefined {
  const date = day?.replace(/-(\d)(?=-|$)/g, '-0$1');
  return date !== undefined && isDate(date) ? date : undefined;
}
