import { describe, expect, it } from 'vitest';
import { importEvents, planImport } from '../../../server/src/features/import/importEvents';
import { ImportError } from '../../../server/src/features/import/imported';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT, findingsIn } from '../../helpers/fixture';
import { randomFrom } from '../../helpers/random';

const DRAFT = `${FRONT}## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n### Virtual\n\n### Europe\n`;

const WORDS = [
  'Rust',
  'evening',
  '**bold**',
  '*',
  '**',
  '[',
  ']',
  '[a](b)',
  '](',
  '|',
  ' | ',
  '||',
  '`',
  '``',
  '`x`',
  '_',
  '__',
  '<b>',
  '<script>',
  '&amp;',
  '&lt;',
  '&',
  '#',
  '# ',
  '\\',
  '\\n',
  '\\,',
  '\\;',
  '!',
  '![',
  '<!--',
  '-->',
  '\t',
  '\u200b',
  '\u202e',
  '😀',
  'é',
  '\u0301',
  'Ω',
  '“',
  '"',
  "'",
  '(',
  ')',
  '()',
  ':',
  '-',
  '–',
  '$',
  '~~',
  '{',
  '}',
  '=',
  '%',
  '%0A',
  '\u0007',
  '\ud800',
  '2026-03-04',
  '* 2026-03-04 | ',
  'https://kea.example.org/x',
  'TBA',
  'Cancelled',
  'Postponed',
  'hybrid',
  'Virtual',
  'Oslo',
  'NO',
  ', ',
  'x'.repeat(400),
] as const;
const URLS = [
  'https://kea.example.org/a',
  ' https://kea.example.org/b ',
  '"https://kea.example.org/c"',
  'https://kea.example.org/a(b)c',
  'https://kea.example.org/a)b',
  'https://kea.example.org/[x]',
  'https://kea.example.org/a|b',
  'https://kea.example.org/<b>',
  'https://kea.example.org/a*b_c*',
  'https://kea.example.org/%',
  'https://кеа.example.org/ü',
  'javascript:alert(1)',
  'kea',
  '',
  'https://www.google.com/url?q=https://kea.example.org/g&sa=D',
  'https://zoom.us/j/1',
  'webcal://kea.example.org/x.ics',
  'https://www.meetup.com/en-GB/kea/events/1/?eventOrigin=x',
  'https://www.meetup.com/events/ical/1/going',
  'https://luma.com/kea?utm_source=x',
] as const;
const PLACES = [
  'Oslo\\, Norway',
  'Hall 1\\, 10115 Berlin\\, Germany',
  'Online',
  'Virtual (,,X)',
  'https://zoom.us/j/2',
  'Portland\\, OR\\, USA',
  '',
  'Our room',
  'Hybrid (Oslo\\, NO)',
  'São Paulo\\, Brazil',
  '[Oslo]\\, Norway',
  'Moscow | Kremlin\\, Russia',
  '**Oslo**\\, NO',
] as const;
const TIMES = [
  'DTSTART:20260304T180000Z',
  'DTSTART:20260304T020000Z',
  'DTSTART;TZID=US/Eastern:20260310T233000',
  'DTSTART;VALUE=DATE:20260305',
  'DTSTART;TZID=W. Europe Standard Time:20260311T190000',
  'DTSTART;TZID=Nowhere:20260312T190000',
  'DTSTART:99990101T000000',
  'DTSTART:00010101T000000',
  'DTSTART:20260230T180000',
  'DTSTART:20260304T996099',
  'DTSTART;TZID=Europe/Oslo:20260329T023000',
  '',
] as const;
const RULES = [
  'FREQ=WEEKLY',
  'FREQ=MONTHLY;BYDAY=-1TU',
  'FREQ=DAILY;COUNT=1000000000',
  'FREQ=YEARLY;BYDAY=53MO',
  'FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU',
  'FREQ=WEEKLY;UNTIL=99991231T000000Z',
  'FREQ=WEEKLY;INTERVAL=0',
  'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
  'COUNT=3',
  'FREQ=HOURLY',
] as const;

/** A text of each kind that somebody may give us: mostly sound, with something odd in every place. */
class Inputs {
  private readonly next: (below: number) => number;

