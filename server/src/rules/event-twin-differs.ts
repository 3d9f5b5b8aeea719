import type { EventEntry } from '../newsletter/events/event';
import { entryText } from '../newsletter/events/eventMoves';
import { eventStarting, fixedLocation, isPast, wantsHybridForm } from '../newsletter/events/meaning';
import { findTwins, type TwinTraits, twinTraits } from '../newsletter/events/twins';
import type { Issue } from '../newsletter/issue/issue';
import type { IssuePart } from '../newsletter/issue/part';
import { foldText } from '../newsletter/places/places';
import type { Edit } from '../text/edits';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

export default defineIssueRule({
  id: 'event-twin-differs',
  summary: 'The two entries of a hybrid event differ in date, title or place',
  why: 'One of the two was changed and the other forgotten; readers of one of them get the wrong news.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'another title',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Hacking**](https://example.com/oslo/1)\n',
      found: ['9:8-19: The title is “Hacking” here and “Talks” under Virtual'],
      fixes: ['Write both as here', 'Write both as under Virtual'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: (piece) =>
    piece.events.map((event): Copy => {
      const title = event.title?.links[0];
      return {
        at: event.head,
        ...twinTraits(piece, event),
        lastDay: event.dates.last,
        place: placeOf(piece, event),
        title: title?.text.trim(),
        isPast: isPast(piece, event),
        written: {
          date: piece.source.slice(event.dates),
          place: piece.source.slice(event.locationRange),
          title: title?.title ?? '',
        },
        places: {
          date: { start: event.dates.start, end: event.dates.end },
          place: event.locationRange,
          title: title?.textRange ?? event.head,
        },
      };
    }),
  check(_, events: readonly Placed<Copy>[], report) {
    for (const { virtual, local } of findTwins(events).twins) {
      if (virtual.isPast && local.isPast) continue;
      const what = differenceOf(virtual, local);
      if (!what) continue;
      report({
        at: local.places[what],
        message: `The ${what} is “${local.written[what]}” here and “${virtual.written[what]}” under Virtual`,
        related: [{ at: virtual.places[what], message: 'The entry under Virtual' }],
        fixes: (issue, at) => {
          const entry = ({ at: head }: Placed<Copy>) => eventStarting(issue, at(head).start);
          const copy = (from: Placed<Copy>, to: Placed<Copy>) => overwritten(issue, entry(from), entry(to));
          return [
            { title: 'Write both as here', edits: () => copy(local, virtual) },
            { title: 'Write both as under Virtual', edits: () => copy(virtual, local) },
          ];
        },
      });
    }
  },
});

type Part = 'date' | 'place' | 'title';

interface Copy extends Fact, TwinTraits {
  readonly lastDay: string;
  /** What has to agree of the place. */
  readonly place: string;
  readonly title: string | undefined;
  readonly isPast: boolean;
  readonly written: Readonly<Record<Part, string>>;
  readonly places: Readonly<Record<Part, Range>>;
}

function differenceOf(virtual: Placed<Copy>, local: Placed<Copy>): Part | undefined {
  if (virtual.firstDay !== local.firstDay || virtual.lastDay !== local.lastDay) return 'date';
  if (virtual.place !== local.place) return 'place';
  const both = virtual.title !== undefined && local.title !== undefined;
  return both && virtual.title !== local.title ? 'title' : undefined;
}

/** What has to agree: the text of the field, in earlier eras, where each copy had its own form, the place in it. */
function placeOf(part: IssuePart, event: EventEntry): string {
  if (wantsHybridForm(part))
    return foldText(fixedLocation(part, part.source.slice(event.locationRange), event.location));
  const { place } = event.location ?? {};
  return place ? foldText(`${place.city}, ${place.country}`) : '';
}

/** An entry written as another one is. */
function overwritten(issue: Issue, from: EventEntry, to: EventEntry): Edit[] {
  return [{ start: to.start, end: to.end, text: entryText(issue, from) }];
}
