import { describe, expect, it } from 'vitest';
import { add, plan, shown } from './importing';

describe('JSON', () => {
  it('of the collector, of Meetup and of schema.org', () => {
    const text = JSON.stringify(
      [
        {
          name: 'A',
          location: 'Oslo, NO',
          date: '2026-03-04',
          url: 'https://example.com/a',
          virtual: false,
          organizerName: 'G',
          organizerUrl: 'https://example.com/g',
        },
        {
          node: {
            title: 'B',
            dateTime: '2026-03-05T18:00:00-08:00',
            eventUrl: 'https://www.meetup.com/join-srug/events/2/',
            venue: { city: 'Seattle', state: 'WA', country: 'us' },
            group: { name: 'S', urlname: 'join-srug' },
          },
        },
        {
          '@type': 'Event',
          name: 'C',
          startDate: '2026-03-06',
          endDate: '2026-03-07',
          url: 'https://example.com/c',
          location: { '@type': 'Place', address: { addressLocality: 'Bern', addressCountry: 'CH' } },
          organizer: { name: 'H', url: 'https://example.com/h' },
        },
        {
          name: 'D',
          date: '2026-03-08',
          url: 'https://example.com/d',
          virtual: true,
          location: 'Oslo, NO',
          organizerName: 'G',
        },
        { name: 'E', date: 'soon', url: 'https://example.com/e' },
        { name: 'F', date: '2026-03-08', status: 'CANCELLED' },
      ],
      null,
      2,
    );
    expect(shown(text)).toEqual([
      '2026-03-04 | Oslo, NO | A | new',
      '2026-03-05 | Seattle, WA, US | B | new',
      '2026-03-06 - 2026-03-07 | Bern, CH | C | new',
      '2026-03-08 | Virtual | D | new',
    ]);
    const { problems, cancelled } = plan(text);
    const line = text.slice(0, text.indexOf('"E"')).split('\n').length - 1;
    expect([problems, cancelled]).toEqual([
      [{ source: 0, line, message: '“soon” is not a date like 2026-02-25' }],
      1,
    ]);
  });
});

describe('JSON of web pages', () => {
  const page = { startDate: '2026-03-04', url: 'https://example.com/e', organizer: { name: 'Rust Narvik' } };

  it('is decoded, and code in a title stays code', () => {
    const text = JSON.stringify([
      { ...page, name: 'Ferris &amp; Co &#8211; Vec&lt;T&gt;', location: 'Oslo, NO' },
    ]);
    expect(add(text).text).toContain('[**Ferris & Co – Vec&lt;T>**]');
  });

  it('gives the hall of a hybrid event, wherever it stands', () => {
    const hall = { '@type': 'Place', address: { addressLocality: 'Bergen', addressCountry: 'NO' } };
    const online = { '@type': 'VirtualLocation', url: 'https://example.com/stream' };
    const eventAttendanceMode = 'https://schema.org/MixedEventAttendanceMode';
    for (const location of [
      [online, hall],
      [hall, online],
    ])
      expect(shown(JSON.stringify([{ ...page, name: 'Both', eventAttendanceMode, location }]))).toEqual([
        '2026-03-04 | Hybrid (Bergen, NO) | Both | new',
      ]);
    expect(shown(JSON.stringify([{ ...page, name: 'One', location: [online] }]))).toEqual([
      '2026-03-04 | Virtual | One | new',
    ]);
  });
});

describe('JSON of Luma', () => {
  const oslo = {
    city: 'Oslo',
    region: 'Oslo',
    country: 'Norway',
    full_address: 'Hall, Quay 1, 0150 Oslo, Norway',
  };
  const evening = {
    name: 'Evening',
    api_id: 'evt-1',
    start_at: '2026-03-04T23:30:00.000Z',
    end_at: '2026-03-05T01:30:00.000Z',
    timezone: 'America/New_York',
    url: 'https://lu.ma/evening',
  };

  it.each([
    [oslo, '2026-03-05 | Oslo, NO'],
    [JSON.stringify(oslo), '2026-03-05 | Oslo, NO'],
    [{ ...oslo, city: null, region: null }, '2026-03-05 | Oslo, NO'],
    [{ city: null, city_state: 'Seoul, South Korea', country: 'South Korea' }, '2026-03-05 | Seoul, KR'],
    [
      { address: 'Pier 1, Dock', city: 'Seattle', region: 'Washington', country: 'United States' },
      '2026-03-04 | Seattle, WA, US',
    ],
    [
      { mode: 'obfuscated', city_state: 'Boston, Massachusetts', city: 'Boston', country: 'United States' },
      '2026-03-04 | Boston, MA, US',
    ],
    // What only guests are told is asked for, not guessed from a clock.
    [null, '2026-03-04 | ?'],
    ['{"city":', '2026-03-04 | ?'],
  ])('has times of a place: %j', (geo_address_json, expected) => {
    const text = JSON.stringify({
      entries: [{ api_id: 'calev-1', event: { ...evening, geo_address_json } }],
    });
    expect(shown(text)).toEqual([`${expected} | Evening | new`]);
  });

  it('has the last part of an address only, and the calendar beside the event', () => {
    const event = {
      ...evening,
      url: 'evening-in-narvik',
      geo_address_info: { city: 'Narvik', country: 'Norway' },
    };
    const calendar = { api_id: 'cal-1', name: 'Rust Narvik', slug: 'rust-narvik' };
    const hosts = [{ name: 'Somebody' }];
    for (const text of [
      { entries: [{ start_at: event.start_at, event, calendar, hosts }] },
      { calendar, events: [event] },
    ])
      expect(add(JSON.stringify(text)).text).toContain(
        '* 2026-03-05 | Narvik, NO | [Rust Narvik](https://luma.com/rust-narvik)\n    * [**Evening**](https://luma.com/evening-in-narvik)\n',
      );
  });

  it('asks for the group of a calendar that is somebody’s own', () => {
    const [found] = plan(
      JSON.stringify({ event: evening, calendar: { name: 'Somebody', is_personal: true } }),
    ).candidates;
    expect([found!.organiser, found!.unnamed]).toEqual(['luma.com', true]);
  });

  it.each([
    [{ location_type: 'zoom' }, 'Virtual'],
    [{ meeting_url: 'https://meet.example.org/x' }, 'Virtual'],
    [{ meeting_url: 'https://meet.example.org/x', geo_address_json: oslo }, 'Oslo, NO'],
    [{ location_type: 'offline', geo_address_info: oslo }, 'Oslo, NO'],
    [{ location_type: 'hybrid', geo_address_info: oslo }, 'Hybrid (Oslo, NO)'],
  ])('tells how an event takes place: %j', (more, place) => {
    expect(plan(JSON.stringify({ ...evening, ...more })).candidates[0]!.location).toBe(place);
  });

  it.each(['private', 'members-only'])('asks about what is %s', (visibility) => {
    expect(
      plan(JSON.stringify({ ...evening, geo_address_json: oslo, visibility })).candidates[0]!.state,
    ).toBe('doubtful');
  });

  it('takes the last part of an address of others for none', () => {
    const text = JSON.stringify({ name: 'A', date: '2026-03-04', url: 'evening', location: 'Oslo, NO' });
    expect(plan(text).problems).toEqual([
      { source: 0, line: 1, message: '“evening” cannot be the page of “A”' },
    ]);
  });
});