  constructor(seed: number) {
    this.next = randomFrom(seed);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.next(from.length)]!;
  }

  chance(share: number): boolean {
    return this.next(1000) < share * 1000;
  }

  words(): string {
    return Array.from({ length: 1 + this.next(5) }, () => this.pick(WORDS)).join(this.pick([' ', '']));
  }

  calendar(): string {
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0'];
    if (this.chance(0.7)) lines.push(`X-WR-CALNAME:${this.pick(['Rust Kea', 'Calendar', this.words()])}`);
    if (this.chance(0.2)) lines.push(`METHOD:${this.pick(['CANCEL', 'REPLY', 'PUBLISH'])}`);
    for (let n = this.next(5); n >= 0; n -= 1) {
      lines.push('BEGIN:VEVENT', `UID:${this.pick(['a', 'b', String(n)])}`, this.pick(TIMES));
      lines.push(`SUMMARY:${this.words()}`, `LOCATION:${this.pick(PLACES)}`, `URL:${this.pick(URLS)}`);
      if (this.chance(0.3)) lines.push(`DESCRIPTION:${this.words()} ${this.pick(URLS)}`);
      if (this.chance(0.3)) lines.push(`RRULE:${this.pick(RULES)}`);
      if (this.chance(0.2))
        lines.push(`RECURRENCE-ID;RANGE=THISANDFUTURE:${this.pick(['20260304T180000Z', '20260311', 'x'])}`);
      if (this.chance(0.2))
        lines.push(`DTEND:${this.pick(['20260306T000000Z', '20260401T000000Z', 'x', '20200101'])}`);
      if (this.chance(0.3))
        lines.push(`ORGANIZER;CN="${this.words().replace(/"/g, '')}":mailto:a@example.org`);
      lines.push('END:VEVENT');
    }
    lines.push('END:VCALENDAR');
    return lines.filter((line) => line !== '').join('\r\n');
  }

  json(): string {
    return JSON.stringify([
      {
        name: this.words(),
        date: this.pick([
          '2026-03-04',
          '2026-03-04T23:30:00Z',
          '2026-03-04T25:00',
          '2026-03-04T10:00:00+0530',
        ]),
        url: this.pick(URLS),
        location: this.pick(PLACES).replaceAll('\\', ''),
        organizerName: this.words(),
        organizerUrl: this.pick(URLS),
        virtual: this.chance(0.2),
      },
    ]);
  }

  markdown(): string {
    const place = this.pick(PLACES).replaceAll('\\', '');
    return `* 2026-03-04 | ${place} | [${this.words()}](${this.pick(URLS)})\n\t*[**${this.words()}**](${this.pick(URLS)})\n`;
  }

  any(): string {
    const text = this.pick([() => this.calendar(), () => this.json(), () => this.markdown()])();
    if (!this.chance(0.1)) return text;
    const at = this.next(text.length);
    return `${text.slice(0, at)}${this.pick(WORDS)}${text.slice(at + this.next(10))}`;
  }
}

describe('whatever is given', () => {
  it('throws nothing but import errors, and prints events that satisfy the grammar', () => {
    const inputs = new Inputs(20260225);
    const issue = readIssue({ uri: DRAFT_URI, text: DRAFT });
    let printed = 0;
    for (let n = 0; n < 250; n += 1) {
      const text = inputs.any();
      try {
        const { candidates } = planImport({ issue, text });
        const choices = candidates.map(({ id, location }) => ({
          id,
          ...(location === undefined
            ? { location: inputs.pick(['Oslo, NO', 'Virtual', 'x', '|, NO', 'A [b], DE']) }
            : {}),
        }));
        const { edits, added } = importEvents({ issue, text }, choices);
        const after = applyEdits(DRAFT, edits);
        const read = readIssue({ uri: DRAFT_URI, text: after });
        printed += added.length;
        expect(read.events.length, text).toBeGreaterThanOrEqual(added.length);
        expect(
          read.events.every(({ exact }) => exact),
          `${text}\n${after}`,
        ).toBe(true);
        const found = findingsIn(after).filter(({ rule }) =>
          /^(?:event-(?:form|location|orphan|date|region|unsorted)|link-split|bold-unbalanced|html-unescaped)$/.test(
            rule,
          ),
        );
        expect(
          found.map(({ rule, message }) => `${rule}: ${message}`),
          `${text}\n${after}`,
        ).toEqual([]);
      } catch (error) {
        if (!(error instanceof ImportError)) throw new Error(`${text}`, { cause: error });
        expect(error.message).not.toMatch(/\p{Cc}/u);
      }
    }
    expect(printed).toBeGreaterThan(90);
  }, 120_000);
});
