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
