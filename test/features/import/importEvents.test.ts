import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type ImportChoice,
  importEvents,
  planImport,
} from '../../../server/src/features/import/importEvents';
import { ImportError } from '../../../server/src/features/import/imported';
import { organizeText } from '../../../server/src/features/organize/organize';
import type { ArchiveView } from '../../../server/src/newsletter/archive/view';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { archiveWith, DRAFT_URI, findingsIn } from '../../helpers/fixture';

const ICS = readFileSync(fileURLToPath(new URL('../../fixtures/import/groups.ics', import.meta.url)), 'utf8');
const HEAD = 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const EVENTS = `${HEAD}## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n`;
const EMPTY = `${EVENTS}<!-- Events list goes here -->\n\nIf you are running a Rust event please add it.\n\n## Jobs\n`;

const read = (text: string) => readIssue({ uri: DRAFT_URI, text });
const plan = (text: string, draft = EMPTY, archive?: ArchiveView) =>
  planImport({ issue: read(draft), text, archive });
const add = (text: string, draft = EMPTY, choices?: ImportChoice[], archive?: ArchiveView) => {
  const result = importEvents({ issue: read(draft), text, archive }, choices);
  return { ...result, text: applyEdits(draft, result.edits) };
};
const entry = (date: string, place: string, name: string, rest = '') =>
  `* ${date} | ${place} | [Rust Narvik](https://example.com/group)\n    * [**${name}**](https://example.com/${name.toLowerCase().replace(/\W+/g, '-')})${rest}\n`;
const shown = (text: string, draft?: string, archive?: ArchiveView) =>
  plan(text, draft, archive).candidates.map(({ dates, location, title, state }) =>
    [dates, location ?? '?', title, state].join(' | '),
  );
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Rust Narvik', ...events, 'END:VCALENDAR', ''].join('\r\n');
/** One that does not tell whose it is. */
const calendarOf = (...events: string[]) => calendar(...events).replace('X-WR-CALNAME:Rust Narvik\r\n', '');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const narvik = ['SUMMARY:Talks', 'LOCATION:Narvik\\, Norway', 'URL:https://example.com/talks'];

/** The error that a text gives, with the line. */
function errorOf(text: string): string {
  try {
    plan(text);
  } catch (error) {
    if (error instanceof ImportError) return `${error.line}: ${error.message}`;
    throw error;
  }
  throw new Error('Expected an error, found none');
}

