import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import type { Draft, Version } from '../../../server/src/rules/check/drafts';
import { isStill, Severities } from '../../../server/src/rules/check/severities';
import type { Fix } from '../../../server/src/rules/rule';
import { archiveWith, DRAFT_URI } from '../../helpers/fixture';

const EVENT =
  '* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n';
const EVENTS = `## Upcoming Events\n\n### Europe\n${EVENT}`;
const FIX: Fix = { title: 'Mend', edits: () => [] };

const version = (after: string) =>
  ({ issue: readIssue({ uri: DRAFT_URI, text: `${EVENTS}\n${after}\n` }), start: 0 }) as Version;
/** What is found on the event, with a fix as long as the issue has a house. */
const draft = (more: Partial<Draft> = {}) =>
  ({
    rule: { id: 'made-up', severity: 'info' },
    at: { start: EVENTS.indexOf('* 2026'), end: EVENTS.length },
    fixes: ({ issue }: Version) => (issue.source.text.includes('house') ? [FIX] : []),
    related: [],
    ...more,
  }) as unknown as Draft;
const tell = (one: Draft, at: Version) =>
  new Severities(DEFAULT_OPTIONS, archiveWith(`Title: Earlier\nDate: 2026-01-07\n\n${EVENTS}`)).tell(
    [one],
    false,
    at,
  );

describe('what hinges on a fix that is looked for in the whole issue', () => {
  const [house, other, none] = [version('A house.'), version('A house, too.'), version('A tent.')];

  it('is louder while there is one', () => {
    expect(tell(draft(), house).told[0]!.severity).toBe('info');
    expect(tell(draft(), none).told[0]!.severity).toBe('hint');
  });

  it.each([
    ['one', house, other, none],
    ['none', none, version('No tent.'), house],
  ] as const)('is still the same while there is %s', (_, first, alike, unlike) => {
    const { hinges } = tell(draft(), first);
    expect(hinges).toHaveLength(1);
    expect(isStill(hinges, alike)).toBe(true);
    expect(isStill(hinges, unlike)).toBe(false);
  });

  it('is nothing else: with fixes that are known, another severity, or a matter of taste', () => {
    expect(tell(draft({ hasFixes: true }), house)).toMatchObject({
      told: [{ severity: 'info' }],
      hinges: [],
    });
    expect(tell(draft({ hasFixes: false }), house)).toMatchObject({
      told: [{ severity: 'hint' }],
      hinges: [],
    });
    expect(tell(draft({ severity: 'warning' }), house)).toMatchObject({
      told: [{ severity: 'info' }],
      hinges: [],
    });
    expect(tell(draft({ minor: true }), house)).toMatchObject({ told: [{ severity: 'hint' }], hinges: [] });
  });
});
