import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { archiveWith, DRAFT_URI, findingsIn } from '../helpers/fixture';

const line = (day: string, place: string, group: string, page: string) =>
  `* 2026-03-${day} | ${place} | [Rust Kea](https://www.meetup.com/${group})\n    * [**Talks**](https://www.meetup.com/${page})\n`;
const events = (...lines: string[]) => `## Upcoming Events\n\n### North America\n${lines.join('')}`;
const messages = (text: string, earlier?: string) =>
  findingsIn(
    text,
    'event-organiser',
    DEFAULT_OPTIONS,
    DRAFT_URI,
    archiveWith(earlier && `Date: 2026-02-18\n\n${earlier}`),
  ).map(({ message }) => message);

describe('the history of a group', () => {
  const home = (day: string, place = 'Portland, OR, US') =>
    line(day, place, 'rust-kea', `rust-kea/events/1${day}`);
  const earlier = events(...['01', '02', '03', '04', '05'].map((day) => home(day)));

  it('tells another state and a mistyped city', () => {
    expect(messages(events(home('10', 'Portland, ME, US')), earlier)).toEqual([
      'This group’s events in Portland are in OR, not in ME',
    ]);
    expect(messages(events(home('10', 'Portlnad, OR, US')), earlier)).toEqual([
      'This group’s city is usually written “Portland”, not “Portlnad”',
    ]);
    expect(messages(events(home('10', 'Portlend, OR, US')), earlier)).toEqual([
      'This group’s city is usually written “Portland”, not “Portlend”',
    ]);
  });

  it('says nothing of the usual place, or of another city', () =>
    expect(messages(events(home('10'), home('11', 'Salem, OR, US')), earlier)).toEqual([]));
});

describe('an event of another group', () => {
  const shared = (day: string) => line(day, 'Salem, OR, US', 'rust-kea', `rust-kakapo/events/1${day}`);

  it('is told', () =>
    expect(messages(events(shared('10')))).toEqual([
      'The event is on the page of another group, meetup.com/rust-kakapo',
    ]));

  it('is told also when it stood in the issue before, but not once the two groups share events', () => {
    expect(messages(events(shared('10')), events(shared('10')))).toHaveLength(1);
    expect(messages(events(shared('10')), events(shared('03')))).toEqual([]);
  });
});