describe('a calendar', () => {
  it('gives the events of the window by the clock of their place', () => {
    expect(shown(ICS)).toEqual([
      '2026-01-14 | Narvik, NO | January | past',
      '2026-02-24 | London, UK | Last Tuesday | past',
      '2026-02-25 | Narvik, NO | Hack Night, weekly | new',
      '2026-03-05 | Narvik, NO | Open day [all welcome | new',
      '2026-03-06 | Mountain View, CA, US | Late night | new',
      '2026-03-06 | Seattle, WA, US | Friday evening in Seattle | new',
      '2026-03-10 - 2026-03-12 | Oslo, NO | Northern Rust Days with a title so long that the calendar folds it into two lines | new',
      '2026-03-12 | Virtual | Online lecture | new',
      '2026-03-13 | Hybrid (Narvik, NO) | Talks (hybrid) | new',
      '2026-03-14 | ? | Somewhere | new',
      '2026-03-19 | Narvik, NO | Hack Night, on a Thursday | new',
      '2026-03-25 | Narvik, NO | Hack Night, weekly | new',
      '2026-09-14 | Narvik, NO | September | beyond',
    ]);
  });

  it('tells what is called off and what is not understood, with its line', () => {
    const { cancelled, problems } = plan(ICS);
    expect(cancelled).toBe(1);
    const lineOf = (text: string) => ICS.slice(0, ICS.indexOf(text)).split('\n').length;
    expect(problems.map(({ line, message }) => ({ line, message }))).toEqual([
      {
        line: lineOf('DTSTART;TZID=Europe/Oslo:20260230'),
        message: '“2026-02-30” in DTSTART is not a date',
      },
      {
        line: lineOf('UID:untitled') - 1,
        message: 'SUMMARY, the title of the event, is missing',
      },
      { line: lineOf('UID:nolink') - 1, message: 'The address (URL) of “No address” is missing' },
    ]);
  });

  it('is added by region and date, hybrid events twice', () => {
    const { text, refused } = add(ICS);
    const group = '[Rust Narvik](https://example.com/narvik/hack-night)';
    expect(text).toContain(
      `🦀\n\n### Virtual\n* 2026-03-12 | Virtual | [Rust Narvik](https://example.com/lecture)\n    * [**Online lecture**](https://example.com/lecture)\n* 2026-03-13 | Hybrid (Narvik, NO) |`,
    );
    expect(text).toContain(
      `### Europe\n* 2026-02-25 | Narvik, NO | ${group}\n    * [**Hack Night, weekly**](`,
    );
    expect(text).toContain('[**Open day \\[all welcome**]');
    expect(text).toContain('\n\n### North America\n* 2026-03-06 | Mountain View, CA, US |');
    expect(text).toContain('(https://example.com/seattle)\n\nIf you are running');
    expect(text).not.toContain('goes here');
    expect(organizeText(read(text))).toBe(text);
    expect(refused).toEqual([
      expect.objectContaining({ message: 'The place is missing: it is written like “Oslo, NO”' }),
    ]);
    const found = findingsIn(text).filter(({ rule }) =>
      /^(?:event|list|nested|link|whitespace|html|bold)/.test(rule),
    );
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    // Everything is there now.
    const again = plan(ICS, text).candidates.filter(({ state }) => state === 'new' || state === 'similar');
    expect(again.map(({ title }) => title)).toEqual(['Somewhere']);
  });

  it('asks for a place, and takes the answer', () => {
    const [asked] = plan(ICS).candidates.filter(({ location }) => location === undefined);
    expect(asked!.address).toBe('Our usual room');
    const { text } = add(ICS, EMPTY, [{ id: asked!.id, location: 'Osaka, Japan' }]);
    // At 18:00 in Oslo it is 2:00 in Osaka.
    expect(text).toContain(
      '### Asia\n* 2026-03-15 | Osaka, JP | [Rust Narvik](https://example.com/somewhere)\n',
    );
    for (const location of ['Osaka', 'JP', '', 'Osaka, Nowhere']) {
      const result = add(ICS, EMPTY, [{ id: asked!.id, location }]);
      expect([result.edits, result.refused.length], location).toEqual([[], 1]);
    }
  });

  it('knows groups from earlier issues', () => {
    const earlier = `${EVENTS.replaceAll('2026-02-25', '2026-02-18')}### Europe\n${entry('2026-02-20', 'Narvik, NO', 'Old')}`;
    const archive = archiveWith(earlier);
    const { text } = add(
      calendar(event('DTSTART;VALUE=DATE:20260304', 'SUMMARY:Talks', 'URL:https://example.com/t')),
      EMPTY,
      undefined,
      archive,
    );
    expect(text).toContain('* 2026-03-04 | Narvik, NO | [Rust Narvik](https://example.com/group)\n');
  });

  it('knows groups of Meetup by the address', () => {
    const { text } = add(
      calendar(
        event(
          'DTSTART;TZID=Europe/Copenhagen:20260304T180000',
          'SUMMARY:Talks',
          'LOCATION:Online event',
          'URL:https://www.meetup.com/en-GB/rust-aarhus/events/1/?eventOrigin=x',
        ),
      ),
    );
    expect(text).toContain(
      '* 2026-03-04 | Virtual (Aarhus, DK) | [Rust Aarhus](https://www.meetup.com/rust-aarhus)\n    * [**Talks**](https://www.meetup.com/rust-aarhus/events/1/)\n',
    );
  });

  it.each([
    ['every other week', 'DTSTART:20260107T180000', 'FREQ=WEEKLY;INTERVAL=2', '2026-03-04 2026-03-18'],
    ['a count', 'DTSTART;TZID=Europe/Oslo:20260224T180000', 'FREQ=DAILY;COUNT=3', '2026-02-25 2026-02-26'],
    ['until a day', 'DTSTART;VALUE=DATE:20260225', 'FREQ=WEEKLY;UNTIL=20260304', '2026-02-25 2026-03-04'],
    [
      'first and third Tuesday',
      'DTSTART:20260106T180000',
      'FREQ=MONTHLY;BYDAY=1TU,3TU',
      '2026-03-03 2026-03-17',
    ],
    [
      'over the change to summer time',
      'DTSTART;TZID=Australia/Sydney:20260226T003000',
      'FREQ=WEEKLY;UNTIL=20260311T133000Z',
      '2026-02-26 2026-03-05 2026-03-12',
    ],
  ])('recurs: %s', (_, start, rule, dates) => {
    const place = start.includes('Sydney') ? ['LOCATION:Sydney NSW\\, Australia'] : [];
    const text = calendar(event(start, `RRULE:${rule}`, ...place, ...narvik));
    const found = plan(text).candidates.filter(({ state }) => state !== 'past');
    expect(found.map(({ dates }) => dates).join(' ')).toBe(dates);
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=MONTHLY;INTERVAL=1000000000;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5',
  ])('takes a rule that no day fits for what it is: %s', (rule) => {
    const { candidates, problems } = plan(
      calendar(event('DTSTART:20240101T180000', `RRULE:${rule}`, ...narvik)),
    );
    expect([candidates, problems]).toEqual([[], []]);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=NEVER', 'FREQ=YEARLY;BYWEEKNO=53'])(
    'refuses a rule that is not understood: %s',
    (rule) => {
      const { candidates, problems } = plan(
        calendar(event('DTSTART:20240101T180000', `RRULE:${rule}`, ...narvik)),
      );
      expect(candidates).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );

  it.each([
    ['', '1: There is nothing to read: neither a calendar nor JSON nor event lines'],
    [
      '\n\nHello there',
      '3: This is neither a calendar (BEGIN:VCALENDAR) nor JSON nor event lines like “* 2026-03-04 | …”: “Hello there”',
    ],
    ['BEGIN:VCARD\nEND:VCARD\n', '1: A calendar begins with BEGIN:VCALENDAR, not with “BEGIN:VCARD”'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n', '2: END:VEVENT is missing at the end of the file'],
    [
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n',
      '3: END:VEVENT (begun in line 2) is missing before END:VCALENDAR',
    ],
    ['BEGIN:VCALENDAR\nVERSION 2\nEND:VCALENDAR\n', '2: “VERSION 2” is not written as “NAME:value”'],
    ['[\n  {"name": "A" "date": 1}\n]', '2: This is not JSON: comma expected'],
    ['{"a": 1}', '1: The JSON has no events with a name and a date'],
  ])('says what is wrong with %j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('never throws anything else, whatever the input', () => {
    for (let end = 0; end < ICS.length; end += 97) {
      for (const text of [
        ICS.slice(0, end),
        ICS.slice(end),
        `${ICS.slice(0, end)}\nEND:VEVENT\nEND:VCALENDAR`,
      ]) {
        try {
          plan(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }
    }
  });
});

describe('a title', () => {
  it.each([
    ['Vec<T> and Box<dyn Error>', 'Vec&lt;T> and Box&lt;dyn Error>'],
    ['Set<B> of Result<Option>', 'Set&lt;B> of Result&lt;Option>'],
    ['A <b>bold</b> <BR>evening<br/>', 'A bold evening'],
  ])('keeps types in angle brackets, and no tags: %s', (summary, title) => {
    const text = calendar(event('DTSTART:20260304T190000', ...narvik.slice(1), `SUMMARY:${summary}`));
    expect(add(text).text).toContain(`[**${title}**]`);
  });
});

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

describe('Markdown', () => {
  it('with an address for a place tells the city', () => {
    expect(shown(entry('2026-03-04', 'Hall 1, 10115 Berlin, Germany', 'Talks'))).toEqual([
      '2026-03-04 | Berlin, DE | Talks | new',
    ]);
  });

  const COLLECTED = [
    '### Europe:',
    '',
    '* 2026-03-04 | Narvik, NO | [Rust Narvik](TODO: ORGANISER URL HERE)',
    '\t*[**Hack Night**](https://www.meetup.com/rust-narvik-norway/events/1/)',
    '** NOTE POTENTIAL DUPLICATE: **',
    '* 2026-03-05 | Kraków, PL | [Rust Kraków](https://example.com/krakow)',
    '\t*[**Talks**](https://example.com/krakow/1)',
    '',
    '### Virtual:',
    '',
    '* 2026-03-06 | Virtual (Seattle, WA, US) | [Seattle Rust](https://example.com/seattle)',
    '\t*[**Online**](https://example.com/seattle/1)',
    '',
  ].join('\n');

  it('of the collector is put into the house form', () => {
    const { text } = add(COLLECTED);
    expect(plan(COLLECTED).problems).toEqual([]);
    expect(text).toBe(
      EMPTY.replace(
        '<!-- Events list goes here -->',
        [
          '### Virtual',
          '* 2026-03-06 | Virtual (Seattle, WA, US) | [Seattle Rust](https://example.com/seattle)',
          '    * [**Online**](https://example.com/seattle/1)',
          '',
          '### Europe',
          '* 2026-03-04 | Narvik, NO | [Rust Narvik](https://www.meetup.com/rust-narvik-norway)',
          '    * [**Hack Night**](https://www.meetup.com/rust-narvik-norway/events/1/)',
          '* 2026-03-05 | Kraków, PL | [Rust Kraków](https://example.com/krakow)',
          '    * [**Talks**](https://example.com/krakow/1)',
        ].join('\n'),
      ),
    );
  });

  it('keeps links and comments of its entries as they are', () => {
    const marker = `<!-- url=https://example.com/pull/7 submerge-pr=7 sha=${'0'.repeat(40)} author=a title=A -->`;
    const given = `* 2026-03-04 | Oslo, NO | [A](https://example.com/a) + [B](https://example.com/b)\n    * [**T**](https://example.com/t) | [Register](https://example.com/r) ${marker}\n`;
    expect(add(given, `${EVENTS}### Europe\n`).text).toBe(`${EVENTS}### Europe\n${given}`);
    const below = given.replace(` ${marker}`, `\n${marker}`);
    expect(add(below, `${EVENTS}### Europe\n`).text).toBe(`${EVENTS}### Europe\n${below}`);
  });

  it('is put beside entries whose comments stay with them', () => {
    const marker = `<!-- url=https://example.com/pull/7 submerge-pr=7 sha=${'0'.repeat(40)} author=a title=A -->\n`;
    const [a, b, c] = ['2026-03-01', '2026-03-02', '2026-03-03'].map((date, n) =>
      entry(date, 'Oslo, NO', `Talk ${n}`),
    );
    expect(add(`${b}${c}`, `${EVENTS}### Europe\n${a}${marker}`).text).toBe(
      `${EVENTS}### Europe\n${a}${marker}${b}${c}`,
    );
    expect(add(a!, `${EVENTS}### Europe\n<!-- ask -->\n${b}`).text).toBe(
      `${EVENTS}### Europe\n${a}<!-- ask -->\n${b}`,
    );
    expect(add(b!, `${EVENTS}### Europe\n${a}${marker}${c}`).text).toBe(
      `${EVENTS}### Europe\n${a}${marker}${b}${c}`,
    );
  });

  it('of a whole issue is read from its events alone', () => {
    const other = `${HEAD}## Updates from Rust Community\n\n* [A](https://example.com/a)\n\n## Upcoming Events\n\n### Europe\n${entry('2026-03-04', 'Oslo, NO', 'Talks')}\n## Jobs\n`;
    expect(shown(other)).toEqual(['2026-03-04 | Oslo, NO | Talks | new']);
  });

  it('quoted or fenced, as in a mail or an issue, is read as well', () => {
    const two = `${entry('2026-03-04', 'Oslo, NO', 'Talks')}${entry('2026-03-05', 'Oslo, NO', 'Hacking')}`;
    const quoted = two.replace(/^/gm, '> ');
    const expected = ['2026-03-04 | Oslo, NO | Talks | new', '2026-03-05 | Oslo, NO | Hacking | new'];
    for (const text of [quoted, `\`\`\`markdown\n${two}\`\`\`\n`, `> ~~~\n${quoted}> ~~~\n`]) {
      expect(shown(text)).toEqual(expected);
      expect(plan(text).problems).toEqual([]);
    }
  });

  it('keeps the name of a group without a link, and tells what is left out', () => {
    const text =
      '* 2026-03-04 | Narvik, NO | Rust Polar\n    * [**Talks**](https://example.com/talks)\n' +
      '* 2026-03-05 | Narvik, NO | [Rust Polar](https://example.com/polar) (members)\n    * [**More**](https://example.com/more) (in Norwegian)\n';
    expect(add(text).text).toContain(
      '* 2026-03-04 | Narvik, NO | [Rust Polar](https://example.com/talks)\n    * [**Talks**](https://example.com/talks)\n',
    );
    expect(plan(text).candidates.map(({ notes }) => notes)).toEqual([
      ['The group’s address is not known: the event’s page is linked instead'],
      ['Left out behind a link: “(members)”', 'Left out behind a link: “(in Norwegian)”'],
    ]);
  });

  it('tells what it does not understand', () => {
    const text = `${entry('2026-02-30', 'Oslo, NO', 'A')}* 2026-03-04 | Oslo, NO | [B](https://example.com)\nsome words\n`;
    expect(plan(text).problems).toEqual([
      { source: 0, line: 1, message: '“2026-02-30” is not a date like 2026-02-25' },
      { source: 0, line: 3, message: 'There is no title with a link in the line below' },
      { source: 0, line: 4, message: '“some words” is neither of the two lines of an event' },
    ]);
    expect(plan(entry('2026-03-09 - 2026-03-06', 'Oslo, NO', 'A')).problems).toEqual([
      { source: 0, line: 1, message: '“2026-03-09 - 2026-03-06” ends before it begins' },
    ]);
  });

  it('with CRLF gives the same', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(add(crlf(COLLECTED), crlf(EMPTY)).text).toBe(crlf(add(COLLECTED).text));
  });
});

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

describe('what is listed already', () => {
  const draft = `${EVENTS}### Virtual\n${entry('2026-03-04', 'Hybrid (Oslo, NO)', 'Both')}\n### Europe\n${entry('2026-03-05', 'Oslo, NO', 'Spring Talks')}${entry('2026-03-06', 'Oslo, NO', 'Moved')}`;

  it('is left out, the missing twin of a hybrid event is not', () => {
    const text = `${entry('2026-03-04', 'Hybrid (Oslo, NO)', 'Both')}${entry('2026-03-05', 'Oslo, NO', 'Spring Talks')}`;
    expect(plan(text, draft).candidates.map(({ state, like }) => [state, like?.line])).toEqual([
      ['new', undefined],
      ['listed', 15],
    ]);
    const added = add(text, draft).text;
    expect(added).toBe(
      draft.replace('### Europe\n', `### Europe\n${entry('2026-03-04', 'Hybrid (Oslo, NO)', 'Both')}`),
    );
    expect(add(text, added).edits).toEqual([]);
  });

  it('twice in the input is added once', () => {
    const text = entry('2026-03-08', 'Oslo, NO', 'New');
    expect(shown(text + text, draft).map((line) => line.split(' | ').at(-1))).toEqual(['new', 'listed']);
    expect(add(text + text, draft).added).toHaveLength(1);
  });

  it('under another address or on another day is asked about', () => {
    const other =
      '* 2026-03-05 | Oslo, NO | [Rust Narvik](https://example.org/group)\n    * [**Spring Talks**](https://example.org/1)\n';
    const moved = entry('2026-03-09', 'Oslo, NO', 'Moved');
    const { candidates } = plan(other + moved, draft);
    expect(candidates.map(({ state, like }) => [state, like])).toEqual([
      ['similar', { line: 15, text: '2026-03-05 Spring Talks' }],
      ['similar', { line: 17, text: '2026-03-06 Moved' }],
    ]);
    expect(add(other + moved, draft).edits).toEqual([]);
    expect(add(other + moved, draft, [{ id: candidates[0]!.id }]).text).toContain(other);
  });

  it('can’t be added to an issue without date or events', () => {
    const event = entry('2026-03-04', 'Oslo, NO', 'A');
    expect(() => plan(event, '## Jobs\n')).toThrow('Upcoming Events');
  });
});
