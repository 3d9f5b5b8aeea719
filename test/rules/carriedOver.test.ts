import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/newsletter/archive/archive';
import { addDays } from '../../server/src/newsletter/issue/date';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { linkKey } from '../../server/src/newsletter/links/keys';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import type { CheckOptions } from '../../server/src/rules/rule';
import { DRAFT_URI } from '../helpers/fixture';

const issue = (date: string, events: string) =>
  `Title: This Week in Rust\nNumber: 640\nDate: ${date}\nCategory: This Week in Rust\n\n## Upcoming Events\n\nRusty Events between ${date} - ${addDays(date, 28)} 🦀\n\n### Europe\n${events}`;
const WRONG =
  '* 2026-03-04 & 2026-03-05 | Oslo, NO| [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n';
const PAST =
  '* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/0)\n';

function severities(before: string | undefined, options: Partial<CheckOptions> = {}) {
  const archive = new Archive(linkKey);
  if (before !== undefined)
    archive.add('file:///content/2026-02-18-this-week-in-rust.md', issue('2026-02-18', before));
  const draft = readIssue({ uri: DRAFT_URI, text: issue('2026-02-25', PAST + WRONG) });
  const found = checkIssue(draft, { ...DEFAULT_OPTIONS, ...options }, archive.before('2026-02-25'));
  return Object.fromEntries(
    found.filter(({ rule }) => rule.startsWith('event-')).map(({ rule, severity }) => [rule, severity]),
  );
}

function severitiesOfPublished(published: string, now: string) {
  const archive = new Archive(linkKey);
  archive.add('file:///content/2026-02-18-this-week-in-rust.md', issue('2026-02-18', ''));
  archive.add('file:///content/2026-02-25-this-week-in-rust.md', issue('2026-02-25', published));
  const uri = 'file:///content/2026-02-25-this-week-in-rust.md';
  const found = checkIssue(
    readIssue({ uri, text: issue('2026-02-25', now) }),
    DEFAULT_OPTIONS,
    archive.before('2026-02-25'),
  );
  return Object.fromEntries(found.map(({ rule, severity }) => [rule, severity]));
}

describe('findings on event lines of an issue that is out', () => {
  it('are one step quieter', () =>
    expect(severitiesOfPublished(WRONG, WRONG)).toMatchObject({
      'event-date': 'warning',
      'event-form': 'info',
    }));

  it('are as loud as ever on lines that are new', () =>
    expect(severitiesOfPublished('', WRONG)).toMatchObject({
      'event-date': 'error',
      'event-form': 'warning',
    }));
});

describe('findings on event lines of the issue before', () => {
  const fresh = { 'event-past': 'warning', 'event-date': 'error', 'event-form': 'warning' };

  it('are as loud as ever without that issue, or when the lines are new', () => {
    // Without any earlier issue nobody can tell which past dates are slips.
    expect(severities(undefined)).toEqual({ ...fresh, 'event-past': 'info' });
    expect(severities('')).toEqual(fresh);
  });

  it('are one step quieter, but for what has become wrong since', () =>
    expect(severities(PAST + WRONG)).toEqual({
      'event-past': 'info',
      'event-date': 'warning',
      'event-form': 'info',
    }));

  it('keep the severity that the author chose', () =>
    expect(severities(PAST + WRONG, { rules: { 'event-date': 'hint' } })).toMatchObject({
      'event-date': 'hint',
    }));

  it('are as loud as ever at stage release', () =>
    expect(severities(PAST + WRONG, { stage: 'release' })).toMatchObject({ 'event-date': 'error' }));
});
