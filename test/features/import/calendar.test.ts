import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../server/src/features/import/imported';
import { organizeText } from '../../../server/src/features/organize/organize';
import { archiveWith, findingsIn } from '../../helpers/fixture';
import { add, calendar, EMPTY, EVENTS, entry, errorOf, event, narvik, plan, read, shown } from './importing';

const ICS = readFileSync(fileURLToPath(new URL('../../fixtures/import/groups.ics', import.meta.url)), 'utf8');

describe('a calendar', () => {
  it('gives the events of the window by the clock of their place', () => {
    expect(shown(ICS)).toEqual([
      '2026-01-14 | Narvik, NO | January | past',
      '2026-02-24 | London, UK | Last Tuesday | past',
      '2026-02-25 | Narvik, NO | Hack Night, weekly | new',
      '2026-03-05 | Narvik, NO | Open day [all welcome | new',
      '2026-03-06 | Mountain View, CA, US | Late night | new',
      '2026-03-06 | Seattle, WA, US | Friday evening in Seattle | new',
      '2026-03-10 - 2026-03-12 | Oslo, NO | Northern Rust Days with a title so long that the calendar folds it into two lines | new',
      '2026-03-12 | Virtual | Online lecture | new',
      '2026-03-13 | Hybrid (Narvik, NO) | Talks (hybrid) | new',
      '2026-03-14 | ? | Somewhere | new',
      '2026-03-19 | Narvik, NO | Hack Night, on a Thursday | new',
      '2026-03-25 | Narvik, NO | Hack Night, weekly | new',
      '2026-09-14 | Narvik, NO | September | beyond',
    ]);
  });

  it('tells what is called off and what is not understood, with its line', () => {
    const { cancelled, problems } = plan(ICS);
    expect(cancelled).toBe(1);
    const lineOf = (text: string) => ICS.slice(0, ICS.indexOf(text)).split('\n').length;
    expect(problems.map(({ line, message }) => ({ line, message }))).toEqual([
      {
        line: lineOf('DTSTART;TZID=Europe/Oslo:20260230'),
        message: '“2026-02-30” in DTSTART is not a date',
      },
      {
        line: lineOf('UID:untitled') - 1,
        message: 'SUMMARY, the title of the event, is missing',
      },
      { line: lineOf('UID:nolink') - 1, message: 'The address (URL) of “No address” is missing' },
    ]);
  });

  it('is added by region and date, hybrid events twice', () => {
    const { text, refused } = add(ICS);
    const group = '[Rust Narvik](https://example.com/narvik/hack-night)';
    expect(text).toContain(
      `🦀\n\n### Virtual\n* 2026-03-12 | Virtual | [Rust Narvik](https://example.com/lecture)\n    * [**Online lecture**](https://example.com/lecture)\n* 2026-03-13 | Hybrid (Narvik, NO) |`,
    );
    expect(text).toContain(
      `### Europe\n* 2026-02-25 | Narvik, NO | ${group}\n    * [**Hack Night, weekly**](`,
    );
    expect(text).toContain('[**Open day \\[all welcome**]');
    expect(text).toContain('\n\n### North America\n* 2026-03-06 | Mountain View, CA, US |');
    expect(text).toContain('(https://example.com/seattle)\n\nIf you are running');
    expect(text).not.toContain('goes here');
    expect(organizeText(read(text))).toBe(text);
    expect(refused).toEqual([
      expect.objectContaining({ message: 'The place is missing: it is written like “Oslo, NO”' }),
    ]);
    const found = findingsIn(text).filter(({ rule }) =>
      /^(?:event|list|nested|link|whitespace|html|bold)/.test(rule),
    );
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    // Everything is there now.
    const again = plan(ICS, text).candidates.filter(({ state }) => state === 'new' || state === 'similar');
    expect(again.map(({ title }) => title)).toEqual(['Somewhere']);
  });

  it('asks for a place, and takes the answer', () => {
    const [asked] = plan(ICS).candidates.filter(({ location }) => location === undefined);
    expect(asked!.address).toBe('Our usual room');
    const { text } = add(ICS, EMPTY, [{ id: asked!.id, location: 'Osaka, Japan' }]);
    // At 18:00 in Oslo it is 2:00 in Osaka.
    expect(text).toContain(
      '### Asia\n* 2026-03-15 | Osaka, JP | [Rust Narvik](https://example.com/somewhere)\n',
    );
    for (const location of ['Osaka', 'JP', '', 'Osaka, Nowhere']) {
      const result = add(ICS, EMPTY, [{ id: asked!.id, location }]);
      expect([result.edits, result.refused.length], location).toEqual([[], 1]);
    }
  });

  it('knows groups from earlier issues', () => {
    const earlier = `${EVENTS.replaceAll('2026-02-25', '2026-02-18')}### Europe\n${entry('2026-02-20', 'Narvik, NO', 'Old')}`;
    const archive = archiveWith(earlier);
    const { text } = add(
      calendar(event('DTSTART;VALUE=DATE:20260304', 'SUMMARY:Talks', 'URL:https://example.com/t')),
      EMPTY,
      undefined,
      archive,
    );
    expect(text).toContain('* 2026-03-04 | Narvik, NO | [Rust Narvik](https://example.com/group)\n');
  });

  it('knows groups of Meetup by the address', () => {
    const { text } = add(
      calendar(
        event(
          'DTSTART;TZID=Europe/Copenhagen:20260304T180000',
          'SUMMARY:Talks',
          'LOCATION:Online event',
          'URL:https://www.meetup.com/en-GB/rust-aarhus/events/1/?eventOrigin=x',
        ),
      ),
    );
    expect(text).toContain(
      '* 2026-03-04 | Virtual (Aarhus, DK) | [Rust Aarhus](https://www.meetup.com/rust-aarhus)\n    * [**Talks**](https://www.meetup.com/rust-aarhus/events/1/)\n',
    );
  });

  it.each([
    ['every other week', 'DTSTART:20260107T180000', 'FREQ=WEEKLY;INTERVAL=2', '2026-03-04 2026-03-18'],
    ['a count', 'DTSTART;TZID=Europe/Oslo:20260224T180000', 'FREQ=DAILY;COUNT=3', '2026-02-25 2026-02-26'],
    ['until a day', 'DTSTART;VALUE=DATE:20260225', 'FREQ=WEEKLY;UNTIL=20260304', '2026-02-25 2026-03-04'],
    [
      'first and third Tuesday',
      'DTSTART:20260106T180000',
      'FREQ=MONTHLY;BYDAY=1TU,3TU',
      '2026-03-03 2026-03-17',
    ],
    [
      'over the change to summer time',
      'DTSTART;TZID=Australia/Sydney:20260226T003000',
      'FREQ=WEEKLY;UNTIL=20260311T133000Z',
      '2026-02-26 2026-03-05 2026-03-12',
    ],
  ])('recurs: %s', (_, start, rule, dates) => {
    const place = start.includes('Sydney') ? ['LOCATION:Sydney NSW\\, Australia'] : [];
    const text = calendar(event(start, `RRULE:${rule}`, ...place, ...narvik));
    const found = plan(text).candidates.filter(({ state }) => state !== 'past');
    expect(found.map(({ dates }) => dates).join(' ')).toBe(dates);
  });

  it.each([
    ['DTSTART:2026-03-04', '2026-03-04'],
    ['DTSTART;VALUE=DATE:2026-03-04', '2026-03-04'],
    ['DTSTART:2026-03-04T18:00', '2026-03-04'],
    ['DTSTART:2026-03-04T18:00:00.000', '2026-03-04'],
    ['DTSTART:20260304T18:00:00Z', '2026-03-04'],
    // It is the day after at the place.
    ['DTSTART:2026-03-04T23:30:00Z', '2026-03-05'],
    ['DTSTART:2026-03-04T23:30:00+01:00', '2026-03-04'],
    ['DTSTART:20260304T223000-0500', '2026-03-05'],
    ['DTSTART;TZID=America/New_York:2026-03-04 22:30:00', '2026-03-05'],
    ['DTSTART:2026-03-04\r\nDTEND:2026-03-07', '2026-03-04 - 2026-03-06'],
    [
      'DTSTART:2026-03-04T18:00:00\r\nRDATE:2026-03-11T18:00:00,2026-03-18T18:00:00',
      '2026-03-04 2026-03-11 2026-03-18',
    ],
    [
      'DTSTART:2026-03-04T18:00:00\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:2026-03-11T18:00:00',
      '2026-03-04 2026-03-18',
    ],
    ['DTSTART:2026-03-04T18:00:00\r\nRRULE:FREQ=WEEKLY;UNTIL=2026-03-11T20:00:00Z', '2026-03-04 2026-03-11'],
    ['DTSTART;VALUE=DATE:2026-03-04\r\nRRULE:FREQ=WEEKLY;UNTIL=2026-03-11', '2026-03-04 2026-03-11'],
  ])('reads times that are written with dashes and colons: %j', (lines, dates) => {
    const { candidates, problems } = plan(calendar(event(lines, ...narvik)));
    expect([candidates.map(({ dates }) => dates).join(' '), problems]).toEqual([dates, []]);
  });

  it('knows no year after the last one', () => {
    const text = calendar(event('DTSTART;TZID=America/New_York:99991231T230000', ...narvik));
    expect(shown(text)).toEqual(['9999-12-31 | Narvik, NO | Talks | beyond']);
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=MONTHLY;INTERVAL=1000000000;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5',
  ])('takes a rule that no day fits for what it is: %s', (rule) => {
    const { candidates, problems } = plan(
      calendar(event('DTSTART:20240101T180000', `RRULE:${rule}`, ...narvik)),
    );
    expect([candidates, problems]).toEqual([[], []]);
  });

  it.each([
    ['DTSTART:4 March 2026', 'DTSTART is not written like 20260304T190000'],
    ['DTSTART:2026-03-04T19', 'DTSTART is not written like 20260304T190000'],
    ['DTSTART:2026-03-04T19:00:00+99:00', 'DTSTART is not written like 20260304T190000'],
    ['DTSTART:2026-02-30T19:00:00', '“2026-02-30” in DTSTART is not a date'],
    ['DTSTART:', 'DTSTART is not written like 20260304T190000'],
    [
      'DTSTART:20260304T190000\r\nRRULE:WEEKLY',
      'A repetition is daily, weekly, monthly or yearly, and this one does not say which',
    ],
    [
      'DTSTART:20260304T190000\r\nRRULE:FREQ=WEEKLY;BYDAY=XX',
      'The value of “RRULE:FREQ=WEEKLY;BYDAY=XX” is not understood',
    ],
  ])('says what is wrong with %j, at its line', (lines, message) => {
    const line = 5 + lines.split('\r\n').length - 1;
    expect(plan(calendar(event(lines, ...narvik))).problems).toEqual([{ source: 0, line, message }]);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=NEVER', 'FREQ=YEARLY;BYWEEKNO=53'])(
    'refuses a rule that is not understood: %s',
    (rule) => {
      const { candidates, problems } = plan(
        calendar(event('DTSTART:20240101T180000', `RRULE:${rule}`, ...narvik)),
      );
      expect(candidates).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );

  it.each([
    ['', '1: There is nothing to read: neither a calendar nor JSON nor event lines'],
    [
      '\n\nHello there',
      '3: This is neither a calendar (BEGIN:VCALENDAR) nor JSON nor event lines like “* 2026-03-04 | …”: “Hello there”',
    ],
    ['BEGIN:VCARD\nEND:VCARD\n', '1: A calendar begins with BEGIN:VCALENDAR, not with “BEGIN:VCARD”'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n', '2: END:VEVENT is missing at the end of the file'],
    [
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n',
      '3: END:VEVENT (begun in line 2) is missing before END:VCALENDAR',
    ],
    ['BEGIN:VCALENDAR\nVERSION 2\nEND:VCALENDAR\n', '2: “VERSION 2” is not written as “NAME:value”'],
    ['[\n  {"name": "A" "date": 1}\n]', '2: This is not JSON: comma expected'],
    ['{"a": 1}', '1: The JSON has no events with a name and a date'],
  ])('says what is wrong with %j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('never throws anything else, whatever the input', () => {
    for (let end = 0; end < ICS.length; end += 97) {
      for (const text of [
        ICS.slice(0, end),
        ICS.slice(end),
        `${ICS.slice(0, end)}\nEND:VEVENT\nEND:VCALENDAR`,
      ]) {
        try {
          plan(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }
    }
  });
});

describe('a title', () => {
  it.each([
    ['Vec<T> and Box<dyn Error>', 'Vec&lt;T> and Box&lt;dyn Error>'],
    ['Set<B> of Result<Option>', 'Set&lt;B> of Result&lt;Option>'],
    ['A <b>bold</b> <BR>evening<br/>', 'A bold evening'],
  ])('keeps types in angle brackets, and no tags: %s', (summary, title) => {
    const text = calendar(event('DTSTART:20260304T190000', ...narvik.slice(1), `SUMMARY:${summary}`));
    expect(add(text).text).toContain(`[**${title}**]`);
  });
});
