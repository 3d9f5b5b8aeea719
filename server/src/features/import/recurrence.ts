import ICAL from 'ical.js';

/** More steps than any real rule takes from its first day to today. */
const MAX_STEPS = 20_000;

/** Parts of a rule with which every step of the library comes to an end; others are hardly ever written. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH'],
  WEEKLY: ['BYDAY', 'BYMONTH'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'],
  YEARLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH'],
};

/** What makes a rule one that we don't follow; shown to the author as it is. */
export class RecurrenceError extends Error {}

/** The library looks for days without end when no day fits a rule: 30 February, every 7 days on another weekday. */
class BoundedIterator extends ICAL.RecurIterator {
  // Set when the first step is taken, which the library's constructor does.
  declare private steps: number | undefined;

  private step(): void {
    this.steps = (this.steps ?? 0) + 1;
    if (this.steps > MAX_STEPS) throw new RecurrenceError('Expected a rule that some day fits, found none');
  }

  override increment_monthday(by: number): void {
    this.step();
    super.increment_monthday(by);
  }

  override increment_month(): void {
    this.step();
    super.increment_month();
  }

  override increment_year(by: number): void {
    this.step();
    super.increment_year(by);
  }
}

/**
 * The times of a recurring event, by the venue's clock.
 *
 * @param rule as in a calendar: `FREQ=WEEKLY;COUNT=4`
 * @param start of the first one, without time zone
 * @param until the end of the rule by the venue's clock, where it has one
 * @param days between which times are wanted
 * @throws RecurrenceError
 */
export function occurrences(
  rule: ICAL.Recur,
  start: ICAL.Time,
  until: ICAL.Time | undefined,
  days: { readonly first: string; readonly last: string },
): string[] {
  const allowed = PARTS[rule.freq];
  if (!allowed) throw new RecurrenceError(`Expected a daily to yearly recurrence, found ${rule.freq}`);
  const parts = rule.parts as Readonly<Record<string, readonly unknown[]>>;
  for (const [part, values] of Object.entries(parts)) {
    const ordinals = part === 'BYDAY' && values.some((value) => /\d/.test(String(value)));
    if (!allowed.includes(part) || (ordinals && rule.freq === 'WEEKLY'))
      throw new RecurrenceError(`Expected a simpler recurrence, found ${rule.freq} with ${part}`);
  }
  if (rule.freq === 'YEARLY' && parts.BYDAY && parts.BYMONTHDAY)
    throw new RecurrenceError('Expected a simpler recurrence, found YEARLY with BYDAY and BYMONTHDAY');
  const bounded = rule.clone();
  if (until) bounded.until = until;
  const found: string[] = [];
  const iterator = new BoundedIterator({ rule: bounded, dtstart: start });
  for (let time: ICAL.Time | null = iterator.next(); time; time = iterator.next()) {
    const text = time.toString();
    if (text.slice(0, 10) > days.last) break;
    if (text.slice(0, 10) >= days.first) found.push(text);
  }
  return found;
}
