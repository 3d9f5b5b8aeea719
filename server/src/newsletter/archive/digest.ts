import { copyOf } from '../../text/copy';
import { appendTo } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { stripEnd } from '../../text/strip';
import { collapsed } from '../../text/whitespace';
import { issueDateOf } from '../issue/date';
import { readFrontMatter } from '../issue/frontMatter';
import { pullKey } from '../links/pulls';
import { KeptTexts } from './keptTexts';

/**
 * What later issues ask about an earlier one. Read by a plain scan of the lines, a hundred times faster than a
 * whole {@link Issue}: an archive has hundreds of issues, and none of them is being edited.
 */
export interface IssueDigest {
  readonly uri: string;
  readonly date: string;
  /** The Markdown of "Updates from Rust Community", and all link definitions after it. */
  readonly communityText: string;
  /** Links of the community section, in order. */
  readonly links: readonly DigestLink[];
  readonly events: readonly DigestEvent[];
  /** Every line of the events section, without the white space around it. */
  readonly eventLines: readonly string[];
  /** Address of the "Who's Hiring" thread. */
  readonly jobsThread: string | undefined;
  /** Address of the performance report. */
  readonly perfReport: string | undefined;
  /** How many pull requests were merged, as written. */
  readonly mergedCount: string | undefined;
  /** Addresses of the items in their final comment period. */
  readonly fcp: readonly string[];
  /** Merged pull requests and approved RFCs that it lists, as `owner/name#number` in lower case. */
  readonly pulls: readonly string[];
  /** Text of the crate's and of the quote's section, white space collapsed; the fixed last line included. */
  readonly crate: string | undefined;
  readonly quote: string | undefined;
}

export interface DigestLink extends Range {
  readonly title: string;
  readonly url: string;
}

export interface DigestEvent {
  readonly firstDay: string;
  readonly lastDay: string;
  /** As written; empty when the field is. */
  readonly location: string;
  readonly organiser: string;
  readonly organiserUrl: string;
  readonly titleUrl: string | undefined;
  /** Title of the region's heading. */
  readonly region: string;
}

// Earlier issues are read by their lines, hundreds at once: parsing them would take seconds. What they tell is compared and
// counted, never shown; a part of the present issue is read in the same way so that the two can be compared.
const HEADING = /^(#{1,6})[ \t]*(.*)$/;
const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)/g;
const EVENT =
  /^[*+-] (\d{4}-\d\d-\d\d)(?: - (\d{4}-\d\d-\d\d))? *\|([^|[]*)\| *\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^\s)]+)\)/;

/**
 * @param texts of the archive
 * @param withCommunity whether the text of the community section is kept
 * @returns undefined for a text that is no dated issue
 */
export function digestIssue(
  uri: string,
  text: string,
  texts = new KeptTexts(),
  withCommunity = true,
): IssueDigest | undefined {
  const { date: written, number } = readFrontMatter(text);
  const date = written ?? (number === undefined ? undefined : issueDateOf(number));
  if (!date) return undefined;
  const scan = new Scan(texts);
  scan.text(text);
  return {
    uri,
    date: copyOf(date),
    communityText: withCommunity ? communityText(text) : '',
    links: scan.links,
    events: scan.events,
    eventLines: scan.eventLines,
    jobsThread: scan.firstUrl.get('jobs'),
    perfReport: scan.perfReport,
    mergedCount: scan.mergedCount,
    fcp: scan.fcp,
    pulls: scan.pulls,
    crate: scan.textOf('cotw'),
    quote: scan.textOf('qotw'),
  };
}

function communityText(text: string): string {
  const heading = /^(#{1,4})[ \t]*updates from rust community\b.*$/im.exec(text);
  if (!heading) return '';
  const body = heading.index + heading[0].length;
  const next = new RegExp(`^#{1,${heading[1]!.length}}(?!#)`, 'm').exec(text.slice(body));
  const end = next ? body + next.index : text.length;
  const definitions = text.slice(end).match(/^ {0,3}\[[^\]\r\n]+\]:.*$/gm) ?? [];
  return copyOf([text.slice(heading.index, end), ...definitions].join('\n'));
}

/** What a digest of an issue would have from a part of it. @param section key of the main section in which it begins */
export function digestPart(
  text: string,
  section: string,
): Pick<IssueDigest, 'perfReport' | 'mergedCount' | 'crate' | 'quote'> {
  const scan = new Scan(new KeptTexts());
  scan.section = section;
  scan.text(text);
  const { perfReport, mergedCount } = scan;
  return { perfReport, mergedCount, crate: scan.textOf('cotw'), quote: scan.textOf('qotw') };
}

/** Reads the lines of an issue one after the other. */
class Scan {
  readonly links: DigestLink[] = [];
  readonly events: { -readonly [Key in keyof DigestEvent]: DigestEvent[Key] }[] = [];
  readonly eventLines: string[] = [];
  readonly firstUrl = new Map<string, string>();
  perfReport: string | undefined;
  mergedCount: string | undefined;
  readonly pulls: string[] = [];
  readonly fcp: string[] = [];
  /** The main section, by the beginning of its heading. */
  section = '';
  private region = '';
  /** Under a heading whose pull requests are merged, rather than discussed. */
  private merged = false;
  /** Level of the heading "Final Comment Period" while its section lasts. */
  private fcpLevel: number | undefined;
  private readonly texts = new Map<string, string[]>();

