import { describe, expect, it } from 'vitest';
import { archiveWith } from '../../helpers/fixture';
import { add, calendar, calendarOf, EMPTY, EVENTS, entry, event, narvik, plan, shown } from './importing';

describe('who invites and where', () => {
  it('is not online where only guests are told the address', () => {
    const text = (description: string) =>
      calendar(
        event(
          'DTSTART:20260304T190000Z',
          'SUMMARY:Dinner',
          `DESCRIPTION:Get up-to-date information at: https://luma.com/dinner${description}`,
          'LOCATION:https://luma.com/event/evt-1',
        ),
      );
    expect(shown(text(''))).toEqual(['2026-03-04 | Virtual | Dinner | doubtful']);
    expect(shown(text('\\n\\nAddress:\\nCheck event page for more details.'))).toEqual([
      '2026-03-04 | ? | Dinner | doubtful',
    ]);
  });

  const draft = EMPTY;
  const organiser = (head: string[], ...cns: string[]) => {
    const events = cns.map((cn, n) =>
      event(
        `DTSTART:2026030${n + 4}`,
        `ORGANIZER;CN=${cn}:mailto:${n}@example.org`,
        ...narvik.slice(0, 2),
        `URL:https://example.com/${n}`,
      ),
    );
    const { text } = add(['BEGIN:VCALENDAR', ...head, ...events, 'END:VCALENDAR'].join('\r\n'), draft);
    return [...text.matchAll(/NO \| \[([^\]]+)\]/g)].map((match) => match[1]);
  };

  it('is the calendar’s group where several people host, whatever they are called', () => {
    expect(organiser(['X-WR-CALNAME:Rust\\, &amp\\; Narvik'], 'Ada Wren', 'John Rust')).toEqual([
      'Rust, & Narvik',
      'Rust, & Narvik',
    ]);
  });

  it('is no person, and no program', () => {
    expect(organiser(['X-WR-CALNAME:Ada Wren'], 'Ada Wren')).toEqual(['example.com']);
    expect(organiser(['X-WR-CALNAME:Calendar'], 'Ada Wren')).toEqual(['example.com']);
    expect(organiser([], 'Rust Narvik')).toEqual(['Rust Narvik']);
  });

  it('is asked about where nothing but the host of the page is known', () => {
    const text = calendarOf(event('DTSTART;TZID=Europe/Oslo:20260304T180000', ...narvik));
    const [candidate] = plan(text).candidates;
    expect(candidate).toMatchObject({ organiser: 'example.com', unnamed: true, state: 'new' });
    const { id } = candidate!;
    const added = add(text, EMPTY, [{ id, organiser: ' Rust  Fjord ' }]);
    expect(added.text).toContain('| Narvik, NO | [Rust Fjord](https://example.com/talks)\n');
    expect(add(text, EMPTY, [{ id, organiser: '–' }])).toMatchObject({
      edits: [],
      refused: [{ id, message: '“–” is not the name of a group' }],
    });
    expect(add(text, EMPTY, [{ id, organiser: 'https://example.com/fjord' }]).refused).toHaveLength(1);
  });

  it('is not called by an address', () => {
    expect(organiser([], '"https://example.com/rust"')).toEqual(['example.com']);
    const linked = (url: string) =>
      add(`* 2026-03-04 | Virtual | [${url}](${url})\n    * [**Talks**](https://example.com/talks)\n`, EMPTY)
        .text;
    expect(linked('https://www.meetup.com/rust-fjord/')).toContain(
      '| [Rust Fjord](https://www.meetup.com/rust-fjord',
    );
    expect(linked('https://example.com/rust')).toContain('| [example.com](https://example.com/rust)');
  });

  it('is not asked about where the source or the address tells', () => {
    const named = calendar(event('DTSTART:20260304', ...narvik));
    const meetup = calendarOf(
      event('DTSTART:20260304', 'SUMMARY:Talks', 'URL:https://www.meetup.com/rust-fjord/events/1/'),
    );
    const markdown = entry('2026-03-04', 'Narvik, NO', 'Talks');
    for (const text of [named, meetup, markdown])
      expect(plan(text).candidates.map(({ unnamed }) => unnamed)).toEqual([false]);
    // An answer is for those that are asked about.
    const { id } = plan(named).candidates[0]!;
    expect(add(named, EMPTY, [{ id, organiser: 'Other' }]).text).toContain('[Rust Narvik](');
  });

  it('gets the address of earlier issues with the name that is answered', () => {
    const archive = archiveWith(
      `${EVENTS.replaceAll('2026-02-25', '2026-02-18')}### Europe\n* 2026-02-20 | Narvik, NO | [Rust Fjord](https://example.org/fjord)\n    * [**A**](https://example.org/fjord/1)\n`,
    );
    const text = calendarOf(event('DTSTART:20260304', ...narvik));
    const { id } = plan(text, EMPTY, archive).candidates[0]!;
    const { text: filled } = add(text, EMPTY, [{ id, organiser: 'Rust Fjord' }], archive);
    expect(filled).toContain('[Rust Fjord](https://example.org/fjord)\n');
  });

  it.each([
    ['Virtual (,,X)', 'Virtual'],
    ['Virtual (Oslo, NO)', 'Virtual (Oslo, NO)'],
    ['Hybrid (Oslo, NO)', 'Hybrid (Oslo, NO)'],
    ['Online', 'Virtual'],
  ])('%s stays what it is', (location, expected) => {
    const json = JSON.stringify([
      { name: 'A', date: '2026-03-04', url: 'https://example.com/a', location, organizerName: 'Rust Narvik' },
    ]);
    expect(plan(json).candidates[0]!.location).toBe(expected);
    const markdown = `* 2026-03-04 | ${location} | [Rust Narvik](https://example.com/group)\n\t*[**A**](https://example.com/a)\n`;
    expect(plan(markdown).candidates[0]!.location).toBe(location === 'Online' ? 'Virtual' : expected);
    const ics = calendar(
      event(
        'DTSTART:20260304',
        'SUMMARY:A',
        'URL:https://example.com/a',
        `LOCATION:${location.replaceAll(',', '\\,')}`,
      ),
    );
    expect(plan(ics).candidates[0]!.location).toBe(expected);
  });
});
