import { addDays, dayNumber } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import { tidyAddress, tidyGroup } from '../../newsletter/links/tidyAddress';
import { parseUrl } from '../../newsletter/links/url';
import { hasTag } from '../../rules/index';
import type { Finding, RuleTag } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import type { Range } from '../../text/sourceText';
import {
  daysOf,
  type EventSubmission,
  knownGroup,
  type LinkSubmission,
  type Submission,
  tidyTitle,
} from './submit';

/** What an author is asked for, one after the other. */
export type SubmissionField = Exclude<keyof LinkSubmission | keyof EventSubmission, 'kind' | 'section'>;

/** A submission as far as it has been typed. */
export type PartialSubmission =
  | ({ readonly kind: 'link' } & Partial<LinkSubmission>)
  | ({ readonly kind: 'event' } & Partial<EventSubmission>);

/** What there is to say about a field by itself. */
export interface FieldCheck {
  /** What will be written. */
  readonly value: string;
  /** Why it cannot be written. */
  readonly problem?: string;
  /** What was done to it. */
  readonly changes: readonly string[];
  /** What is good to know about it. */
  readonly notes?: readonly string[];
  /** A group that the newsletter knows by its address. */
  readonly group?: { readonly name: string; readonly location: string };
}

/** Reads one field. What the rules have to say about it comes on top. */
export function checkField(issue: Issue, field: SubmissionField, written: string): FieldCheck {
  switch (field) {
    case 'url':
    case 'organiserUrl': {
      const { url, changes } = tidyAddress(written, issue.date);
      const value = field === 'organiserUrl' ? tidyGroup(written) : url;
      if (!parseUrl(url))
        return { value, changes, problem: 'This is not an address like https://example.com/page' };
      const group = field === 'organiserUrl' ? knownGroup(written) : undefined;
      return { value, changes, ...(group ? { group } : {}) };
    }
    case 'title':
    case 'organiser':
      return { value: tidyTitle(written), changes: [], ...titleProblem(tidyTitle(written)) };
    case 'date': {
      const value = daysOf(written);
      const days = value.split(' - ');
      const sound = days.length <= 2 && days.every((day) => dayNumber(day) !== undefined);
      return {
        value,
        changes: [],
        ...(sound ? {} : { problem: 'Write a day like 2026-03-04, or two with “ - ” between' }),
      };
    }
    case 'location':
      return {
        value: written.trim(),
        changes: [],
        ...(written.trim() === '' ? { problem: 'Write a place like Oslo, NO or Seattle, WA, US' } : {}),
      };
  }
}

function titleProblem(title: string): { problem?: string } {
  if (title === '') return { problem: 'The title is missing' };
  const bare = title.replace(/`[^`]*`/g, '');
  let depth = 0;
  for (const char of bare) {
    if (char === '[') depth += 1;
    if (char === ']') depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0) return { problem: 'A square bracket has no other half' };
  if (/<[\w/]/.test(bare)) return { problem: 'Put code in backticks, e.g. `Vec<T>`' };
  return {};
}

/** The submission with something in the place of what has not been asked yet, so that the rules can judge the rest. */
export function completed(issue: Issue, partial: PartialSubmission): Submission {
  const title = 'What readers will find';
  if (partial.kind === 'link') {
    return { section: 'community/miscellaneous', title, url: 'https://example.com/page', ...partial };
  }
  const date = issue.date === undefined ? '2026-01-01' : addDays(issue.date, 1);
  return {
    date,
    location: 'Virtual',
    organiser: 'Group',
    organiserUrl: 'https://example.com/group',
    title,
    url: 'https://example.com/group/event',
    ...partial,
  };
}

/** The tags of the rules that speak about a field. */
const ABOUT = {
  url: 'url',
  title: 'title',
  organiserUrl: 'organiser-url',
  organiser: 'organiser',
  date: 'date',
  location: 'location',
} as const satisfies Record<SubmissionField, RuleTag>;

/**
 * The findings in what was put in.
 *
 * @param findings of the issue with the edits made
 */
export function findingsAbout(
  edits: readonly Edit[],
  findings: readonly Finding[],
  field?: SubmissionField,
): Finding[] {
  const ranges = insertedRanges(edits);
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const inside = ranges.some(({ start, end }) => start <= finding.at.start && finding.at.end <= end);
    if (!inside || (field && !hasTag(finding.rule, ABOUT[field]))) return false;
    // Twins say everything twice.
    const key = `${finding.rule} ${finding.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Where the texts of the edits stand once they are made. */
export function insertedRanges(edits: readonly Edit[]): Range[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const range = { start: start + shift, end: start + shift + text.length };
      shift += text.length - (end - start);
      return range;
    });
}

/** Where a place of the changed text stood before insertions were made. */
export function beforeEdits<T extends Range>(edits: readonly Edit[], place: T): T {
  const shift = insertedRanges(edits)
    .filter(({ end }) => end <= place.start)
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return { ...place, start: place.start - shift, end: place.end - shift };
}
