import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/newsletter/archive/archive';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { linkKey } from '../../server/src/newsletter/links/keys';
import { checkIssue, DEFAULT_OPTIONS, isFixable } from '../../server/src/rules/check';
import type { CheckOptions, Finding } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edits';
import { DRAFT_URI } from '../helpers/fixture';

const event = (date: string, place = 'Oslo, NO') =>
  `* ${date} | ${place} | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/${date})\n`;

const issue = (date: string, events: string) =>
  `Date: ${date}\n\n## Upcoming Events\n\n### Europe\n${events}`;

function check(events: string, before?: string, options: Partial<CheckOptions> = {}) {
  const archive = new Archive(linkKey);
  if (before !== undefined)
    archive.add('file:///content/2026-02-18-this-week-in-rust.md', issue('2026-02-18', before));
  const draft = readIssue({ uri: DRAFT_URI, text: issue('2026-02-25', events) });
  const found = checkIssue(draft, { ...DEFAULT_OPTIONS, ...options }, archive.before('2026-02-25'));
  return { draft, of: (rule: string) => found.filter((finding) => finding.rule === rule) };
}

const severities = (found: readonly Finding[]) => found.map(({ severity }) => severity);

describe('past events', () => {
  const old = event('2026-02-19') + event('2026-02-20');
  const next = event('2026-02-26');

  it('are told once a region, on the first, which stands for the others', () => {
    const found = check(old + next, old).of('event-past');
    expect(severities(found)).toEqual(['info', 'hint']);
    expect(found[0]!.message).toBe('2 of 3 events are over when the issue comes out on 2026-02-25');
    expect(found[0]!.related).toMatchObject([{ start: found[1]!.at.start, also: true }]);
    expect(found.every(({ unnecessary }) => unnecessary)).toBe(true);
  });

  it('are told once in a region that is read in several parts', () => {
    const days = Array.from({ length: 19 }, (_, day) => `2026-02-${String(day + 6).padStart(2, '0')}`);
    const long = days.map((day) => event(day)).join('');
    const { draft, of } = check(long + next, long);
    expect(draft.pieces.filter(({ piece }) => piece.events.length > 0).length).toBeGreaterThan(1);
    expect(severities(of('event-past')).filter((severity) => severity !== 'hint')).toEqual(['info']);
    expect(of('event-past')[0]!.message).toBe(
      '19 of 20 events are over when the issue comes out on 2026-02-25',
    );
  });

  it('go together', () => {
    const { draft, of } = check(old + next, old);
    const fix = of('event-past')[0]!.fixes.find(({ all }) => all)!;
    expect(fix.title).toBe('Delete the 2 past events');
    expect(applyEdits(draft.source.text, fix.edits())).toBe(issue('2026-02-25', next));
  });

  it('that may be slips are warnings, each of them', () =>
    expect(severities(check(old + next, '').of('event-past'))).toEqual(['warning', 'warning']));

  it('are told once where no earlier issue is known, and not taken out in bulk', () => {
    const found = check(old + next).of('event-past');
    expect(severities(found)).toEqual(['info', 'hint']);
    expect(found.some(isFixable)).toBe(false);
  });

  it('are errors at release', () =>
    expect(severities(check(old + next, old, { stage: 'release' }).of('event-past'))).toEqual([
      'error',
      'error',
    ]));
});

describe('countries in another spelling', () => {
  const events = event('2026-02-26', 'Leeds, GB') + event('2026-02-27', 'York, GB');

  it('are told once a file, and mended together', () => {
    const { draft, of } = check(events);
    const found = of('event-country');
    expect(severities(found)).toEqual(['info']);
    expect(found[0]!.related).toMatchObject([{ also: true }]);
    expect(found[0]!.fixes[0]!.title).toBe('Write “UK” in all 2 places');
    expect(applyEdits(draft.source.text, found[0]!.fixes[0]!.edits())).not.toContain('GB');
  });

  it('that are no codes stay warnings', () =>
    expect(severities(check(event('2026-02-26', 'Oslo, Norway')).of('event-country'))).toEqual(['warning']));
});

describe('what cannot be read', () => {
  it('is an error on a new line, a warning on one of the issue before', () => {
    const odd = event('2026-02-26', 'Oslo');
    expect(severities(check(odd).of('event-location'))).toEqual(['error']);
    expect(severities(check(odd, odd).of('event-location'))).toEqual(['warning']);
  });

  it('is told once where form and place are both wrong', () => {
    const { of } = check(event('2026-02-26', 'Oslo').replace('| Oslo |', '|Oslo|'));
    expect(of('event-form')).toHaveLength(1);
    expect(of('event-location')).toEqual([]);
  });
});

describe('what is still to be filled in', () => {
  const jobs =
    "## Jobs\n\nThe [Who's Hiring thread on r/rust](INSERT_LINK_HERE)\n\n# Quote of the Week\n\n> Words.\n";
  const items = Array.from({ length: 20 }, (_, n) => `* [Post ${n}](https://example.com/${n})\n`).join('');
  const inDraft = (text: string) =>
    severities(
      checkIssue(readIssue({ uri: DRAFT_URI, text })).filter(({ rule }) => rule === 'placeholder-link'),
    );

  it('is a hint', () => expect(inDraft(jobs)).toEqual(['hint']));

  it('is told when nearly all the rest has been filled in', () => {
    const whole = (headings: string) =>
      `## Updates from Rust Community\n\n${headings}### Miscellaneous\n${items}\n${jobs}`;
    expect(inDraft(whole(''))).toEqual(['info']);
    expect(inDraft(whole('### Official\n\n### Research\n\n### Newsletters\n\n'))).toEqual(['hint']);
  });
});