  constructor(private readonly kept: KeptTexts) {}

  text(text: string): void {
    let comment = false;
    let opened = indexOrEnd(text, '<!--', 0);
    for (let start = 0; start < text.length; ) {
      const end = indexOrEnd(text, '\n', start);
      if (comment) {
        comment = !text.slice(start, end).includes('-->');
      } else if (opened < end && !text.slice(opened, end).includes('-->')) {
        comment = true;
      } else if (this.isRead || text[start] === '#') {
        this.line(text.slice(start, end).trimEnd(), start);
      }
      start = end + 1;
      if (opened < start) opened = indexOrEnd(text, '<!--', start);
    }
  }

  /** Whether lines of the section tell anything; in the others only headings do. */
  private get isRead(): boolean {
    return this.section !== '' && this.section !== 'other';
  }

  private line(line: string, offset: number): void {
    if (line === '') return;
    const heading = line.startsWith('#') ? HEADING.exec(line) : null;
    if (heading) this.heading(heading[1]!.length, stripEnd(heading[2]!, /#/).trimEnd());
    else if (this.section === 'community') this.community(line, offset);
    else if (this.section === 'events') this.event(line);
    else if (this.section === 'cotw' || this.section === 'qotw') appendTo(this.texts, this.section, line);
    else if (this.section === 'jobs') this.job(line);
    else if (this.section === 'project') this.project(line);
  }

  /** Text of a section, white space collapsed. */
  textOf(section: string): string | undefined {
    const lines = this.texts.get(section);
    return lines && copyOf(collapsed(lines.join(' ')).trim());
  }

  private heading(level: number, title: string): void {
    const lower = title.toLowerCase();
    const main = MAIN_SECTIONS.find(([start]) => lower.startsWith(start));
    if (main) this.section = main[1];
    else if (level <= 2 && this.section !== 'events') this.section = 'other';
    if (main) this.merged = main[1] === 'project';
    else if (UNMERGED.test(title)) this.merged = false;
    else if (/^\[?approved rfcs\b/i.test(title)) this.merged = true;
    if (/^\[?final comment period\b/i.test(title)) this.fcpLevel = level;
    else if (main || level <= (this.fcpLevel ?? 0) || /^\[?new (?:and updated )?rfcs\b/i.test(title))
      this.fcpLevel = undefined;
    this.region = main ? '' : this.kept.own(title.replace(/:$/, ''));
  }

  private community(line: string, offset: number): void {
    for (const match of line.matchAll(LINK)) {
      const start = offset + match.index;
      this.links.push({
        start,
        end: start + match[0].length + 1,
        title: this.kept.own(match[1]!),
        url: this.kept.own(match[2]!),
      });
    }
  }

  private project(line: string): void {
    if (line.includes('/triage/')) this.perfReport ??= copied(addressWith('/triage/', line));
    if (line.includes('[merged in the last week]'))
      this.mergedCount ??= copied(/^(\d[\d,.]*) pull requests\b/.exec(line)?.[1]);
    if (!/^\s*[*+-]\s/.test(line)) return;
    const url = /\]\((https?:[^\s()]+)/.exec(line)?.[1];
    if (url && this.fcpLevel !== undefined) this.fcp.push(this.kept.own(url));
    if (!this.merged) return;
    const key = pullKey(url ?? '');
    if (key !== undefined) this.pulls.push(this.kept.own(key));
  }

  private event(line: string): void {
    this.eventLines.push(this.kept.own(line.trim()));
    const match = EVENT.exec(line);
    if (match) {
      this.events.push({
        firstDay: this.kept.own(match[1]!),
        lastDay: this.kept.own(match[2] ?? match[1]!),
        location: this.kept.own(match[3]!.trim()),
        organiser: this.kept.own(match[4]!.trim()),
        organiserUrl: this.kept.own(match[5]!),
        titleUrl: undefined,
        region: this.region,
      });
      return;
    }
    const last = this.events.at(-1);
    const title = /^\s+[*+-] \[\*\*.*?\*\*\]\(([^\s)]+)\)/.exec(line);
    if (last && title && last.titleUrl === undefined) last.titleUrl = this.kept.own(title[1]!);
  }

  private job(line: string): void {
    const url = addressWith('reddit.com', line);
    if (url && !this.firstUrl.has('jobs')) this.firstUrl.set('jobs', copyOf(url));
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** The first address in parentheses of a line that holds a part. */
function addressWith(part: string, line: string): string | undefined {
  for (const [, url] of line.matchAll(/\((https:[^\s()]*)\)/g)) if (url!.includes(part)) return url;
  return undefined;
}

function copied(text: string | undefined): string | undefined {
  return text === undefined ? undefined : copyOf(text);
}

/** Headings over pull requests that are still open. */
const UNMERGED =
  /^\[?(?:final comment|tracking issues|new (?:and updated )?rfcs|calls? for testing|rust compiler performance|issues in)/i;
const MAIN_SECTIONS: readonly (readonly [string, string])[] = [
  ['updates from rust community', 'community'],
  ['crate of the week', 'cotw'],
  ['call for participation', 'other'],
  ['calls for testing', 'other'],
  ['updates from the rust project', 'project'],
  ['upcoming events', 'events'],
  ['rust jobs', 'jobs'],
  ['jobs', 'jobs'],
  ['quote of the week', 'qotw'],
];
