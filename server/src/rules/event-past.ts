import type { EventEntry } from '../newsletter/events/event';
import {
  entryLines,
  hasCertainDate,
  type Listing,
  listingOf,
  removableLines,
  stoodEarlier,
} from '../newsletter/events/eventRemoval';
import { datesMeant, eventStarting, isPast } from '../newsletter/events/meaning';
import { pieceAround } from '../newsletter/issue/around';
import type { Issue } from '../newsletter/issue/issue';
import type { Piece } from '../newsletter/issue/piece';
import type { Edit } from '../text/edits';
import { type Range, shifted } from '../text/sourceText';
import { defineIssueRule, type Fact, type FrameSection, type IssueReport, type Placed } from './rule';

const DELETE = 'Delete the past event';

export default defineIssueRule({
  id: 'event-past',
  goesBy: ['archive', 'sections'],
  summary: 'An event that is over when the issue comes out',
  why: 'A new draft carries the events of the issue before; those that are over are taken out each week.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'sometimes',
  tags: ['date'],
  apart: true,
  carriedOver: 'same',
  examples: [
    {
      title: 'of the issue before',
      earlier:
        'Date: 2026-02-18\n\n## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
      found: ['4:3-64 info: This event was over on 2026-02-20; the issue comes out on 2026-02-25'],
      fixes: ['Delete the past event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-02-25 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**More talks**](https://example.com/oslo/2)\n',
    },
    {
      title: 'a new event with a date gone by, perhaps of another month',
      earlier: 'Date: 2026-02-18\n\n## Upcoming Events\n',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-02-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: [
        '4:3-64: This event is dated 2026-02-05, before the issue of 2026-02-25: it is over, or the date is wrong',
      ],
      fixes: ['Set the date 2026-03-05', 'Delete the past event'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-05 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts: (piece) =>
    piece.events.map(
      (event): Listed => ({
        at: event.head,
        // What is ahead is only counted.
        over: isPast(piece, event)
          ? { ...listingOf(piece, event), removable: removableLines(piece, event) !== undefined }
          : undefined,
      }),
    ),
  check({ uri, date, options, archive }, events: readonly Placed<Listed>[], report) {
    const inBulk = archive !== undefined && hasCertainDate({ uri, date });
    const over = new Map<FrameSection | undefined, Past[]>();
    for (const event of events) {
      if (!isOver(event)) continue;
      if (archive && !stoodEarlier(event.over, archive)) {
        report(doubt(event, date));
        continue;
      }
      if (options.stage === 'release') {
        report(single(event, date, inBulk));
        continue;
      }
      const region = over.get(event.section);
      if (region) region.push(event);
      else over.set(event.section, [event]);
    }
    for (const [section, past] of over) {
      const all = events.filter((event) => event.section === section).length;
      report(together(past, all, date, inBulk));
      for (const event of past.slice(1)) report({ ...single(event, date, false), severity: 'hint' });
    }
  },
});

/** An event, and what earlier issues are asked about it. */
interface Listed extends Fact {
  readonly over: Over | undefined;
}

interface Over extends Listing {
  /** Its lines are known, so that they can be taken out unseen. */
  readonly removable: boolean;
}

type Past = Placed<Listed> & { readonly over: Over };

function isOver(event: Placed<Listed>): event is Past {
  return event.over !== undefined;
}

/** Past beyond doubt, told by itself. @param inBulk whether it is for "fix all" to take it out */
function single(
  { at, over: { lastDay, removable } }: Past,
  date: string | undefined,
  inBulk = true,
): IssueReport {
  return {
    at,
    message: `This event was over on ${lastDay}; the issue comes out on ${date}`,
    unnecessary: true,
    fixes: (issue, place) => [
      {
        title: DELETE,
        ...(inBulk && removable ? { all: true } : {}),
        edits: () => deletions(issue, [place(at)]),
      },
    ],
  };
}

/**
 * The past events of a region: while the draft is written they are a chore, told once.
 *
 * @param all how many events the region has
 * @param inBulk whether they are for "fix all": without earlier issues nobody knows which dates are slips
 */
function together(
  events: readonly Past[],
  all: number,
  date: string | undefined,
  inBulk: boolean,
): IssueReport {
  const [first, ...others] = events;
  if (others.length === 0) return { ...single(first!, date, inBulk), severity: 'info' };
  const certain = events.filter(({ over }) => over.removable);
  return {
    at: first!.at,
    severity: 'info',
    message: `${events.length} of ${all} events are over when the issue comes out on ${date}`,
    unnecessary: true,
    related: others.map(({ at }) => ({ at, message: 'This one, too', also: true })),
    fixes: (issue, place) =>
      certain.length === 0
        ? []
        : [
            {
              title: certain.length === 1 ? DELETE : `Delete the ${certain.length} past events`,
              ...(inBulk ? { all: true } : {}),
              edits: () =>
                deletions(
                  issue,
                  certain.map(({ at }) => place(at)),
                ),
            },
          ],
  };
}

function doubt({ at, over: { lastDay } }: Past, date: string | undefined): IssueReport {
  return {
    at,
    message: `This event is dated ${lastDay}, before the issue of ${date}: it is over, or the date is wrong`,
    fixes: (issue, place) => {
      const { event, by } = eventAt(issue, place(at));
      const { first, last } = event.dates;
      const meant = first === last ? datesMeant(issue, event) : [];
      const { start, end } = shifted(event.dates, by);
      return [
        ...meant.map((text) => ({ title: `Set the date ${text}`, edits: () => [{ start, end, text }] })),
        { title: DELETE, edits: () => deletions(issue, [place(at)]) },
      ];
    },
  };
}

function deletions(issue: Issue, heads: readonly Range[]): Edit[] {
  return heads.flatMap((head) => {
    const { piece, event, by } = eventAt(issue, head);
    return entryLines(piece, event).map((range) => ({ ...shifted(range, by), text: '' }));
  });
}

/** An event in its piece, which has read it already. @returns with how far into the issue the piece is */
function eventAt(issue: Issue, { start }: Range): { piece: Piece; event: EventEntry; by: number } {
  const { piece, start: by } = pieceAround(issue, start);
  return { piece, event: eventStarting(piece, start - by), by };
}
