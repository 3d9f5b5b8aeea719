import { describe, expect, it } from 'vitest';
import { isGroupPage, meetupPage, titleOfGroup } from '../../../server/src/newsletter/links/meetup';
import { parseUrl } from '../../../server/src/newsletter/links/url';

const page = (text: string) => meetupPage(parseUrl(text));

describe('meetupPage', () => {
  it('reads language, group and event', () => {
    const text = 'https://www.meetup.com/de-DE/Rust-Oslo/events/300000001/attendees/?a=b';
    const found = page(text)!;
    expect(found).toMatchObject({
      group: 'Rust-Oslo',
      groupUrl: 'https://www.meetup.com/de-DE/Rust-Oslo',
      event: '300000001',
      below: '/attendees/',
    });
    expect(text.slice(found.language!.start, found.language!.end)).toBe('/de-DE');
  });

  it.each([
    ['https://meetup.com/rust-oslo', undefined, '', true],
    ['http://www.meetup.com/rust-oslo/', undefined, '/', true],
    ['https://www.meetup.com/rust-oslo/events?type=past', undefined, '', true],
    ['https://www.meetup.com/rust-oslo/events/', undefined, '/', true],
    ['https://www.meetup.com/rust-oslo/events/past/', 'past', '/', false],
    ['https://www.meetup.com/rust-oslo/events/wzvrvsyhcfbgb#top', 'wzvrvsyhcfbgb', '', false],
    ['https://www.meetup.com/rust-oslo/events/30-1', undefined, '/30-1', false],
    ['https://www.meetup.com/rust-oslo/eventsfoo', undefined, '/eventsfoo', false],
    ['https://www.meetup.com/rust-oslo/photos/1', undefined, '/photos/1', false],
  ])('knows the pages of a group: %s', (text, event, below, isGroup) => {
    const found = page(text)!;
    expect(found).toMatchObject({ group: 'rust-oslo', event, below, language: undefined });
    expect(isGroupPage(found)).toBe(isGroup);
  });

  it('takes a short name for a group where no other follows', () => {
    expect(page('https://www.meetup.com/de-DE/')).toMatchObject({ group: 'de-DE', language: undefined });
    expect(page('https://www.meetup.com/ab-cd/events/')).toMatchObject({
      group: 'ab-cd',
      language: undefined,
    });
  });

  it.each([
    'https://www.meetup.com/',
    'https://www.meetup.com',
    'https://meetup.com.example/rust-oslo',
    'rust',
  ])('is none of a group: %s', (text) => expect(page(text)).toBeUndefined());
});

describe('titleOfGroup', () => {
  it('makes a name of an address', () => {
    expect(titleOfGroup(page('https://www.meetup.com/rust-oslo-2--users')!)).toBe('Rust Oslo 2 Users');
  });
});
