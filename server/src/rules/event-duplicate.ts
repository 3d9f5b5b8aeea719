import { entryLines } from '../newsletter/events/eventRemoval';
import { pageKey, whatOf } from '../newsletter/events/meaning';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Fixes, type IssueReport, type Place, type Placed } from './rule';

export default defineIssueRule({
  id: 'event-duplicate',
  goesBy: ['sections'],
  summary: 'The same event twice in one region, or one page for the events of two days',
  why: 'Several people send in the same event; one entry is enough.',
  severity: 'error',
  fix: 'never',
  tags: ['again', 'url'],
  examples: [
    {
      title: 'same day, same page',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1/)\n',
      found: [
        '4:3-64 info: “Talks” (Oslo, NO) appears a second time below',
        '6:3-64: “Talks” (Oslo, NO) appears above on 2026-03-04 already',
      ],
      fixes: ['Delete this entry'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: (piece) =>
    piece.events.flatMap((event): Listed[] => {
      const page = pageKey(event, piece.keys.page);
      if (!page) return [];
      const [lines] = entryLines(piece, event);
      return [
        {
          at: event.head,
          page,
          day: event.dates.first,
          what: whatOf(piece, event),
          places: { lines: lines! },
        },
      ];
    }),
  check(_, events: readonly Placed<Listed>[], report) {
    const seen = new Map<string, Placed<Listed>>();
    const days = new Map<string, Placed<Listed>>();
    for (const event of events) {
      const { section } = event;
      const key = `${section?.spec?.key ?? section?.index} ${event.day} ${event.page}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, event);
        const page = `${section?.index} ${event.page}`;
        const other = days.get(page);
        if (other) {
          report(samePage(event, other));
          report(samePage(other, event));
        } else if (ONE_DAY.test(event.page)) days.set(page, event);
        continue;
      }
      report({
        at: event.at,
        message: `${event.what} appears above on ${event.day} already`,
        related: [{ at: first.at, message: 'The first entry' }],
        unnecessary: true,
        fixes: deletion(event),
      });
      // Either may be the one to go: the first one mostly is what was carried over.
      report({
        at: first.at,
        severity: 'info',
        message: `${first.what} appears a second time below`,
        related: [{ at: event.at, message: 'The second entry' }],
        fixes: deletion(first),
      });
    }
  },
});

/** Events of two days: the address of one of them was not replaced. */
function samePage({ at }: Placed<Listed>, other: Placed<Listed>): IssueReport {
  return {
    at,
    severity: 'warning',
    message: `The event of ${other.day}, ${other.what}, has the same page`,
    related: [{ at: other.at, message: 'The other event' }],
  };
}

/** Pages of a single day each; other sites have one for a series. */
const ONE_DAY = /^(?:meetup\.com\/[^/]+\/events\/\w{9,}|(?:luma\.com|lu\.ma)\/\w{8})$/;

/** An event with a page. `lines` are all of its lines. */
interface Listed extends Fact {
  /** Key of the page. */
  readonly page: string;
  readonly day: string;
  readonly what: string;
  readonly places: { readonly lines: Range };
}

function deletion({ places: { lines } }: Placed<Listed>): Fixes<Place> {
  return (_, at) => [{ title: 'Delete this entry', edits: () => [{ ...at(lines), text: '' }] }];
}
