import { describe, expect, it } from 'vitest';
import {
  calendarGroup,
  groupAddress,
  groupOfAddress,
  soundsLikeGroup,
} from '../../../server/src/features/import/groups';
import { findPage, isFeed, usable } from '../../../server/src/features/import/pages';
import { plainText } from '../../../server/src/features/import/plainText';

describe('the page of an event', () => {
  const page = (description: string, address = '', url = '') => {
    const found = findPage({ url, description: plainText(description), address });
    return `${found.url ?? 'none'}${found.doubt ? ' ?' : ''}`;
  };

  it.each([
    ['Sign up: https://kea.example.org/b', 'https://kea.example.org/b'],
    ['(see https://kea.example.org/b).', 'https://kea.example.org/b'],
    ['<a href="https://kea.example.org/b?x=1&amp;y=2">here</a>', 'https://kea.example.org/b?x=1&y=2'],
    [
      "<a class='x' href='https://www.google.com/url?q=https%3A%2F%2Fkea.example.org%2Fb&sa=D'>x</a>",
      'https://kea.example.org/b',
    ],
    ['https://kea.example.org/b https://kea.example.org/b/', 'https://kea.example.org/b'],
    ['Join Zoom Meeting https://us02web.zoom.us/j/1?pwd=2', 'none'],
    ['Join on https://meet.google.com/a-b-c or https://teams.live.com/meet/1', 'none'],
    ['Learn more: https://support.google.com/a/users/answer/9282720', 'none'],
    ['Need help? https://aka.ms/JoinTeamsMeeting?omkt=en-US', 'none'],
    [
      'Map: https://goo.gl/maps/abc, https://maps.app.goo.gl/abc, https://www.google.com/maps/place/x',
      'none',
    ],
    ['https://kea.example.org/unsubscribe?id=1 https://kea.example.org/email-preferences', 'none'],
    ['Recording: https://youtu.be/abcdefghijk, chat: https://discord.gg/abc', 'none'],
    ['https://kea.example.org/events.ics webcal://kea.example.org/feed', 'none'],
    ['https://one.example.org/a https://two.example.net/b', 'https://one.example.org/a ?'],
    ['https://kea.example.org/a https://kea.example.org/b', 'https://kea.example.org/a ?'],
    ['Venue: https://hall.example.org/visit', 'https://hall.example.org/visit ?'],
    ['https://forms.gle/abcdef', 'https://forms.gle/abcdef ?'],
    ['https://bit.ly/abcdef', 'https://bit.ly/abcdef ?'],
    ['https://kea.example.org/', 'https://kea.example.org/ ?'],
  ])('%s', (description, expected) => {
    expect(page(description)).toBe(expected);
  });

  it('is not the venue’s site, nor where a call takes place', () => {
    expect(page('https://harbour-hall.example.org/x', 'Harbour Hall, Quay 1, Oslo')).toMatch(/ \?$/);
    expect(page('https://rust-oslo.example.org/x', 'Oslo, Norway')).toBe('https://rust-oslo.example.org/x');
    expect(page('', 'https://kea.example.org/live')).toMatch(/ \?$/);
    expect(page('https://kea.example.org/b', '', 'https://zoom.us/j/1')).toBe('https://kea.example.org/b');
  });
});

describe('an address', () => {
  it.each([
    [' https://kea.example.org/a ', 'https://kea.example.org/a'],
    ['"https://kea.example.org/a"', 'https://kea.example.org/a'],
    ['“https://kea.example.org/a”', 'https://kea.example.org/a'],
    ['<https://kea.example.org/a(b)>', 'https://kea.example.org/a(b)'],
    ['www.kea.example.org/a', 'https://www.kea.example.org/a'],
    ['https://kea.example.org/my page', undefined],
    ['javascript:alert(1)', undefined],
    ['https://localhost/a', undefined],
    ['https://user:secret@kea.example.org/', undefined],
    ['TBA', undefined],
    ['', undefined],
  ])('%j', (written, expected) => {
    expect(usable(written)?.text).toBe(expected);
  });

  it.each([
    'https://kea.example.org/e.ics?x=1',
    'webcal://kea.example.org/',
    'https://kea.example.org/feed/',
    'https://kea.example.org/ical/7',
    'https://calendar.google.com/calendar/ical/x/basic.ics',
    'https://api.lu.ma/ics/get?entity=x',
    'https://kea.example.org/?format=ics',
  ])('of a feed: %s', (url) => {
    expect(isFeed(url)).toBe(true);
  });

  it('of a feed or of a page of Meetup is no group’s', () => {
    expect(groupAddress('https://www.meetup.com/events/ical/1/x/going')).toBeUndefined();
    expect(groupAddress('https://www.meetup.com/find/?q=rust')).toBeUndefined();
    expect(groupAddress('https://kea.example.org/calendar.ics')).toBeUndefined();
    expect(groupAddress('https://www.meetup.com/rust-kea/events/ical/')).toBe(
      'https://www.meetup.com/rust-kea',
    );
    expect(groupAddress('https://kea.example.org/group')).toBe('https://kea.example.org/group');
    expect(groupOfAddress('https://luma.com/rust-kea?e=evt-abc')).toBe('https://luma.com/rust-kea');
  });
});

describe('the name of a group', () => {
  it.each([
    ['Events - Rust Kea', 'Rust Kea'],
    ['Rust Kea Calendar', 'Rust Kea'],
    ['Oxidize Kea', 'Oxidize Kea'],
    ...[
      'My Meetups',
      'Calendar',
      'Events',
      'Kalender',
      'Home',
      'Work',
      'kea@example.org',
      'https://kea.example.org',
      'Untitled calendar',
      'Upcoming events',
      'noreply',
      '',
    ].map((name): [string, undefined] => [name, undefined]),
  ])('%j is %j', (name, expected) => {
    expect(calendarGroup(name)).toBe(expected);
  });

  it('is not taken for a person’s, nor a person’s for one', () => {
    for (const name of ['Rust Kea', 'Kea Developers', 'Women in Tech', 'Foo GmbH', 'WebRust'])
      expect(soundsLikeGroup(name), name).toBe(true);
    for (const name of ['Ada Wren', 'Cody Dune', 'Rusty Nail', 'Bo'])
      expect(soundsLikeGroup(name), name).toBe(false);
  });
});
