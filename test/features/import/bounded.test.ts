import { describe, expect, it } from 'vitest';
import { planImport } from '../../../server/src/features/import/importEvents';
import { ImportError } from '../../../server/src/features/import/imported';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const DRAFT = `${FRONT}## Upcoming Events\n`;
const issue = readIssue({ uri: DRAFT_URI, text: DRAFT });
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) =>
  calendar(
    'BEGIN:VEVENT',
    ...lines,
    'SUMMARY:Talk',
    'LOCATION:Oslo\\, Norway',
    'URL:https://example.com/a',
    'END:VEVENT',
  );
const many = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join(',');

/** What came of a text, and the milliseconds of computing that it took. */
function tried(text: string): { found: number | string; millis: number } {
  const before = process.cpuUsage().user;
  let found: number | string;
  try {
    found = planImport({ issue, text }).candidates.length;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    found = error.message;
  }
  return { found, millis: (process.cpuUsage().user - before) / 1000 };
}

describe('work is bounded', () => {
  tried(event('DTSTART:20260301T000000'));

  it.each<[string, string, number | string]>([
    ['a monthly rule from the end of time on', event('DTSTART:99990101T000000', 'RRULE:FREQ=MONTHLY'), 0],
    [
      'a daily rule with a huge count',
      event('DTSTART:19700101T120000', 'RRULE:FREQ=DAILY;COUNT=1000000000'),
      33,
    ],
    ['a daily rule without end', event('DTSTART:19700101T120000', 'RRULE:FREQ=DAILY'), 33],
    [
      'a rule that no day fits',
      event('DTSTART:19700101T120000', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9'),
      0,
    ],
    [
      'thousands of weekdays in a rule',
      event('DTSTART:19700101T120000', `RRULE:FREQ=YEARLY;BYDAY=${many(5000, (n) => `${(n % 53) + 1}MO`)}`),
      5,
    ],
    [
      'ten thousand dates',
      event(
        'DTSTART:20200101T120000',
        `RDATE:${many(10_000, (n) => `2027${String((n % 12) + 1).padStart(2, '0')}01T${String(n % 24).padStart(2, '0')}0000`)}`,
      ),
      0,
    ],
    [
      'a time zone with a rule for every day',
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:X',
        'BEGIN:STANDARD',
        'DTSTART:16010101T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'RRULE:FREQ=DAILY',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'DTSTART;TZID=X:20200101T120000',
        'RRULE:FREQ=DAILY',
        'SUMMARY:Talk',
        'LOCATION:Oslo\\, Norway',
        'URL:https://example.com/a',
        'END:VEVENT',
      ),
      33,
    ],
    [
      'a description of a million brackets',
      event('DTSTART:20260301T120000', `DESCRIPTION:${'<a href='.repeat(125_000)}`),
      1,
    ],
    [
      'a description of a million addresses',
      event('DTSTART:20260301T120000', `DESCRIPTION:${'https://'.repeat(125_000)}`),
      1,
    ],
    [
      'a line that is folded for ever',
      event('DTSTART:20260301T120000', `DESCRIPTION:a${'\r\n b'.repeat(200_000)}`),
      1,
    ],
    ['deep JSON', '['.repeat(500_000), 'The JSON has more than 100 levels inside each other'],
    ['deep objects', '{"a":'.repeat(200_000), 'The JSON has more than 100 levels inside each other'],
    [
      'deep components',
      calendar('BEGIN:VEVENT\r\n'.repeat(50_000)),
      'More than 20 components are inside each other',
    ],
    ['a huge line of Markdown', `* 2026-03-04 | ${'<!--'.repeat(250_000)}`, 0],
  ])('%s', (_, text, expected) => {
    const { found, millis } = tried(text);
    expect(found).toBe(expected);
    expect(millis).toBeLessThan(1000);
  });
});
