import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edits';
import { findingsIn } from '../helpers/fixture';

const event = (dates: string, title = '[**Talks**](https://example.com/oslo/1)') =>
  `## Upcoming Events\n\n### Europe\n* ${dates} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * ${title}\n`;
const LONDON = 'https://www.meetup.com/rust-london-user-group';
const named = (group: string, title: string, url = 'https://example.com/oslo') =>
  `## Upcoming Events\n\n### Europe\n* 2026-03-04 | London, UK | [${group}](${url})\n    * [**${title}**](https://example.com/1)\n`;
const titled = (title: string) => `[**${title}**](https://example.com/oslo/1)`;
const crate = (text: string) => `## Crate of the Week\n\nThis week's crate is ${text} of an example.\n`;
const onPage = (address: string) => event('2026-03-04', `[**Talks**](https://${address})`);
const call = (title: string) =>
  `## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [${title}](https://github.com/example/example/issues/1)\n`;
const papers = (name: string) =>
  `## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* ${name} CFP closes 2026-03-31 | Berlin, DE | 2026-06-01\n`;
const papersOn = (closes: string, day: string) =>
  papers('[**Days**](https://example.com) |')
    .replace('CFP closes 2026-03-31', closes)
    .replace('2026-06-01', day);
const quote = (source: string) =>
  `# Quote of the Week\n\n> Quite so.\n${source} [A on B](https://example.com/a)\n`;
const item = (text: string) => `## Updates from Rust Community\n\n### Official\n* ${text}\n`;

/** A text after the first fix of a rule's first finding. */
function fixed(text: string, rule: string): string {
  const fix = findingsIn(text, rule)[0]?.fixes[0];
  return fix ? applyEdits(text, fix.edits()) : text;
}

const twoDays = (url: string) =>
  event('2026-03-04', `[**One**](${url})`) +
  `* 2026-03-11 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Two**](${url})\n`;

describe('the first fix', () => {
  it.each<[string, string, string]>([
    ['link-split', item('[A](https://example.com/\n  post)'), item('[A](https://example.com/post)')],
    ['link-trailing-text', item('[A](https://example.com/a)\n)'), item('[A](https://example.com/a)')],
    ['event-date', event('2026-03-04 - 2025-03-05'), event('2026-03-04 - 2026-03-05')],
    ['event-date', event('2026-12-31 - 2026-01-02'), event('2026-12-31 - 2027-01-02')],
    ['event-date', event('2026-03-05 - 2026-03-04'), event('2026-03-04 - 2026-03-05')],
    ['event-year', event('2025-03-04 - 2026-03-05'), event('2026-03-04 - 2026-03-05')],
    ['event-year', event('2025-03-04 - 2025-03-05'), event('2026-03-04 - 2026-03-05')],
    ['event-form', event('2026-03-04', '[__Talks__](https://example.com/oslo/1)'), event('2026-03-04')],
    ['cfp-project-form', call('example: write a guide'), call('example - write a guide')],
    ['cfp-project-form', call('Example-Write a guide'), call('Example - Write a guide')],
    ['cfp-project-form', call('example-cli needs it'), call('example - example-cli needs it')],
    [
      'cfp-event-form',
      papers('**[Days](https://example.com)** |'),
      papers('[**Days**](https://example.com) |'),
    ],
    [
      'cfp-event-form',
      papers('[**Days**](https://example.com),'),
      papers('[**Days**](https://example.com) |'),
    ],
    ['cfp-event-form', papers('[Days](https://example.com) |'), papers('[**Days**](https://example.com) |')],
    ...[
      ['Closes March 31st, 2026', '2026-06-01', 'Closes 2026-03-31', '2026-06-01'],
      ['2026/03/31', '2026-06-01', 'CFP closes 2026-03-31', '2026-06-01'],
      ['CFP closes 2026-03-31', 'June 1-3, 2026', 'CFP closes 2026-03-31', '2026-06-01 - 2026-06-03'],
    ].map(([closes, day, rightCloses, rightDay]): [string, string, string] => [
      'cfp-event-form',
      papersOn(closes!, day!),
      papersOn(rightCloses!, rightDay!),
    ]),
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
    ].map(([rule, url, right]) => [rule!, onPage(url!), onPage(right!)] as [string, string, string]),
    [
      'event-title-date',
      event('2026-03-11', titled('Second Tuesday')),
      event('2026-03-10', titled('Second Tuesday')),
    ],
    ['event-form', named('**Rust Oslo**', 'Talks'), named('Rust Oslo', 'Talks')],
    [
      'event-organiser',
      named('Talks', 'Rust London User Group', LONDON),
      named('Rust London User Group', 'Talks', LONDON),
    ],
    ['cotw-form', crate('[a](https://example.com/a) a crate'), crate('[a](https://example.com/a), a crate')],
    ...[
      ['**Europe**', '### Europe'],
      ['Europe', '### Europe'],
      ['Europe:\n', '### Europe\n'],
    ].map(([line, heading]): [string, string, string] => [
      'list-needs-blank-line',
      event('2026-03-04').replace('### Europe', line!),
      event('2026-03-04').replace('### Europe', heading!),
    ]),
    ...[
      ['link-form', '**[A](https://example.com/a)**', '[A](https://example.com/a)'],
      ['link-form', '“[A](https://example.com/a)”', '[A](https://example.com/a)'],
      ['link-form', '[A](https://(example.com/a)', '[A](https://example.com/a)'],
      ['link-form', '[A](https://example.com/a\\)', '[A](https://example.com/a)'],
      ['link-scheme', '[A](https://(www.example.org/a))', '[A](https://www.example.org/a)'],
      ['link-scheme', '[A](（https://example.org/a）)', '[A](https://example.org/a)'],
      ['link-scheme', '[A](https://blog,example.org/a)', '[A](https://blog.example.org/a)'],
      ['link-scheme', '[A](https://wwwexample.org/a)', '[A](https://www.example.org/a)'],
      ['link-parentheses', '[A](https://(www.example.org/a))', '[A](https://(www.example.org/a))'],
      ['item-without-link', '[A]{https://example.com/a}', '[A](https://example.com/a)'],
    ].map(([rule, text, right]) => [rule!, item(text!), item(right!)] as [string, string, string]),
    [
      'marker-form',
      item('[viedo] [A talk](https://www.youtube.com/watch?v=abcdefghijk)'),
      item('[video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)'),
    ],
  ])('of %s is right', (rule, text, right) => expect(fixed(text, rule)).toBe(right));
});

