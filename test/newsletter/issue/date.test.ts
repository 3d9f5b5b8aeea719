import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  isDate,
  issueDateOf,
  issueNumberOf,
  wednesdayFrom,
  weekday,
} from '../../../server/src/newsletter/issue/date';

describe('dates', () => {
  it.each(['2026-02-30', '2026-2-3', '26-02-03', '2025-02-29', '', '2026-13-01', '2x26-02-25', '2026-0x-25'])(
    '%j is none',
    (text) => expect(isDate(text)).toBe(false),
  );
  it.each(['2024-02-29', '2026-02-25', '1999-12-31'])('%s is one', (text) => expect(isDate(text)).toBe(true));

  it.each([
    '2026/02-25',
    '2026-02/25',
    '2026-00-10',
    '2026-01-00',
    '2026-0a-01',
    '2026-02-250',
    '2026-02-2',
    '202 -02-25',
    '2026-0/-25',
  ])('%j is none, however much it looks like one', (text) => expect(isDate(text)).toBe(false));

  it.each([1900, 2000, 2023, 2024])('knows the last days of the months of %i', (year) => {
    for (let month = 1; month <= 12; month += 1) {
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const date = (day: number) => `${year}-${String(month).padStart(2, '0')}-${day}`;
      expect(isDate(date(last)), date(last)).toBe(true);
      expect(isDate(date(last + 1)), date(last + 1)).toBe(false);
    }
  });

  it('counts over months and years', () => {
    expect(addDays('2025-12-31', 28)).toBe('2026-01-28');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-02-25', '2026-03-25')).toBe(28);
    expect(() => addDays('soon', 1)).toThrow('soon is not a date like 2026-02-25');
  });

  it('are written with four digits for the year, whatever is added', () => {
    expect(addDays('9999-12-31', 28)).toBe('9999-12-31');
    expect(addDays('0000-01-01', -1)).toBe('0000-01-01');
    expect(addDays('0026-02-25', 7)).toBe('0026-03-04');
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
    expect(daysBetween('0099-12-31', '0100-01-01')).toBe(1);
  });

  it('knows weekdays', () => {
    expect(weekday('2026-02-25')).toBe('Wednesday');
    expect(weekday('1969-12-31')).toBe('Wednesday');
    expect(wednesdayFrom('2026-02-25')).toBe('2026-02-25');
    expect(wednesdayFrom('2026-02-26')).toBe('2026-03-04');
  });

  it.each([
    ['2022-01-05', 424],
    ['2022-11-23', 470],
    ['2026-08-26', 666],
  ])('the issue of %s is %i', (date, number) => {
    expect(issueNumberOf(date)).toBe(number);
    expect(issueDateOf(number)).toBe(date);
  });

  it('has no number for other days', () => {
    expect(issueNumberOf('2026-02-24')).toBeUndefined();
    expect(issueNumberOf('2021-12-29')).toBeUndefined();
    expect(issueDateOf(423)).toBeUndefined();
  });
});
