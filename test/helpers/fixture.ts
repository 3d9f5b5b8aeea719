import { Archive } from '../../server/src/newsletter/archive/archive';
import type { ArchiveView } from '../../server/src/newsletter/archive/view';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { linkKey } from '../../server/src/newsletter/links/keys';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import type { CheckOptions, Finding } from '../../server/src/rules/rule';
import type { Range } from '../../server/src/text/sourceText';

/** Where fixtures without a date of their own live: an issue of the current era. */
export const DRAFT_URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';

/** How that issue begins. */
export const FRONT =
  'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';

/** Where the template is. */
export const TEMPLATE_URI = 'file:///twir/draft/DRAFT_TEMPLATE';

interface Expected extends Range {
  readonly rule: string;
}

export interface Fixture {
  readonly uri: string;
  readonly text: string;
  readonly options: CheckOptions;
  /** What the caret lines ask for. */
  readonly expected: readonly Expected[];
}

/**
 * Reads newsletter text with `//~` lines: carets mark a finding on the line above, the word is the rule; where
 * carets can't reach, `//~ 0-5 rule` gives columns (from 0, `$` for the line's end). `//# date=… stage=… role=…`
 * in the first line sets what the check is told.
 */
export function parseFixture(raw: string): Fixture {
  const lines = raw.split('\n');
  const settings = new Map<string, string>();
  if (lines[0]?.startsWith('//#')) {
    for (const pair of lines.shift()!.slice(3).trim().split(/\s+/)) {
      const [key, value] = pair.split('=');
      settings.set(key!, value ?? '');
    }
  }
  const kept: string[] = [];
  const expected: Expected[] = [];
  let offset = 0;
  let lineStart = 0;
  for (const line of lines) {
    const mark = /^(\s*)\/\/~\s*(?:(\d+)-(\d+|\$)\s+)?(\^*)\s*([a-z-]+)\s*$/.exec(line);
    if (!mark) {
      kept.push(line);
      lineStart = offset;
      offset += line.length + 1;
      continue;
    }
    const above = kept.at(-1) ?? '';
    const caret = line.indexOf('^');
    const start = mark[2] === undefined ? caret : Number(mark[2]);
    const end =
      mark[2] === undefined ? caret + mark[4]!.length : mark[3] === '$' ? above.length : Number(mark[3]);
    expected.push({ start: lineStart + start, end: lineStart + end, rule: mark[5]! });
  }
  const date = settings.get('date');
  return {
    uri: date ? DRAFT_URI.replace(/\d{4}-\d\d-\d\d/, date) : DRAFT_URI,
    text: kept.join('\n'),
    options: {
      ...DEFAULT_OPTIONS,
      unfolded: true,
      ...(settings.has('stage') ? { stage: settings.get('stage') as CheckOptions['stage'] } : {}),
      ...(settings.has('role') ? { role: settings.get('role') as CheckOptions['role'] } : {}),
      ...(settings.has('today') ? { today: settings.get('today')! } : {}),
    },
    expected,
  };
}

/** Findings of one rule (or all) in a piece of newsletter text. */
export function findingsIn(
  text: string,
  rule?: string,
  options = DEFAULT_OPTIONS,
  uri = DRAFT_URI,
  archive?: ArchiveView,
): Finding[] {
  const findings = checkIssue(readIssue({ uri, text }), options, archive, (id, error) => {
    throw new Error(`${id}: ${error instanceof Error ? error.stack : error}`);
  });
  return rule === undefined ? findings : findings.filter((finding) => finding.rule === rule);
}

/**
 * An archive with one earlier issue, as an issue of {@link DRAFT_URI} sees it.
 *
 * @param usual words that many older issues have; the dictionary has no others
 */
export function archiveWith(earlier: string | undefined, usual?: string): ArchiveView | undefined {
  if (earlier === undefined && usual === undefined) return undefined;
  const archive = new Archive(linkKey);
  const add = (name: string, text: string) => {
    archive.add(`file:///twir/content/${name}.md`, text);
    archive.addWords(`file:///twir/content/${name}.md`, text);
  };
  if (earlier !== undefined) add('earlier', earlier);
  if (usual !== undefined) {
    for (const day of ['01', '02', '03', '04', '05', '06', '07', '08'])
      add(day, `Title: Old\nDate: 2020-01-${day}\n\n${usual}\n`);
    archive.setDictionary({ has: () => false });
  }
  return archive.before(/\d{4}-\d\d-\d\d/.exec(DRAFT_URI)![0]);
}