describe('nothing is told', () => {
  it.each([
    ['list-needs-blank-line', event('2026-03-04').replace('### Europe', '### Europe\n\nAll over Europe\n')],
    ['event-title-date', event('2026-03-11', titled('Rust Meetup, March 2026'))],
    ['event-title-open', event('2026-03-11', titled('What happens when futures are cancelled?'))],
    ['event-paid', event('2026-03-11', titled('Saving $100k a month by rewriting in Rust'))],
    ['event-paid', event('2026-03-11', titled('Rust bootcamp, free of charge'))],
    ['link-title-number', item('[OAuth 2.1 servers with axum](https://docs.rs/axum/0.8.4/axum/)')],
    ['backtick-unbalanced', item('[Values are `drop`ped early](https://example.com/a)')],
    ['backtick-unbalanced', item('[Keep comments before `} else {`](https://example.com/a)')],
    ['backslash-escape', item('[Escaping `&amp;` and `\\[` correctly](https://example.com/a)')],
    ['bold-unbalanced', item("[Rust's missing ** operator](https://example.com/a)")],
    ['link-bare-repo', item('[An advisory](https://github.com/advisories/GHSA-abcd-1234-efgh)')],
    ['link-crates-io', item('[How many crates](https://lib.rs/stats)')],
    ['link-html', item('[Double escaping: &amp;lt; in rustdoc](https://example.com/a)')],
    ['link-slashes', item('[A post](https://web.archive.org/web/2024/https://example.com//a)')],
    ['link-tracking', item('[A post](https://example.com/?topic=this-week-in-rust)')],
    ['marker-missing', item('[I built a podcast player](https://example.com/player)')],
    [
      'nested-list-indent',
      item('[series] [A book](https://example.com/0)\n    * [First](https://example.com/1)'),
    ],
    ['event-title-open', event('2026-03-11', titled('Rust Meetup (rescheduled)'))],
    ['event-duplicate', twoDays('https://example.com/oslo/1')],
    ['event-organiser', named('Rust LDN UG', 'Rust London User Group', 'https://example.com/oslo')],
    [
      'section-unknown',
      '## Updates from Rust Community\n\n### Conference 2026\n\n* [A](https://example.com/a)\n',
    ],
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

it.each([
  [
    'event-title-date',
    event('2026-03-11', titled('Rust Meetup - March 2025')),
    ['The title says “March 2025”, but the event is on 2026-03-11'],
  ],
  [
    'event-title-open',
    event('2026-03-11', titled('[CANCELLED] Talks')),
    ['This event does not take place: “CANCELLED”'],
  ],
  [
    'section-unknown',
    event('2026-03-11').replace('Europe', 'EMEA'),
    ['“EMEA” is not a region; Virtual and the continents are'],
  ],
  ['event-form', named('https://example.com', 'Talks'), ['The name of the group is missing']],
  [
    'event-duplicate',
    twoDays('https://www.meetup.com/oslo/events/300000001/'),
    [
      'The event of 2026-03-11, “Two” (Oslo, NO), has the same page',
      'The event of 2026-03-04, “One” (Oslo, NO), has the same page',
    ],
  ],
])('%s tells what has no fix', (rule, text, messages) =>
  expect(
    findingsIn(text, rule)
      .map(({ message }) => message)
      .sort(),
  ).toEqual([...messages].sort()),
);
