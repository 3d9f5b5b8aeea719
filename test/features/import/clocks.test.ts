import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { Clocks } from '../../../server/src/features/import/clocks';
import { occurrences } from '../../../server/src/features/import/recurrence';
import { describedClock } from '../../../server/src/features/import/vtimezone';

const clocks = new Clocks();

describe('a clock by its name', () => {
  it.each([
    ['Europe/Oslo', '2026-07-01T13:00:00'],
    ['US/Eastern', '2026-07-01T07:00:00'],
    ['Asia/Calcutta', '2026-07-01T16:30:00'],
    ['W. Europe Standard Time', '2026-07-01T13:00:00'],
    ['Eastern Standard Time', '2026-07-01T07:00:00'],
    ['pacific  standard time', '2026-07-01T04:00:00'],
    ['(UTC-05:00) Eastern Time (US & Canada)', '2026-07-01T07:00:00'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', '2026-07-01T13:00:00'],
    ['(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi', '2026-07-01T16:30:00'],
    ['/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires', '2026-07-01T08:00:00'],
    ['"Europe/Oslo"', '2026-07-01T13:00:00'],
    ['UTC', '2026-07-01T11:00:00'],
    ['GMT+0200', '2026-07-01T13:00:00'],
    ['-03:30', '2026-07-01T07:30:00'],
  ])('%s', (name, shown) => {
    const clock = clocks.named(name)!;
    expect(clock.shows('2026-07-01T11:00:00')).toBe(shown);
    expect(clock.utcOf(shown)).toBe('2026-07-01T11:00:00');
  });

  it.each([
    '',
    'Mars/Crater',
    'Planet Nine Standard Time',
    'Customized Time Zone',
    '+99:00',
    'x'.repeat(10_000),
  ])('is none for %j', (name) => expect(clocks.named(name)).toBeUndefined());

  it('goes on where a clock skips an hour', () => {
    const oslo = clocks.named('Europe/Oslo')!;
    expect(oslo.utcOf('2026-03-29T01:59:00')).toBe('2026-03-29T00:59:00');
    expect(oslo.utcOf('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00');
    expect(oslo.utcOf('2026-03-29T03:30:00')).toBe('2026-03-29T01:30:00');
  });
});

describe('a clock as a calendar describes it', () => {
  const part = (name: string, start: string, from: string, to: string, rule: string) =>
    `BEGIN:${name}\r\nDTSTART:${start}\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\nRRULE:${rule}\r\nEND:${name}\r\n`;
  const berlin = `BEGIN:VTIMEZONE\r\nTZID:Here\r\n${part('STANDARD', '16010101T030000', '+0200', '+0100', 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10')}${part('DAYLIGHT', '16010101T020000', '+0100', '+0200', 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3')}END:VTIMEZONE`;
  const clock = describedClock(new ICAL.Component(ICAL.parse(berlin) as never))!;
  const known = clocks.named('Europe/Berlin')!;

  it.each([
    '2026-01-01',
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-07-01',
    '2026-10-24',
    '2026-10-25',
    '2026-12-31',
  ])('is that of the zone meant: %s', (day) => {
    for (const hour of ['00', '01', '02', '12', '23'])
      expect(clock.shows(`${day}T${hour}:30:00`)).toBe(known.shows(`${day}T${hour}:30:00`));
  });
});

describe('a recurring time', () => {
  const times = (rule: string, start: string, until?: string) =>
    occurrences(ICAL.Recur.fromString(rule), start, until, { first: '2026-01-01', last: '2026-03-31' }).map(
      (time) => time.slice(5, 10),
    );

  it.each<[string, string, string]>([
    ['FREQ=MONTHLY;BYDAY=-1FR', '2020-01-31T18:00:00', '01-30 02-27 03-27'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2020-01-31T18:00:00', '01-31 02-28 03-31'],
    ['FREQ=MONTHLY', '2020-01-31T18:00:00', '01-31 03-31'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2020-01-31', '01-30 02-27 03-31'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU', '2025-12-09', '02-10'],
    ['FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,TH;WKST=SU', '2026-01-01', '01-01 01-26 01-29 02-23 02-26 03-23 03-26'],
    ['FREQ=WEEKLY;COUNT=3', '2025-12-31', '01-07 01-14'],
    ['FREQ=DAILY;INTERVAL=40', '2025-12-31', '02-09 03-21'],
    ['FREQ=YEARLY', '2016-02-29', ''],
    ['FREQ=YEARLY', '1999-03-08', '03-08'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1SU', '1999-03-07', '03-01'],
    ['FREQ=YEARLY;BYDAY=2MO', '1999-01-11', '01-12'],
    ['FREQ=WEEKLY;INTERVAL=2', '1970-01-01', '01-01 01-15 01-29 02-12 02-26 03-12 03-26'],
  ])('%s from %s on', (rule, start, expected) => {
    expect(times(rule, start).join(' ')).toBe(expected);
  });

  it('is the same as the library finds, for rules that the library can follow', () => {
    for (const rule of [
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA',
      'FREQ=MONTHLY;BYDAY=1TU,3TU',
      'FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=13',
      'FREQ=DAILY;INTERVAL=11',
      'FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=5',
      'FREQ=WEEKLY;COUNT=60;BYDAY=MO,WE',
    ])
      for (const start of ['2025-07-01', '2025-08-12', '2025-10-06']) {
        const recur = ICAL.Recur.fromString(rule);
        const iterator = recur.iterator(ICAL.Time.fromDateString(start));
        const expected: string[] = [];
        for (let time = iterator.next(); time && time.toString() <= '2026-03-31'; time = iterator.next())
          if (time.toString() >= '2026-01-01') expected.push(time.toString().slice(5));
        expect(times(rule, start), `${rule} ${start}`).toEqual(expected);
      }
  });
});
