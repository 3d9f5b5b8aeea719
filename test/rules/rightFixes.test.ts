import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edits';
import { findingsIn } from '../helpers/fixture';

const event = (dates: string, title = '[**Talks**](https://example.com/oslo/1)') =>
  `## Upcoming Events\n\n### Europe\n* ${dates} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * ${title}\n`;
const onPage = (address: string) => event('2026-03-04', `[**Talks**](https://${address})`);
const call = (title: string) =>
  `## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [${title}](https://github.com/example/example/issues/1)\n`;
const quote = (source: string) =>
  `# Quote of the Week\n\n> Quite so.\n${source} [A on B](https://example.com/a)\n`;
const item = (text: string) => `## Updates from Rust Community\n\n### Official\n* ${text}\n`;

/** A text after the first fix of a rule's first finding. */
function fixed(text: string, rule: string): string {
  const fix = findingsIn(text, rule)[0]?.fixes[0];
  return fix ? applyEdits(text, fix.edits()) : text;
}

describe('the first fix', () => {
  it.each([
    ['event-date', event('2026-03-04 - 2025-03-05'), event('2026-03-04 - 2026-03-05')],
    ['event-date', event('2026-12-31 - 2026-01-02'), event('2026-12-31 - 2027-01-02')],
    ['event-date', event('2026-03-05 - 2026-03-04'), event('2026-03-04 - 2026-03-05')],
    ['event-year', event('2025-03-04 - 2026-03-05'), event('2026-03-04 - 2026-03-05')],
    ['event-year', event('2025-03-04 - 2025-03-05'), event('2026-03-04 - 2026-03-05')],
    ['event-form', event('2026-03-04', '[__Talks__](https://example.com/oslo/1)'), event('2026-03-04')],
    ['cfp-project-form', call('example: write a guide'), call('example - write a guide')],
    ['cfp-project-form', call('Example-Write a guide'), call('Example - Write a guide')],
    ['cfp-project-form', call('example-cli needs it'), call('example - example-cli needs it')],
    ['qotw-dash', quote('\n*'), quote('\n–')],
    ['qotw-form', quote('> –'), quote('\n–')],
    ['qotw-form', quote('>\n> –'), quote('\n–')],
    ...[
      [
        'link-canonical-host',
        'www.meetup.com/de-DE/oslo/events/300000001',
        'www.meetup.com/oslo/events/300000001',
      ],
      [
        'link-own-issue',
        'www.meetup.com/oslo/events/300000001/attendees/',
        'www.meetup.com/oslo/events/300000001/',
      ],
      [
        'link-own-issue',
        'www.meetup.com/oslo/events/300000001/edit',
        'www.meetup.com/oslo/events/300000001/',
      ],
      [
        'link-tracking',
        'www.meetup.com/oslo/events/300000001/?rsvp=3',
        'www.meetup.com/oslo/events/300000001/',
      ],
      [
        'link-tracking',
        'www.youtube.com/watch?v=abcdefghijk&list=WL&index=3',
        'www.youtube.com/watch?v=abcdefghijk',
      ],
    ].map(([rule, url, right]) => [rule!, onPage(url!), onPage(right!)] as const),
    [
      'marker-form',
      item('[viedo] [A talk](https://www.youtube.com/watch?v=abcdefghijk)'),
      item('[video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)'),
    ],
  ])('of %s is right', (rule, text, right) => expect(fixed(text, rule)).toBe(right));
});

describe('nothing is told', () => {
  it.each([
    ['link-title-spacing', item('[A tool :rocket: and more](https://example.com/a)')],
    ['link-scheme', onPage('www.meetup.com/oslo/events/300000001/')],
    ['link-scheme', onPage('www.meetup.com/oslo/events/rdhhptyjcfbwb/')],
    ['link-tracking', onPage('www.youtube.com/watch?v=abcdefghijk&list=PLabc&index=3')],
    ['list-item-bullet-missing', quote('\n--')],
    ['marker-missing', item('[viedo] [A talk](https://www.youtube.com/watch?v=abcdefghijk)')],
    ['qotw-form', `${quote('> –')}\n– [C](https://example.com/c)\n`],
  ])('by %s', (rule, text) => expect(findingsIn(text, rule)).toEqual([]));
});

it('tells addresses that are not whole', () => {
  const found = (address: string) => findingsIn(onPage(address), 'link-scheme').map(({ message }) => message);
  expect(found('www.meetup.com/oslo/events/3000001/')).toEqual([
    '“3000001” is not the number of an event, which has 9 digits',
  ]);
  expect(found('users.rust-lang.com/t/1')).toEqual(['“users.rust-lang.com” is not the name of a host']);
});
