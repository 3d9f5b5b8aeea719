import { insertEvent, REGION_TITLES } from '../newsletter/events/eventMoves';
import { type EventRegion, eventStarting, regionOfPlace, whatOf } from '../newsletter/events/meaning';
import { findTwins, type TwinTraits, twinTraits } from '../newsletter/events/twins';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

export default defineIssueRule({
  id: 'event-twin-missing',
  summary: 'A hybrid event is listed under Virtual or under its region, but not under both',
  why: 'Those who join online look under Virtual, those who live near under their region.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'not under Virtual',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:3-73: The hybrid event “Talks” (Hybrid (Oslo, NO)) is missing under Virtual'],
      fixes: ['Copy the event to Virtual', 'Write “Oslo, NO”: it is not hybrid'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: (piece) =>
    piece.events.map(
      (event): Copy => ({
        at: event.head,
        ...twinTraits(piece, event),
        home: regionOfPlace(event.location?.place),
        what: whatOf(piece, event),
        place: event.location?.place?.text ?? '',
        places: { location: event.locationRange },
      }),
    ),
  check(_, events: readonly Placed<Copy>[], report) {
    for (const { at, region, home, what, place: city, places } of findTwins(events).alone) {
      const missing = region === 'virtual' ? home : 'virtual';
      if (!missing) continue;
      const title = REGION_TITLES[missing];
      const only = region === 'virtual' ? `Virtual (${city})` : city;
      report({
        at,
        message: `The hybrid event ${what} is missing under ${title}`,
        fixes: (issue, place) => [
          {
            title: `Copy the event to ${title}`,
            preferred: true,
            edits: () => [insertEvent(issue, eventStarting(issue, place(at).start), missing)],
          },
          {
            title: `Write “${only}”: it is not hybrid`,
            edits: () => [{ ...place(places.location), text: only }],
          },
        ],
      });
    }
  },
});

interface Copy extends Fact, TwinTraits {
  /** The region of its place. */
  readonly home: EventRegion | undefined;
  readonly what: string;
  /** City and country. */
  readonly place: string;
  readonly places: { readonly location: Range };
}
