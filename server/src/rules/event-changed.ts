import { parseLocation } from '../newsletter/events/location';
import { pageKey } from '../newsletter/events/meaning';
import { eventPageKey } from '../newsletter/links/keys';
import { countryMeant, countryOf, foldText } from '../newsletter/places/places';
import { appendTo } from '../text/lists';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** The same page, but another day or city than a week ago: moved, or mistyped. */
export default defineIssueRule({
  id: 'event-changed',
  goesBy: ['archive'],
  summary: 'An event has another date or place than in the issue before',
  why: 'Events do move, but a date or a city that was typed anew is more often wrong now than it was a week ago.',
  severity: 'info',
  fix: 'never',
  tags: ['date', 'location'],
  examples: [
    {
      title: 'another day',
      earlier:
        'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n\n## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-14 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-13: The issue of 2026-02-18 has this event on 2026-03-04'],
      fixes: ['Write 2026-03-04'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'another city',
      earlier:
        'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n\n## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Bergen, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:16-26: The issue of 2026-02-18 has this event in “Oslo, NO”'],
      fixes: ['Write “Oslo, NO”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: (piece) =>
    piece.events.flatMap((event): Listed[] => {
      const page = pageKey(event, piece.keys.page);
      if (page === undefined || !event.dates.valid) return [];
      const { first, last, start, end } = event.dates;
      const location = piece.source.slice(event.locationRange);
      return [
        {
          at: event.head,
          page,
          days: daysOf(first, last),
          location,
          places: { dates: { start, end }, location: event.locationRange },
        },
      ];
    }),
  check({ archive, date }, events: readonly Placed<Listed>[], report) {
    const before = archive?.issues[0];
    if (!before || date === undefined) return;
    const earlier = new Map<string, { days: string; location: string; over: boolean }[]>();
    for (const { titleUrl, firstDay, lastDay, location } of before.events) {
      if (titleUrl === undefined) continue;
      const over = lastDay < date;
      appendTo(earlier, eventPageKey(titleUrl), { days: daysOf(firstDay, lastDay), location, over });
    }
    const now = new Map<string, Placed<Listed>[]>();
    for (const event of events) appendTo(now, event.page, event);
    for (const [page, listed] of now) {
      const then = earlier.get(page) ?? [];
      // One page for many evenings tells nothing about a single one, and one that is over has come around again.
      const [days, ...others] = new Set(then.map((event) => event.days));
      if (days === undefined || others.length > 0 || then.some(({ over }) => over)) continue;
      if (new Set(listed.map((event) => event.days)).size > 1) continue;
      for (const event of listed) {
        if (event.days !== days) {
          report({
            at: event.places.dates,
            message: `The issue of ${before.date} has this event on ${days}`,
            fixes: (_, at) => [
              { title: `Write ${days}`, edits: () => [{ ...at(event.places.dates), text: days }] },
            ],
          });
          continue;
        }
        const city = cityOf(event.location);
        const cities = then.map(({ location }) => cityOf(location));
        if (city === undefined || cities.includes(undefined) || cities.includes(city)) continue;
        const { location } = then[0]!;
        report({
          at: event.places.location,
          message: `The issue of ${before.date} has this event in “${location}”`,
          fixes: (_, at) => [
            { title: `Write “${location}”`, edits: () => [{ ...at(event.places.location), text: location }] },
          ],
        });
      }
    }
  },
});

/** An event with a page of its own. */
interface Listed extends Fact {
  readonly page: string;
  readonly days: string;
  readonly location: string;
  readonly places: { readonly dates: Range; readonly location: Range };
}

function daysOf(first: string, last: string): string {
  return first === last ? first : `${first} - ${last}`;
}

/** City and country, however they are written; undefined where one of them is missing or there are several. */
function cityOf(text: string): string | undefined {
  const { places, place } = parseLocation(text) ?? {};
  const country = place?.country;
  if (!place || country === undefined || places?.length !== 1) return undefined;
  return `${foldText(place.city)}, ${(countryOf(country) ?? countryMeant(country))?.code ?? country}`;
}
