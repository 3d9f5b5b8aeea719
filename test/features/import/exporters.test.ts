import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importEvents, planImport } from '../../../server/src/features/import/importEvents';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const DRAFT = `${FRONT}## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n### Virtual\n\n### Europe\n`;

/** What of a calendar is printed, what is asked about it, and what is told. */
function tried(name: string) {
  const file = new URL(`../../fixtures/import/${name}.ics`, import.meta.url);
  const text = readFileSync(fileURLToPath(file), 'utf8').replaceAll('\n', '\r\n');
  const issue = readIssue({ uri: DRAFT_URI, text: DRAFT });
  const { candidates, problems, cancelled } = planImport({ issue, text });
  const { edits } = importEvents({ issue, text });
  return {
    printed: applyEdits(DRAFT, edits)
      .split('\n')
      .filter((line) => /^ *\* /.test(line)),
    asked: candidates
      .filter(({ doubts, state }) => doubts.length > 0 && state !== 'past')
      .map(({ dates, title, doubts }) => [dates, title, ...doubts].join(' | ')),
    told: problems.map(({ message }) => message),
    cancelled,
  };
}

it('Google: HTML, redirectors, the text of a call, a series whose rest moves, private events', () => {
  expect(tried('google')).toEqual({
    printed: [
      '* 2026-03-05 | Tromsø, NO | [Rust Kestrel](https://kestrel.example.org/evening?id=7)',
      '    * [**Night of lifetimes & loans**](https://kestrel.example.org/evening?id=7)',
      '* 2026-03-10 | Tromsø, NO | [Rust Kestrel](https://kestrel.example.org/weekly)',
      '    * [**Hack evening**](https://kestrel.example.org/weekly)',
      '* 2026-03-18 | Tromsø, NO | [Rust Kestrel](https://kestrel.example.org/weekly)',
      '    * [**Hack evening, on Wednesdays**](https://kestrel.example.org/weekly)',
      '* 2026-03-25 | Tromsø, NO | [Rust Kestrel](https://kestrel.example.org/weekly)',
      '    * [**Hack evening, on Wednesdays**](https://kestrel.example.org/weekly)',
    ],
    asked: ['2026-03-12 | Meeting of the board | The calendar says that the event is private'],
    told: ['None of the addresses can be the page of “Without a page”'],
    cancelled: 0,
  });
});

it('Outlook: zones by their Windows names and by a description, hosts that are people, postponed events', () => {
  expect(tried('outlook')).toEqual({
    printed: [
      '* 2026-03-11 | Berlin, DE | [crabs.example.org](https://crabs.example.org/teams)',
      '    * [**Teams of crabs**](https://crabs.example.org/teams)',
      '* 2026-03-06 | Portland, OR, US | [crabs.example.org](https://crabs.example.org/portland)',
      '    * [**Evening in Portland**](https://crabs.example.org/portland)',
      '* 2026-03-12 | Sydney, NSW, AU | [crabs.example.org](https://crabs.example.org/sydney)',
      '    * [**Late in Sydney**](https://crabs.example.org/sydney)',
    ],
    asked: [
      '2026-03-12 | Somewhen | The time zone “Planet Nine Standard Time” is not known: is 2026-03-12 the day at the place?',
      '2026-03-13 | Postponed: Macro night | It seems to be postponed, or not settled',
    ],
    told: ['“https://teams.microsoft.com/l/meetup-join/19%3ameeting_0” cannot be the page of “Call only”'],
    cancelled: 0,
  });
});

it('Meetup: old zone names, the group by its address, signs of Markdown in titles', () => {
  expect(tried('meetup')).toEqual({
    printed: [
      '* 2026-03-07 | Virtual | [Rust Heron](https://www.meetup.com/rust-heron)',
      '    * [**Online from Pune**](https://www.meetup.com/rust-heron/events/312345679/)',
      '* 2026-03-05 | Boston, MA, US | [Rust Heron](https://www.meetup.com/rust-heron)',
      '    * [**Fearless [beginners – experts] evening**](https://www.meetup.com/rust-heron/events/312345678/)',
    ],
    asked: [],
    told: [],
    cancelled: 1,
  });
});

it('Luma: its sentence with the page, several hosts, addresses of several sites, the venue’s site', () => {
  expect(tried('luma')).toEqual({
    printed: [
      '* 2026-03-10 | San Francisco, CA, US | [Rust Osprey](https://luma.com/osprey1)',
      '    * [**Ospreys & oxidation**](https://luma.com/osprey1)',
    ],
    asked: [
      '2026-03-12 | With Bo | Is “https://wren.example.net/a” the event’s page? Here the description has addresses of several sites',
      '2026-03-13 | Online, hosts everywhere | The time is in UTC, and the place tells no clock: is 2026-03-13 the day?',
      '2026-03-14 | At the brewery | Is “https://www.grain-brewery.example.com/contact” the event’s page? Here it looks like the venue’s site',
    ],
    told: [],
    cancelled: 0,
  });
});

it('Apple, several calendars in a file: each with its name and zone, newer entries, cancellations of another', () => {
  expect(tried('apple')).toEqual({
    printed: [
      '* 2026-03-19 | Virtual | [Rust Plover](https://plover.example.org/online)',
      '    * [**On the calendar’s clock**](https://plover.example.org/online)',
      '* 2026-03-07 - 2026-03-09 | Leipzig, DE | [Rust Lapwing](https://lapwing.example.org/days)',
      '    * [**Lapwing Days**](https://lapwing.example.org/days)',
      '* 2026-03-17 | Leipzig, DE | [Rust Lapwing](https://lapwing.example.org/moved)',
      '    * [**Moved once**](https://lapwing.example.org/moved)',
      '* 2026-03-20 | Hamburg, DE | [Rust Plover](https://plover.example.org/tokyo)',
      '    * [**From Tokyo**](https://plover.example.org/tokyo)',
    ],
    asked: [],
    told: ['“https://plover.example.org/my page” cannot be the page of “Twice”'],
    cancelled: 1,
  });
});