describe('JSON of Meetup’s older interface', () => {
  const at = Date.UTC(2026, 2, 5, 3);
  const venue = { name: 'Hall', address_1: 'Street 1', city: 'Seattle', state: 'WA', country: 'us' };
  const group = { name: 'Example Rust', urlname: 'example-rust' };
  const evening = { name: 'Evening', time: at, link: 'https://www.meetup.com/example-rust/events/1/', group };

  it.each([
    [{ venue, utc_offset: -28_800_000 }, '2026-03-04 | Seattle, WA, US'],
    [{ venue }, '2026-03-04 | Seattle, WA, US'],
    [{ is_online_event: true, utc_offset: -28_800_000 }, '2026-03-04 | Virtual'],
    [{ is_online_event: true, group: { ...group, timezone: 'US/Pacific' } }, '2026-03-04 | Virtual'],
    [{ venue, time: at / 1000 }, '2026-03-04 | Seattle, WA, US'],
    [{ venue, time: '19:00', local_date: '2026-03-04' }, '2026-03-04 | Seattle, WA, US'],
    [{ venue, duration: 5 * 3_600_000 }, '2026-03-04 | Seattle, WA, US'],
    [{ venue, duration: 30 * 3_600_000 }, '2026-03-04 - 2026-03-06 | Seattle, WA, US'],
  ])('counts milliseconds: %j', (more, expected) => {
    expect(shown(JSON.stringify([{ ...evening, ...more }], null, 1))).toEqual([
      `${expected} | Evening | new`,
    ]);
  });

  it('has the time in UTC where nothing tells the clock', () => {
    const [found] = plan(JSON.stringify([{ ...evening, is_online_event: true }])).candidates;
    expect(found!.doubts).toEqual([
      'The time is in UTC, and the place tells no clock: is 2026-03-05 the day?',
    ]);
  });

  it.each([20_260_304, -1, 1e300, 4e14, 0])('does not guess what %d is', (time) => {
    expect(plan(JSON.stringify([{ ...evening, time }])).problems).toEqual([
      { source: 0, line: 1, message: `“${time}” is not a date like 2026-02-25` },
    ]);
  });
});

describe('times in JSON', () => {
  it.each([
    ['20260304', '2026-03-04'],
    ['20260304T180000Z', '2026-03-04'],
    ['2026-03-04T23:30:00-0500', '2026-03-05'],
    [{ dateTime: '2026-03-04T18:00:00', timeZone: 'America/New_York' }, '2026-03-05'],
    [{ date: '2026-03-04' }, '2026-03-04'],
    [{ timezone: 'Europe/Oslo', local: '2026-03-04T18:00:00', utc: '2026-03-04T17:00:00Z' }, '2026-03-04'],
    ['9999-12-31T23:00:00-14:00', '9999-12-31'],
  ])('%j is %s', (start, date) => {
    const event = { name: 'A', start, url: 'https://example.com/a', location: 'Narvik, NO' };
    expect(plan(JSON.stringify([event])).candidates.map(({ dates }) => dates)).toEqual([date]);
  });

  it.each(['2026-03-04T18:00:00+99:00', '2026-03', 'March 4', { at: 'soon' }, [], true, null])(
    '%j is none',
    (start) => {
      const event = { name: 'A', start, url: 'https://example.com/a', location: 'Narvik, NO' };
      const { candidates, problems } = plan(JSON.stringify([event]));
      expect([candidates, problems.map(({ message }) => message)]).toEqual([
        [],
        [expect.stringContaining('is not a date like 2026-02-25')],
      ]);
    },
  );
});
